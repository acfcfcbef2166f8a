const ADDRESS = 'https://mail.example.com/send';

/** Sends a mail through the mail service. */
export async function send(to: string, subject: string, text: string) {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to, subject, text }),
  });
  if (!response.ok) throw new Error(`the mail service answered ${response.status}`);
}
