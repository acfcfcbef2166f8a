/** How services of an application know that a request is from another of them, and whole. */
export const SIGNATURE_TYPES = {
  'Repository::ServiceCall': {
    is: 'a request over HTTP that code of a server makes',
    address: 'request in src/orders.ts',
    properties: {
      path: 'where the file lies',
      host: 'whose it is: `other` for an address of the internet that is written there, `own` for one of a private network or of AWS',
      signedBy: 'what signs in that file: `@smithy/signature-v4`, `hmac`, or a certificate of the client',
    },
  },
  'Repository::SignatureCheck': {
    is: 'a place where a signature of a request is made again and compared',
    address: 'signature in src/webhook.py',
    properties: { path: 'where the file lies', by: 'what compares: `timingSafeEqual`, `compare_digest`' },
  },
  'Repository::Signer': {
    is: 'a place where something is signed with a key, a request perhaps; not a token that is made there',
    address: 'signer in src/client.py',
    properties: { path: 'where the file lies', by: 'what signs: `hmac.new`, `aws4fetch`' },
  },
} as const;
