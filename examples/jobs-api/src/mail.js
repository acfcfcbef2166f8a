const { retry } = require('./retry');

/** Sends a mail. Without a key nothing is sent, so that development needs none. */
exports.send = async (to, subject, text) => {
  const key = process.env.MAIL_KEY;
  if (!key) return;
  await retry(async () => {
    const answer = await fetch('https://mail.example.com/v1/messages', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ to, subject, text }),
      signal: AbortSignal.timeout(2000),
    });
    if (!answer.ok) throw new Error(`the mail service answered ${answer.status}`);
  });
};
