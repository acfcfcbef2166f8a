// Reviews on staging, with a reader and with six: SITE=https://… k6 run load/review.js
// 100 readers with 20 reviews a day make one call in 40 seconds; one virtual reader makes one in three. More than six
// meet the rate rule of the web ACL, since all come from one address. load/readers.py writes the tokens.
import http from 'k6/http';
import { check, sleep } from 'k6';

const site = __ENV.SITE;
const tokens = JSON.parse(open('./tokens.json'));

export const options = {
  scenarios: {
    alone: { executor: 'constant-vus', vus: 1, duration: '5m' },
    crowd: {
      executor: 'ramping-vus',
      startTime: '5m',
      stages: [{ target: 6, duration: '2m' }, { target: 6, duration: '3m' }, { target: 0, duration: '1m' }],
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.005'],
    'http_req_duration{operation:due}': ['p(99)<500'],
    'http_req_duration{operation:review}': ['p(99)<1000'],
    'http_req_duration{operation:export}': ['p(99)<3000'],
  },
};

export default function () {
  const headers = { authorization: tokens[__VU % tokens.length], 'content-type': 'application/json' };
  const due = http.get(`${site}/api/review/due`, { headers, tags: { operation: 'due' } });
  check(due, { 'due answers': (answer) => answer.status === 200 });
  for (const card of due.json()) {
    const body = JSON.stringify({ cardId: card.id, grade: 1 });
    const answer = http.post(`${site}/api/review`, body, { headers, tags: { operation: 'review' } });
    check(answer, { 'review is stored': (a) => a.status === 200 || a.status === 409 });
    sleep(3);
  }
  http.get(`${site}/api/export`, { headers, tags: { operation: 'export' } });
  sleep(10);
}
