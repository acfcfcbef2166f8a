import { expect, it } from 'vitest';
import { policiesElsewhere } from '../src/collect/repository/documents/policies-elsewhere.ts';

it.each([
  ['<a href="https://www.shop.example/our-policies/privacy-policy/">', ['privacy']],
  ["link('https://shop.example/terms-of-use#prices')", ['terms']],
  ['// https://shop.example/tos', ['terms']],
  ['<a href="https://policies.google.com/privacy">', []],
  ['<a href="https://www.cloudflare.com/privacypolicy/">', []],
  ["fetch('https://api.shop.example/privacy-settings')", []],
  ["fetch('https://api.shop.example/search?terms=a')", []],
  ['<a href="/privacy">', []],
])('%s leads to %j', (text, kinds) => {
  expect(policiesElsewhere(`\n${text}\n`).map(({ kind, line }) => [kind, line])).toEqual(
    kinds.map((kind) => [kind, 2]),
  );
});
