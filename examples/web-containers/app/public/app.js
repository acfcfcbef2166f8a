const one = (selector) => document.querySelector(selector);

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body instanceof File ? { 'content-type': 'text/csv' } : { 'content-type': 'application/json' },
    body: body instanceof File ? body : body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error((await response.json()).message);
  return response.status === 204 ? undefined : response.json();
}

const fieldsOf = (form) => Object.fromEntries(new FormData(form));

async function show() {
  const list = one('#entries');
  list.innerHTML = '';
  for (const entry of await call('GET', '/entries')) {
    const row = document.createElement('li');
    row.innerHTML = `<b>${entry.title}</b> <button>Delete</button>`;
    row.querySelector('button').onclick = () => call('DELETE', `/entries/${entry.id}`).then(show);
    list.append(row);
  }
}

one('#sign-in').onsubmit = async (event) => {
  event.preventDefault();
  await call('POST', '/sign-in', fieldsOf(event.target));
  one('main').hidden = false;
  await show();
};

one('#draft').onsubmit = async (event) => {
  event.preventDefault();
  await call('POST', '/entries', fieldsOf(event.target));
  await show();
};

one('#export').onclick = async () => {
  const { href } = await call('POST', '/exports', {});
  location.assign(href);
};

one('#token').onclick = async () => {
  const { token } = await call('POST', '/tokens', {});
  localStorage.setItem('token', token);
  alert(token);
};

one('#import').onchange = async (event) => {
  await call('POST', '/entries/import', event.target.files[0]);
  await show();
};
