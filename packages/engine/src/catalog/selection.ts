import { areaOf, type Check } from './check.ts';

/** The checks that `--only` and `--skip` leave: by id of a check, a requirement or an area. */
export function chosen(
  checks: readonly Check[],
  select: { readonly only: readonly string[]; readonly skip: readonly string[] } | undefined,
): readonly Check[] {
  if (select === undefined) return checks;
  const named = (check: Check, ids: readonly string[]) => namesOf(check).some((name) => ids.includes(name));
  return checks.filter(
    (check) => (select.only.length === 0 || named(check, select.only)) && !named(check, select.skip),
  );
}

/** Every name that selects a check. */
export function namesOf(check: Check): readonly string[] {
  return [check.id, check.requirement, areaOf(check)];
}
