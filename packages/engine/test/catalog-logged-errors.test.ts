import { expect, it } from 'vitest';
import { findsErrors } from '../src/catalog/blocks/logged-errors.ts';

it.each([
  'ERROR',
  '"[ERROR]"',
  '?ERROR ?Exception ?"Task timed out"',
  '{ $.level = "error" }',
  '{ ($.log.level = "ERROR") || ($.status = 500) }',
  '{ $.level >= 50 }',
  '[time, id, level = ERROR, ...]',
  '%Error|Exception%',
])('a filter finds what is written as an error by %s', (pattern) => {
  expect(findsErrors(pattern)).toBe(true);
});

it.each([
  '',
  '" "',
  'Refused',
  'ERROR payment',
  '-ERROR',
  '?WARN -ERROR',
  '"Task timed out"',
  '{ $.level != "error" }',
  '{ $.level = "error" && $.area = "mail" }',
  '{ $.level = "warn" }',
  '{ $.status = 500 }',
  '[time, id, level != ERROR, ...]',
  '[time, id, level = ERROR, area = mail]',
  '%REPORT%',
])('nobody can tell whether a filter finds each error by %j', (pattern) => {
  expect(findsErrors(pattern)).toBe(false);
});
