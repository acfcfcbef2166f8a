/** Records that belong to somebody, by what they are called. */
const OF_SOMEBODY =
  /(^|[^a-z])(users?|accounts?|customers?|patients?|orders?|invoices?|payments?|transactions?|documents?|files?|uploads?|attachments?|messages?|conversations?|chats?|notes?|reports?|exports?|records?|bookings?|appointments?|reservations?|prescriptions?|claims?|bills?|wallets?|loans?|letters?|journals?|diar(y|ies)|transcriptions?|transcripts?)([^a-z]|$)/;

/** Whether records belong to somebody, by what their route is called. */
export function isOfSomebody(route: string): boolean {
  return OF_SOMEBODY.test(inWords(route));
}

/** `/projectMembers/{userId}` as words. */
function inWords(of: string): string {
  return of
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .replace(/_/g, ' ')
    .toLowerCase();
}
