import { fact, placeIn, type RepositoryFact } from '../fact.ts';

const TOGETHER: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/\bThreadPoolExecutor\b/, 'ThreadPoolExecutor'],
  [/\bProcessPoolExecutor\b/, 'ProcessPoolExecutor'],
  [/\bthreading\.Thread\b|\bfrom threading import[^\n]*\bThread\b/, 'threading.Thread'],
  [/\bmultiprocessing\b/, 'multiprocessing'],
  [/\basyncio\.(gather|TaskGroup)\b|\bcreate_task_group\b/, 'asyncio.gather'],
  [/\bPromise\.(all|allSettled)\b/, 'Promise.all'],
  [/\bnew Worker\b/, 'Worker'],
];
const SAYS_SO =
  /concurren|simultan|parallel|\brace\b|racing|at_once|at once|same time|same_time|lost.?update|two writers|both write|optimistic|stale version|lose_nothing|loses? nothing|interleav/i;
const WRITES =
  /\b\w*(write|put|update|save|add|insert|create|set|change|patch|post|increment|reserve|book|transfer|append|upload|store)\w*\b/i;

/** A test in which several write at the same time, by what lets them and by what it says of itself. */
export function concurrentTest(file: string, text: string): RepositoryFact | undefined {
  if (!SAYS_SO.test(text) && !SAYS_SO.test(file)) return undefined;
  const found = TOGETHER.find(([pattern]) => pattern.test(text));
  if (found === undefined || !WRITES.test(text)) return undefined;
  const line = text.slice(0, found[0].exec(text)!.index).split('\n').length;
  return fact({
    type: 'Repository::ConcurrentTest',
    address: `writers at once in ${file}`,
    at: placeIn(file, line),
    properties: { path: file, by: found[1] },
  });
}
