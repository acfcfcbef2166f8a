import { useEffect, useState } from 'react';
import { get, post } from '../api.js';

export function Quotes() {
  const [quotes, setQuotes] = useState([]);
  useEffect(() => {
    get('/quotes').then(setQuotes);
  }, []);
  const share = async (id) => {
    const { token } = await post(`/quotes/${id}/share`);
    await navigator.clipboard.writeText(`${location.origin}/shared/${token}`);
  };
  return (
    <main>
      <h1>Quotes</h1>
      {quotes.map(({ id, data }) => (
        <article key={id}>
          {/* Notes come with line breaks and bold words. */}
          <div dangerouslySetInnerHTML={{ __html: data.note }} />
          <button type="button" onClick={() => share(id)}>Copy a link</button>
        </article>
      ))}
    </main>
  );
}
