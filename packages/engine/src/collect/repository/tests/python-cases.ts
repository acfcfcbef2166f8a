import { importPath, pathOf } from '../code/syntax/path.ts';
import { type CodeClass, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { isConditional } from './script-cases.ts';
import { importOf, within } from './source-text.ts';
import type { Mark, TestCase } from './test-case.ts';

/** The tests of a file of Python, and the classes with tests that nothing collects. */
export interface PythonCases {
  readonly cases: readonly TestCase[];
  readonly uncollected: readonly { readonly name: string; readonly at: CodeClass['at'] }[];
}

/** What pytest is told to collect. */
export interface Collected {
  readonly classes: (name: string) => boolean;
  /** Names of classes that others are made from, in any file of tests. */
  readonly bases: ReadonlySet<string>;
}

const SKIPS =
  /^(pytest\.mark\.skip|unittest\.skip|pytest\.skip|unittest\.case\.skip|django\.test\.skip)(\(\))?$/;
const PERHAPS = /^(pytest\.mark\.skipif|unittest\.skipIf|unittest\.skipUnless|pytest\.importorskip)(\(\))?$/;
const FAILS = /^(pytest\.mark\.xfail|pytest\.xfail|unittest\.(case\.)?expectedFailure)(\(\))?$/;

export function pythonCases(module: SourceModule, collected: Collected): PythonCases {
  const imported = new Map(module.imports.map((one) => [one.local, one]));
  const named = (value: Expression) => pathOf(value, module, imported);
  const whole = moduleMark(module, named);
  const cases: TestCase[] = [];
  const uncollected: { name: string; at: CodeClass['at'] }[] = [];
  module.functions.forEach((found, number) => {
    if (found.name === undefined || !found.name.startsWith('test') || found.within !== TOP) return;
    const owner = found.class === undefined ? undefined : module.classes[found.class];
    if (owner === undefined ? !found.isDeclared : owner.within !== TOP) return;
    // A fixture may be called anything.
    if (found.decorators.some((d) => /^pytest\.fixture/.test(named(d) ?? ''))) return;
    if (owner !== undefined && !isCollected(owner, module, collected, imported)) return;
    const decorators = [...found.decorators, ...(owner?.decorators ?? [])];
    const marks = [whole, ...decorators.map((d) => markOf(d, module, named)), skipInside(module, number)];
    const skipped = marks.find((m) => typeof m === 'object');
    const fails = failsOf([...moduleMarks(module), ...decorators], number, module, named);
    const name = owner?.name === undefined ? found.name : `${owner.name}.${found.name}`;
    cases.push({
      name,
      at: found.at,
      body: { at: found.at, end: found.end, function: number },
      ...(skipped === undefined ? {} : { skipped }),
      ...(marks.includes('perhaps') ? { onlyIf: true } : {}),
      ...(fails === undefined ? {} : { fails }),
    });
  });
  for (const one of module.classes) {
    if (one.within !== TOP || one.name === undefined || collected.bases.has(one.name)) continue;
    if (isCollected(one, module, collected, imported)) continue;
    const own = one.methods.map((m) => module.functions[m]!);
    if (
      own.some((f) => /^test_/.test(f.name ?? '') && f.parameters.length === 1 && f.decorators.length === 0)
    )
      uncollected.push({ name: one.name, at: one.at });
  }
  return { cases, uncollected };
}

/** pytest takes classes by name, and whatever is a `TestCase`: with a base from elsewhere it may be one. */
function isCollected(
  one: CodeClass,
  module: SourceModule,
  collected: Collected,
  imported: ReadonlyMap<string | undefined, SourceModule['imports'][number]>,
  depth = 0,
): boolean {
  if (one.name !== undefined && collected.classes(one.name)) return true;
  return one.bases.some((base) => {
    const path = pathOf(base, module, imported) ?? '';
    if (path === 'object' || path === '') return false;
    const local = base.kind === 'name' ? module.classes.find((c) => c.name === base.name) : undefined;
    if (local === undefined) return true;
    return (
      depth < 10 && isCollected(local, module, { ...collected, classes: () => false }, imported, depth + 1)
    );
  });
}

function markOf(
  value: Expression,
  module: SourceModule,
  named: (value: Expression) => string | undefined,
): Mark | 'perhaps' | undefined {
  const path = named(value) ?? '';
  if (SKIPS.test(path)) return { text: path.replace(/\(\)$/, ''), at: value.at };
  if (!PERHAPS.test(path)) return undefined;
  const condition = value.kind === 'call' ? module.calls[value.call]!.arguments[0]?.value : undefined;
  const always = condition?.kind === 'literal' && condition.value === !path.includes('Unless');
  return always ? { text: path.replace(/\(\)$/, ''), at: value.at } : 'perhaps';
}

/** Whether a test is to fail, by its marks or by what it calls; `perhaps` where a condition decides. */
function failsOf(
  marks: readonly Expression[],
  number: number,
  module: SourceModule,
  named: (value: Expression) => string | undefined,
): TestCase['fails'] {
  const all = marks.flatMap((mark) => {
    if (!FAILS.test(named(mark) ?? '')) return [];
    const given = mark.kind === 'call' ? module.calls[mark.call]!.arguments : [];
    const asks = given.some(({ name }) => name === undefined || name === 'condition');
    return [asks ? 'perhaps' : 'always'] as const;
  });
  const inside = within(module.calls, module.functions[number]!).some((call) => FAILS.test(call.path ?? ''));
  return all.find((one) => one === 'always') ?? (inside ? 'perhaps' : all[0]);
}

/** What `pytestmark` holds: the marks of all tests of a file. */
function moduleMarks({ bindings }: SourceModule): readonly Expression[] {
  return bindings.flatMap(({ target, value, within: place }) => {
    if (place !== TOP || target.kind !== 'name' || target.name !== 'pytestmark') return [];
    return value.kind === 'list' ? value.items : [value];
  });
}

/** `pytestmark = pytest.mark.skip`, and a skip at the top of the file. */
function moduleMark(
  module: SourceModule,
  named: (value: Expression) => string | undefined,
): Mark | 'perhaps' | undefined {
  const marks = moduleMarks(module).map((one) => markOf(one, module, named));
  const mark = marks.find((one) => typeof one === 'object');
  if (mark !== undefined) return mark;
  const calls = module.calls.filter((c) => c.path === 'pytest.skip' && c.within === TOP);
  const call = calls.find((c) => !isConditional(c, module));
  if (call !== undefined) return { text: 'pytest.skip', at: call.at };
  return marks.includes('perhaps') || calls.length > 0 ? 'perhaps' : undefined;
}

function skipInside(module: SourceModule, number: number): Mark | 'perhaps' | undefined {
  for (const call of within(module.calls, module.functions[number]!)) {
    if (call.within !== number || !/^(pytest\.skip|self\.skipTest)$/.test(call.path ?? '')) continue;
    if (isConditional(call, module)) return 'perhaps';
    return { text: call.path!, at: call.at };
  }
  return undefined;
}

/** Names of classes that classes of a module are made from. */
export function basesIn(module: SourceModule): readonly string[] {
  return module.classes.flatMap(({ bases }) =>
    bases.flatMap((base) => {
      if (base.kind === 'member') return [base.name];
      if (base.kind !== 'name') return [];
      const from = importOf(module, base.name);
      return from === undefined ? [base.name] : [base.name, importPath(from).split('.').at(-1)!];
    }),
  );
}
