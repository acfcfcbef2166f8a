import { type List, readShell, type ShellCommand, type SimpleCommand } from '../pipelines/shell-syntax.ts';
import type { FoundLoad } from './load-tests.ts';
import { pathOf, type Request } from './requests.ts';

/** Programs that put an address under load by themselves, without a script. */
const PROGRAMS = new Set([
  'ab',
  'hey',
  'wrk',
  'wrk2',
  'siege',
  'bombardier',
  'oha',
  'autocannon',
  'vegeta',
  'artillery',
]);

/** The commands of a shell script that put something under load. */
export function loadCommands(text: string): readonly FoundLoad[] {
  const found = simpleIn(readShell(text).body).flatMap((command) => {
    const words = command.words.map(({ pieces }) =>
      pieces.map((p) => (p.kind === 'text' ? p.text : '{}')).join(''),
    );
    const at = words.findIndex((word) => PROGRAMS.has(nameOf(word)));
    if (
      at < 0 ||
      !words.slice(0, at).every((word) => /^(npx|pnpm|yarn|exec|time|docker|dlx|-.*)$/.test(word))
    )
      return [];
    const tool = nameOf(words[at]!);
    // A plan of its own says the rest.
    if (tool === 'artillery' && words[at + 1] !== 'quick') return [];
    const calls = words.slice(at + 1).flatMap((word): Request[] => {
      const path = /^(https?:\/\/|\{\})/.test(word) ? pathOf(word) : undefined;
      return path === undefined ? [] : [{ method: undefined, path, at: { line: command.line, column: 1 } }];
    });
    return [{ tool, line: command.line, hasThresholds: false, calls }];
  });
  const [first] = found;
  if (first === undefined) return [];
  return [{ ...first, calls: found.flatMap(({ calls }) => calls) }];
}

/** `artillery@2.0.34` is artillery. */
function nameOf(word: string): string {
  return word
    .replace(/@[\w.^~-]+$/, '')
    .split('/')
    .at(-1)!;
}

function simpleIn(list: List): readonly SimpleCommand[] {
  return list.flatMap(({ pipes }) => pipes.flatMap(({ pipe }) => pipe.commands.flatMap(simpleOf)));
}

function simpleOf(command: ShellCommand): readonly SimpleCommand[] {
  switch (command.kind) {
    case 'simple':
      return [command];
    case 'if':
      return [
        ...command.branches.flatMap(({ when, body }) => [...simpleIn(when), ...simpleIn(body)]),
        ...simpleIn(command.otherwise ?? []),
      ];
    case 'case':
      return command.arms.flatMap(({ body }) => simpleIn(body));
    default:
      return simpleIn(command.body);
  }
}
