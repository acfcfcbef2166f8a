// k6 run -e ADDRESS=http://… -e MAIL=… -e PASSWORD=… load/entries.js
import { check, sleep } from 'k6';
import http from 'k6/http';

export const options = {
  stages: [
    { duration: '2m', target: 50 },
    { duration: '5m', target: 50 },
    { duration: '1m', target: 0 },
  ],
  thresholds: { http_req_failed: ['rate<0.01'], http_req_duration: ['p(95)<500'] },
};

const json = { headers: { 'content-type': 'application/json' } };

export default function () {
  const address = __ENV.ADDRESS;
  const credentials = JSON.stringify({ mail: __ENV.MAIL, password: __ENV.PASSWORD });
  check(http.post(`${address}/sign-in`, credentials, json), { 'signed in': (r) => r.status === 200 });
  check(http.get(`${address}/entries?limit=50`), { listed: (r) => r.status === 200 });
  check(http.post(`${address}/entries`, JSON.stringify({ title: 'load', text: '' }), json), {
    kept: (r) => r.status === 201,
  });
  sleep(1);
}
