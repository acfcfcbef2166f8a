import type { PipelineSystem } from './pipeline.ts';
import { isQuestion } from './shell-conditions.ts';
import type { Chain, Pipe, ShellWord } from './shell-tree.ts';

/** Where a script goes one of several ways, and only running it tells which. */
export interface Fork {
  /** The ways after which it goes on; of what may be passed over, that is one too (`PASSED`). */
  readonly going: Set<number>;
}

/** The way of a fork that something stands on, and the condition of that as it is written. */
export interface Asked {
  readonly fork: Fork;
  readonly way: number;
  readonly written: string;
}

export const PASSED = -1;

/** What stands behind pipes that ask, in the same chain: `[ -n "$TESTS" ] && npm test`. */
export function askedInChain({ pipes }: Chain, way: number): readonly Asked[] {
  const after = pipes[way]!.after;
  const before = pipes[way - 1]?.pipe;
  if (after === undefined || before === undefined || !isQuestion(before)) return [];
  const fork = { going: new Set([PASSED, way]) };
  const earlier = pipes.slice(0, way);
  if (after === '&&' && earlier.every((one) => one.after !== '||'))
    return earlier
      .filter(({ pipe }) => isQuestion(pipe))
      .map(({ pipe }) => ({ fork, way, written: writtenIn(pipe) }));
  const said = earlier.map((one) => `${one.after ?? ''} ${writtenIn(one.pipe)}`.trim()).join(' ');
  return [{ fork, way, written: after === '&&' ? said : `not ${said}` }];
}

function writtenIn({ commands, negated }: Pipe): string {
  const said = commands
    .map((one) => (one.kind === 'simple' ? one.written : `what ${one.kind} runs`))
    .join(' | ');
  return negated ? `! ${said}` : said;
}

/** A way that is taken where those before it are not. */
export function wayAfter(fork: Fork, before: readonly string[], own?: string): Asked {
  const not = before.map((one) => `not ${one}`);
  return { fork, way: before.length, written: [...not, ...(own === undefined ? [] : [own])].join(' and ') };
}

/** `case "$STAGE" in prod)` */
export function wayOfCase(fork: Fork, way: number, of: ShellWord, patterns: readonly string[]): Asked {
  const asked = of.pieces.map((piece) =>
    piece.kind === 'text' ? piece.text : piece.kind === 'variable' ? `$${piece.name}` : piece.written,
  );
  return { fork, way, written: `${asked.join('')} is ${patterns.join(' | ')}` };
}

interface Behind {
  readonly kind: string;
  readonly asked?: readonly Asked[];
}

/**
 * What must hold for a command to be run where a later one is: of all that it stands behind, what the later one does not.
 * On each way of a fork another of its kind may stand. Nothing where the two never run together.
 */
export function askedBefore(
  one: Behind,
  beside: readonly Behind[],
  later: Behind | undefined,
): readonly Asked[] | undefined {
  const left: Asked[] = [];
  for (const ask of one.asked ?? []) {
    const { fork, way } = ask;
    const there = later?.asked?.find((other) => other.fork === fork);
    if (there !== undefined && there.way !== way) return undefined;
    const isOn = (taken: number) =>
      beside.some(
        ({ kind, asked = [] }) =>
          kind === one.kind && asked.some((of) => of.fork === fork && of.way === taken),
      );
    const isSure = fork.going.has(way) && [...fork.going].every(isOn);
    if (there === undefined && !isSure) left.push(ask);
  }
  return left;
}

/** `[ "$GITHUB_EVENT_NAME" = "push" ]` */
const COMPARES =
  /^(not )?(?:\[\[?|test)\s+"?\$\{?(\w+)(?::?-)?\}?"?\s+(==?|!=)\s+(["']?)([\w./-]+)\4(?:\s+\]\]?)?$/;

/** `[ -n "$CI" ]` */
const IN_CI =
  /^(?:\[\[?|test)\s+(?:-n\s+)?"?\$\{?CI(?::?-)?\}?"?(?:\s+==?\s+["']?(?:true|1)["']?)?(?:\s+\]\]?)?$/;

/** What its host says of a run. Source: the default variables of each. */
const OF_HOST: Partial<Record<PipelineSystem, (name: string) => string | undefined>> = {
  'github-actions': (name) =>
    /^GITHUB_(?:EVENT_NAME|REF|REF_NAME|REF_TYPE|HEAD_REF|BASE_REF)$/.test(name)
      ? `github.${name.slice('GITHUB_'.length).toLowerCase()}`
      : undefined,
  'gitlab-ci': (name) =>
    /^CI_(?:PIPELINE_SOURCE|COMMIT_(?:BRANCH|TAG|REF_NAME)|MERGE_REQUEST_I?ID)$/.test(name)
      ? name
      : undefined,
};

const SETS_CI: readonly PipelineSystem[] = [
  'github-actions',
  'gitlab-ci',
  'circleci',
  'travis-ci',
  'bitbucket',
];

/** What a script asks, as its host would ask it; what only the script knows is a name that stands for itself. */
export function conditionsAsked(
  asked: readonly Asked[],
  system: PipelineSystem,
  whose: 'earlier' | 'later',
): readonly string[] {
  return asked.flatMap(({ written }) => {
    if (SETS_CI.includes(system) && IN_CI.test(written)) return [];
    const [, not, name = '', operator, , text = ''] = COMPARES.exec(written) ?? [];
    const value = OF_HOST[system]?.(name);
    // What a script is given, and how a command ended, is another thing in each place.
    const own = /\$\{?[0-9@*#?]/.test(written) ? whose : '';
    if (value === undefined) return [`shell.${written.replace(/\W+/g, '_')}${own}`];
    const isSame = (operator !== '!=') === (not === undefined);
    return [`${value} ${isSame ? '==' : '!='} '${text}'`];
  });
}
