import { user } from './auth.js';
import { config } from './config.js';

async function ask(query, variables) {
  const response = await fetch(config.graph, {
    method: 'POST',
    headers: { 'x-api-key': config.graphKey, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const LOOKS = 'query Looks($user: ID!) { looks(user: $user) { made title } }';
const REMEMBER = 'mutation Remember($user: ID!, $title: String) { remember(user: $user, title: $title) { made } }';

export const looks = async () => (await ask(LOOKS, { user: user() })).looks;

export const remember = async (title) => (await ask(REMEMBER, { user: user(), title })).remember;

/** Shows the looks of who is signed in, and a way to remember one more. */
export async function showLooks(list) {
  list.innerHTML = '';
  for (const { made, title } of await looks()) {
    const line = document.createElement('li');
    line.textContent = `${made}: ${title}`;
    list.append(line);
  }
  const more = document.createElement('button');
  more.textContent = 'Remember this one';
  more.onclick = () => remember(prompt('Title')).then(() => showLooks(list));
  list.append(more);
}
