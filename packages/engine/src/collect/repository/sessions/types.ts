/** How people are kept signed in: cookies of sessions and tokens, and where pages send them to sign in. */
export const SESSION_TYPES = {
  'Repository::Cookie': {
    is: 'a cookie of a session or token',
    address: 'src/sessions.ts web',
    properties: {
      path: 'where the file lies',
      name: 'the name of the cookie, or of what makes it where it has none of its own',
      maker: 'what sets it: `express-session`, `set_cookie`',
      of: '`session`, or `token` where its name says so',
      secure: { is: 'whether it is sent over HTTPS only', otherwise: false },
      httpOnly: { is: 'whether scripts of the page cannot read it', otherwise: false },
      lifetimeSeconds:
        'how long the browser keeps it, from the last answer where it is set anew with each; left out where it goes with the browser',
    },
  },
  'Repository::SignIn': {
    is: 'a place where a page sends somebody to sign in with OAuth',
    address: 'site/auth.js sign-in',
    properties: {
      path: 'where the file lies',
      responseType: 'what it asks to be sent back: `code`, `token`',
      pkce: {
        is: 'whether it sends a challenge of which it keeps the answer, or a library does that for it',
        otherwise: false,
      },
    },
  },
} as const;
