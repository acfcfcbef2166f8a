// k6 run -e API=https://….execute-api.us-east-1.amazonaws.com/dev -e TOKEN=… load/looks.js
import { sleep } from 'k6';
import http from 'k6/http';

export const options = { vus: 20, duration: '5m' };

export default function () {
  http.get(`${__ENV.API}/looks`, { headers: { authorization: __ENV.TOKEN } });
  sleep(1);
}
