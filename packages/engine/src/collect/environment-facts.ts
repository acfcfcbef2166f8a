import type { Location } from '../model/origin.ts';
import { inCode } from '../model/origin.ts';
import type { FactNode } from '../model/resource.ts';
import { known, objectOf, unknown, type Value } from '../model/value.ts';
import type { CollectedRoot, Environment, Inputs } from './collected.ts';
import { stageToldBy } from './repository/pipelines/environment-names.ts';

/** What a root itself says of environments. */
export interface SaidOfEnvironments {
  /** It has values or a folder of its own for the chosen environment. */
  readonly own: boolean;
  /** The input that whoever deploys it names the environment by. */
  readonly input: string | undefined;
  /** What would have to be mended to see all of its inputs, where some of its own code cannot be read. */
  readonly mending: string | undefined;
  readonly at: Location;
}

/** Names of variables and parameters that take an environment. */
const INPUT = /^(.*[-_])?(env|environment|stage)([-_]?name)?$|(Env|Environment|Stage)(Name)?$/i;

/** The first of these inputs that takes the name of an environment. */
export function environmentInput(names: Iterable<string>): string | undefined {
  for (const name of names) if (INPUT.test(name)) return name;
  return undefined;
}

/**
 * That a root knows environments, as a fact of kind `environment`: the repository may know one that has nothing to do with
 * this root.
 */
export function environmentFact({ own, input, mending, at }: SaidOfEnvironments): FactNode {
  const origin = inCode(at);
  const members: Record<string, Value> = {};
  if (own) members.own = known(true, origin);
  if (input !== undefined) members.input = known(input, origin);
  else if (mending !== undefined) members.input = unknown('not-readable', mending, origin);
  return { kind: 'environment', properties: objectOf(members, origin), origin };
}

/** Whether these are names of environments: of at least two kinds. `test` and `live` alone may be those of a payment. */
export function areEnvironments(names: readonly string[]): boolean {
  const stages = new Set(
    names.filter((name) => !/^(?:test|live)$/i.test(name)).flatMap((name) => stageToldBy(name) ?? []),
  );
  return stages.size > 1 || (stages.size === 1 && names.some((name) => /^test$/i.test(name)));
}

/** Words of names of environments that come before production, or that are for trying something out. */
const BEFORE_PRODUCTION =
  /(^|[-_.])((non|pre)[-_]?(prod|production)|dev|develop|development|test|testing|tst|qa|ci|int|integration|stag|stage|staging|stg|uat|sandbox|sbx|demo|preview|perf|local)\d*($|[-_.])/i;

const PRODUCTION = /(^|[-_.])(prod|production|prd|live)\d*($|[-_.])/i;

/**
 * A root with a fact of kind `environments`: `production` where an environment may be production, because it is declared, the
 * repository knows one of such a name, or the root's own name does not say otherwise.
 */
export function withEnvironments(
  root: CollectedRoot,
  environment: Environment,
  { declaredEnvironment }: Pick<Inputs, 'declaredEnvironment'>,
): CollectedRoot {
  const { environment: own, origin } = root;
  const mayBe =
    declaredEnvironment !== undefined ||
    environment.known.some((name) => PRODUCTION.test(name) && !BEFORE_PRODUCTION.test(name)) ||
    (own.kind === 'known' && !BEFORE_PRODUCTION.test(String(own.value)));
  const members = mayBe ? { production: known(true, origin) } : {};
  return {
    ...root,
    facts: [...root.facts, { kind: 'environments', properties: objectOf(members, origin), origin }],
  };
}
