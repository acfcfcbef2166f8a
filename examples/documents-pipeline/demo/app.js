const API = 'https://documents.example.com/prod';
const API_KEY = 'demo-key-please-rotate-4711';

async function call(path, options = {}) {
  const answer = await fetch(API + path, { ...options, headers: { 'x-api-key': API_KEY } });
  if (!answer.ok) throw new Error(`the API answered ${answer.status}`);
  return answer.json();
}

/** Shows the fields of a record, a row each. */
async function show(id) {
  const record = await call(`/documents/${id}`);
  document.getElementById('record').innerHTML = Object.entries(record)
    .map(([name, value]) => `<p><b>${name}</b> ${value}</p>`)
    .join('');
}

async function list() {
  const documents = await call('/documents');
  for (const { id } of documents) {
    const row = document.createElement('li');
    row.textContent = id;
    row.onclick = () => show(id);
    document.getElementById('list').append(row);
  }
}

document.getElementById('file').onchange = async ({ target }) => {
  const text = await target.files[0].text();
  const { id } = await call('/documents', { method: 'POST', body: JSON.stringify({ file: btoa(text) }) });
  setTimeout(() => show(id), 15000);
};

list();
