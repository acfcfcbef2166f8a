import { controlsOf, type FrameworkId } from '../knowledge/frameworks/index.ts';
import { areaOf, type Check } from './check.ts';

/** Which checks are asked: by id of a check, a requirement or an area, and by the framework that they belong to. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly framework?: FrameworkId;
}

/** The checks that `--only`, `--skip` and `--framework` leave. */
export function chosen(checks: readonly Check[], select: Selection | undefined): readonly Check[] {
  if (select === undefined) return checks;
  const { only, skip, framework } = select;
  const named = (check: Check, ids: readonly string[]) => namesOf(check).some((name) => ids.includes(name));
  return checks.filter(
    (check) =>
      (only.length === 0 || named(check, only)) &&
      !named(check, skip) &&
      (framework === undefined || controlsOf(check)[framework] !== undefined),
  );
}

/** Every name that selects a check. */
export function namesOf(check: Check): readonly string[] {
  return [check.id, check.requirement, areaOf(check)];
}
