const setting = (name) => document.querySelector(`meta[name=${name}]`).content;
const element = (id) => document.getElementById(id);
const home = `${location.origin}/`;

// Kept in memory only: a script of somebody else finds nothing in the browser's storage.
let token;
let cards = [];

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.json();
}

const encoded = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Sign-in by code with PKCE: the verifier waits here while the user is away. */
async function leave() {
  const verifier = encoded(crypto.getRandomValues(new Uint8Array(32)));
  sessionStorage.setItem('verifier', verifier);
  const challenge = encoded(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: setting('client'),
    redirect_uri: home,
    scope: 'openid email',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  location.assign(`${setting('sign-in')}/oauth2/authorize?${query}`);
}

async function arrive(code) {
  const answer = await fetch(`${setting('sign-in')}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: setting('client'),
      redirect_uri: home,
      code,
      code_verifier: sessionStorage.getItem('verifier'),
    }),
    signal: AbortSignal.timeout(10_000),
  });
  sessionStorage.removeItem('verifier');
  history.replaceState(null, '', home);
  if (!answer.ok) throw new Error('Please sign in again.');
  token = (await answer.json()).id_token;
  reportErrors(call);
  cards = await call('GET', '/api/review/due');
  element('login').hidden = true;
  element('review').hidden = false;
  next();
}

function next() {
  const card = cards[0];
  element('front').textContent = card ? card.front : 'Nothing is due.';
  element('back').textContent = card ? card.back : '';
  element('back').hidden = true;
}

function signOut() {
  token = undefined;
  location.assign(`${setting('sign-in')}/logout?${new URLSearchParams({ client_id: setting('client'), logout_uri: home })}`);
}

const told = (action) => () =>
  action().catch((problem) => {
    element('message').textContent = problem.message;
  });

element('login').addEventListener('click', leave);
element('logout').addEventListener('click', signOut);

element('export').addEventListener('click', told(async () => {
  const everything = await call('GET', '/api/export');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(everything, null, 2)], { type: 'application/json' }));
  link.download = 'flashcards.json';
  link.click();
  URL.revokeObjectURL(link.href);
}));

element('remove').addEventListener('click', told(async () => {
  if (!confirm('Remove your account and all cards? This cannot be undone.')) return;
  await call('DELETE', '/api/account');
  signOut();
}));

element('show').addEventListener('click', () => {
  element('back').hidden = false;
});

element('grades').addEventListener('click', async (event) => {
  if (!event.target.value || cards.length === 0) return;
  try {
    await call('POST', '/api/review', { cardId: cards[0].id, grade: Number(event.target.value) });
    cards.shift();
    next();
  } catch (problem) {
    element('message').textContent = problem.message;
  }
});

const code = new URLSearchParams(location.search).get('code');
if (code) arrive(code).catch((problem) => {
  element('message').textContent = problem.message;
});
