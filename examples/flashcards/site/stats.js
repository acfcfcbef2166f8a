const api = document.querySelector('meta[name=api]').content;

async function show() {
  const answer = await fetch(`${api}/api/statistics`, {
    headers: { authorization: `Bearer ${localStorage.getItem('token')}` },
  });
  if (!answer.ok) throw new Error(`statistics: ${answer.status}`);
  const { reviews, average } = await answer.json();
  document.getElementById('reviews').textContent = reviews;
  document.getElementById('average').textContent = average;
}

show().catch((problem) => {
  document.getElementById('message').textContent = problem.message;
});
