import { useEffect, useState } from 'react';
import { Jobs } from './pages/Jobs.jsx';
import { Quotes } from './pages/Quotes.jsx';
import { SignIn } from './pages/SignIn.jsx';
import { signedIn, signOut } from './session.js';

const PAGES = { '/': Jobs, '/jobs': Jobs, '/quotes': Quotes };

export function App() {
  const [known, setKnown] = useState(signedIn());
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  if (!known) return <SignIn done={() => setKnown(true)} />;

  const Page = PAGES[path] ?? Jobs;
  const leave = () => {
    signOut();
    setKnown(false);
  };
  return (
    <>
      <nav>
        <a href="/jobs">Jobs</a> <a href="/quotes">Quotes</a> <a href="/reports">Reports</a>{' '}
        <button type="button" onClick={leave}>
          Sign out
        </button>
      </nav>
      <Page />
      <footer>
        <a href="/privacy">Privacy</a> <a href="/terms">Terms</a>
      </footer>
    </>
  );
}
