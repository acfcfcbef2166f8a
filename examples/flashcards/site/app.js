const api = document.querySelector('meta[name=api]').content;
const element = (id) => document.getElementById(id);

async function call(method, path, body) {
  const answer = await fetch(api + path, {
    method,
    headers: { authorization: `Bearer ${localStorage.getItem('token')}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.json();
}

let cards = [];

function next() {
  const card = cards[0];
  element('front').textContent = card ? card.front : 'Nothing is due.';
  element('back').textContent = card ? card.back : '';
  element('back').hidden = true;
}

element('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const { token } = await call('POST', '/api/auth/login', Object.fromEntries(new FormData(event.target)));
    localStorage.setItem('token', token);
    await call('POST', '/api/session/start', {}).catch((problem) => console.warn(problem));
    cards = await call('GET', '/api/review/due');
    element('login').hidden = true;
    element('review').hidden = false;
    next();
  } catch (problem) {
    element('message').textContent = problem.message;
  }
});

element('show').addEventListener('click', () => {
  element('back').hidden = false;
});

element('grades').addEventListener('click', async (event) => {
  const card = cards.shift();
  await call('POST', '/api/review', { cardId: card.id, grade: Number(event.target.value) });
  if (cards.length === 0) await call('POST', '/api/session/end', {});
  next();
});
