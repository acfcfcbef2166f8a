import { fail } from '../failure.ts';
import { STRING } from '../types.ts';
import { type Call, plain, type Table } from './definition.ts';

/** A point in time with the offset it was written in; fractions of a second as digits. */
interface Timestamp {
  readonly seconds: number;
  readonly offsetMinutes: number;
  readonly zulu: boolean;
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:(Z)|([-+])(\d{2}):(\d{2}))$/;

function parse(text: string): Timestamp {
  const match = RFC3339.exec(text);
  if (match === null) return fail(`"${text}" is not a timestamp of RFC 3339`);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 59)
    return fail(`"${text}" is not a date`);
  const zulu = match[7] === 'Z';
  const offsetMinutes = zulu ? 0 : (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10]));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return { seconds: date.getTime() / 1000 - offsetMinutes * 60, offsetMinutes, zulu };
}

function iso({ seconds, offsetMinutes }: Timestamp, zulu: boolean): string {
  const local = new Date((seconds + offsetMinutes * 60) * 1000).toISOString().slice(0, 19);
  return `${local}${zulu || offsetMinutes === 0 ? 'Z' : offset(offsetMinutes, ':')}`;
}

function offset(minutes: number, colon: string): string {
  const all = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(all / 60))}${colon}${two(all % 60)}`;
}

const UNITS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

function duration(text: string): number {
  const match = /^([-+]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text);
  if (match === null) return fail(`"${text}" is not a duration`);
  let seconds = 0;
  for (const [, amount, unit] of match[2]!.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g))
    seconds += Number(amount) * UNITS[unit!]!;
  return match[1] === '-' ? -seconds : seconds;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function formatDate(format: string, time: Timestamp): string {
  const date = new Date((time.seconds + time.offsetMinutes * 60) * 1000);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const hour = date.getUTCHours();
  const noon = hour % 12 === 0 ? 12 : hour % 12;
  const zone = (colon: string) => (time.offsetMinutes === 0 ? undefined : offset(time.offsetMinutes, colon));
  const sequences: Record<string, () => string> = {
    YYYY: () => pad(date.getUTCFullYear(), 4),
    YY: () => pad(date.getUTCFullYear() % 100, 2),
    MMMM: () => MONTHS[date.getUTCMonth()]!,
    MMM: () => MONTHS[date.getUTCMonth()]!.slice(0, 3),
    MM: () => pad(date.getUTCMonth() + 1, 2),
    M: () => String(date.getUTCMonth() + 1),
    DD: () => pad(date.getUTCDate(), 2),
    D: () => String(date.getUTCDate()),
    EEEE: () => DAYS[date.getUTCDay()]!,
    EEE: () => DAYS[date.getUTCDay()]!.slice(0, 3),
    hh: () => pad(hour, 2),
    h: () => String(hour),
    HH: () => pad(noon, 2),
    H: () => String(noon),
    AA: () => (hour < 12 ? 'AM' : 'PM'),
    aa: () => (hour < 12 ? 'am' : 'pm'),
    mm: () => pad(date.getUTCMinutes(), 2),
    m: () => String(date.getUTCMinutes()),
    ss: () => pad(date.getUTCSeconds(), 2),
    s: () => String(date.getUTCSeconds()),
    ZZZZZ: () => offset(time.offsetMinutes, ':'),
    ZZZZ: () => offset(time.offsetMinutes, ''),
    ZZZ: () => zone('') ?? 'UTC',
    Z: () => zone(':') ?? 'Z',
  };
  let out = '';
  let at = 0;
  while (at < format.length) {
    const char = format[at]!;
    if (char === "'") {
      const quoted = /^'((?:[^']|'')*)'/.exec(format.slice(at)) ?? fail('a quote is not closed');
      out += quoted[0] === "''" ? "'" : quoted[1]!.replaceAll("''", "'");
      at += quoted[0].length;
    } else if (/[A-Za-z]/.test(char)) {
      let end = at;
      while (format[end] === char) end++;
      const sequence =
        sequences[format.slice(at, end)] ?? fail(`there is no format "${format.slice(at, end)}"`);
      out += sequence();
      at = end;
    } else {
      out += char;
      at++;
    }
  }
  return out;
}

function now(call: Call): string {
  return `${call.scope.now.toISOString().slice(0, 19)}Z`;
}

export const date: Table = {
  formatdate: plain([STRING, STRING], ([format, time]: [string, string]) => formatDate(format, parse(time))),
  plantimestamp: plain([], (_: [], call: Call) => now(call)),
  timeadd: plain([STRING, STRING], ([time, by]: [string, string]) => {
    const parsed = parse(time);
    return iso({ ...parsed, seconds: Math.floor(parsed.seconds + duration(by)) }, parsed.zulu);
  }),
  timecmp: plain([STRING, STRING], ([a, b]: [string, string]) =>
    Math.sign(parse(a).seconds - parse(b).seconds),
  ),
  timestamp: plain([], (_: [], call: Call) => now(call)),
};
