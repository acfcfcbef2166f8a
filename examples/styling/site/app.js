import { keep, leave, people, profile } from './api.js';
import { comeBack, signIn, signOut, user } from './auth.js';

const one = (selector) => document.querySelector(selector);

comeBack();
one('#sign-in').onclick = signIn;
one('#show-looks').onclick = async () => {
  const { showLooks } = await import('./looks.js');
  await showLooks(one('#looks'));
};

function button(text, onclick) {
  const made = document.createElement('button');
  made.textContent = text;
  made.onclick = onclick;
  return made;
}

async function showProfile(id) {
  const { name, email } = await profile(id);
  const title = document.createElement('h1');
  title.textContent = name;
  const rename = button('Rename', () => keep({ id, email, name: prompt('Name', name) }));
  const leaving = button('Delete my account', () => leave(id).then(signOut));
  one('#profile').replaceChildren(title, rename, leaving);
}

async function showPeople() {
  const lines = (await people()).map(({ name }) => {
    const line = document.createElement('li');
    line.textContent = name;
    return line;
  });
  one('#people').replaceChildren(...lines);
}

if (user()) await Promise.all([showProfile(user()), showPeople()]);
