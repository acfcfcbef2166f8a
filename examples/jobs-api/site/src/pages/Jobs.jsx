import { useEffect, useState } from 'react';
import { get, remove } from '../api.js';

export function Jobs() {
  const [jobs, setJobs] = useState([]);
  const [figures, setFigures] = useState();
  useEffect(() => {
    get('/jobs').then(setJobs);
    get('/dashboard').then(setFigures, () => {});
  }, []);
  const done = async (id) => {
    await remove(`/jobs/${id}`);
    setJobs(jobs.filter((job) => job.id !== id));
  };
  return (
    <main>
      <h1>Jobs</h1>
      {figures && <p>{figures.open} open, {figures.late} late</p>}
      <ul>
        {jobs.map(({ id, data }) => (
          <li key={id}>
            {data.day} {data.title} <button type="button" onClick={() => done(id)}>Delete</button>
          </li>
        ))}
      </ul>
    </main>
  );
}
