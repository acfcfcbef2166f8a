const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first day in a text as `2026-05-19`, however it is written; a month alone is its first day. */
export function dayIn(text: string): string | undefined {
  const iso = /\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  if (iso !== null) return day(iso[1]!, Number(iso[2]), Number(iso[3]));
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Z][a-z]{2,8})\.?,?\s+(20\d\d)\b/.exec(text);
  if (named !== null) return day(named[3]!, monthOf(named[2]!), Number(named[1]));
  const american = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)\b/.exec(text);
  if (american !== null) return day(american[3]!, monthOf(american[1]!), Number(american[2]));
  const month = /\b([A-Z][a-z]{2,8})\s+(20\d\d)\b/.exec(text);
  if (month !== null) return day(month[2]!, monthOf(month[1]!), 1);
  const short = /\b(20\d\d)-(0[1-9]|1[0-2])\b/.exec(text);
  return short === null ? undefined : day(short[1]!, Number(short[2]), 1);
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function day(year: string, month: number, date: number): string | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const MINUTES: Readonly<Record<string, number>> = {
  second: 1 / 60,
  sec: 1 / 60,
  s: 1 / 60,
  minute: 1,
  min: 1,
  m: 1,
  hour: 60,
  hr: 60,
  h: 60,
  day: 1_440,
  d: 1_440,
  week: 10_080,
};

/** A length of time in minutes: `1 h`, `30 minutes`, `zero`. */
export function minutesIn(text: string): number | undefined {
  const match =
    /(\d+(?:[.,]\d+)?)\s*[-–]?\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?)\b/i.exec(
      text,
    );
  if (match === null) return /\b(?:zero|near[- ]zero|none)\b/i.test(text) ? 0 : undefined;
  const unit = match[2]!.toLowerCase();
  const each = MINUTES[unit] ?? MINUTES[unit.replace(/s$/, '')];
  return each === undefined ? undefined : Number(match[1]!.replace(',', '.')) * each;
}
