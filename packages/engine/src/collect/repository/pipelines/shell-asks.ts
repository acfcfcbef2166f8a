import type { PipelineSystem } from './pipeline.ts';
import type { Pipe } from './shell-tree.ts';

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

/** What may be run at the end of a pipe that asks: `[ -n "$TESTS" ] && npm test`. */
export function askedBy({ commands: [question] }: Pipe, after: '&&' | '||', way: number): Asked {
  const written = question?.kind === 'simple' ? question.written : 'what comes before it';
  const fork = { going: new Set([PASSED, way]) };
  return { fork, way, written: after === '&&' ? written : `not ${written}` };
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
export function conditionsAsked(asked: readonly Asked[], system: PipelineSystem): readonly string[] {
  return asked.flatMap(({ written }) => {
    if (SETS_CI.includes(system) && IN_CI.test(written)) return [];
    const [, not, name = '', operator, , text = ''] = COMPARES.exec(written) ?? [];
    const value = OF_HOST[system]?.(name);
    if (value === undefined) return [`shell.${written.replace(/\W+/g, '_')}`];
    const isSame = (operator !== '!=') === (not === undefined);
    return [`${value} ${isSame ? '==' : '!='} '${text}'`];
  });
}
