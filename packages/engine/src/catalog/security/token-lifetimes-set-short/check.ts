import type { Entry, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** The row asks for 15 to 60 minutes. */
const LONGEST_SECONDS = 3_600;

const UNITS: readonly (readonly [seconds: number, names: RegExp])[] = [
  [0.001, /^(?:ms|millis|milliseconds?)$/i],
  [1, /^(?:s|secs?|seconds?)$/i],
  [60, /^(?:m|mins?|minutes?)$/i],
  [3_600, /^(?:h|hrs?|hours?)$/i],
  [86_400, /^(?:d|days?)$/i],
  [604_800, /^(?:w|weeks?)$/i],
];

const OF_ACCESS =
  /^(?:(?:access|auth|user|api|app)_)?(?:token|jwt)_(?:access_)?(?:lifetime|ttl|expir(?:es?|y|ation)(?:_in|_time)?|max_?age|validity)(?:_[a-z]+)?$/i;

export default defineCheck({
  id: 'token-lifetimes-set-short',
  requirement: 'SEC-07',
  severity: 'medium',
  effort: 'minutes',
  title: 'Functions are given lifetimes of at most an hour for access tokens',
  gap: {
    one: 'A function is given a lifetime of access tokens beyond an hour',
    many: '{count} functions are given lifetimes of access tokens beyond an hour',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { long: '{property} is {actual}, expected an hour at most' },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn) => lifetimes(fn).exist().asMembership(),
  evaluate: (fn) =>
    lifetimes(fn)
      .every((one) => isShort(one, fn))
      .else('long'),
  fix: 'Give access tokens 15 to 60 minutes, and a refresh token for what comes after',
  fixImpact: { downtime: false },
});

function lifetimes(fn: Resource) {
  return fn
    .entries('Environment.Variables')
    .where((one) => one.key.matches('a lifetime of access tokens', OF_ACCESS));
}

/** A number without a unit, and nothing at all, mean what the code makes of them. */
function isShort({ key, value }: Entry, fn: Resource) {
  return any(
    Reading.both(
      value,
      key,
      'at most an hour',
      (said, name) => (secondsOf(name, said) ?? Number.POSITIVE_INFINITY) <= LONGEST_SECONDS,
    ).quote(),
    all(
      Reading.both(value, key, 'without a unit', (said, name) => secondsOf(name, said) === undefined),
      leftTo('what the code makes of a lifetime without a unit', fn),
    ),
  );
}

/** `15m`, `1 hour`, or a number with its unit in the name: `TOKEN_TTL_SECONDS`. None for ever is told so. */
function secondsOf(name: string, said: string): number | undefined {
  const [, amount, own] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(said) ?? [];
  const unit = own === '' ? name.slice(name.lastIndexOf('_') + 1) : own;
  const row = UNITS.find(([, names]) => names.test(unit ?? ''));
  const seconds = row === undefined ? 0 : Number(amount) * row[0];
  return seconds > 0 ? seconds : undefined;
}
