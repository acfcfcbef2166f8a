import type { Program } from '../code/names/program.ts';
import { givenBy } from '../code/names/scopes.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { jsonIn } from './json-text.ts';
import type { Known } from './loggers.ts';

/**
 * Whether the loggers of winston that some modules make write JSON, by the formats that they are given: what comes last of
 * those that make a text decides. Nothing where none is made there, or one is given something that cannot be followed.
 */
export function winstonFormats(program: Program, modules: readonly SourceModule[]): 'yes' | 'no' | undefined {
  const found = new Set<Known>();
  for (const module of modules) {
    if (!module.imports.some((one) => /^winston(\/|$)/.test(one.module))) continue;
    for (const call of module.calls) {
      if (!MAKES.test(program.pathOf(module, call.callee, call.within) ?? '')) continue;
      for (const is of formatsOf(program, {
        module,
        value: call.arguments.at(-1)?.value,
        within: call.within,
      }))
        found.add(is);
    }
  }
  const [only, ...others] = found;
  return others.length > 0 || only === 'open' ? undefined : only;
}

const MAKES = /^winston(\.default)?\.(createLogger|loggers\.add)$/;

interface At {
  readonly module: SourceModule;
  readonly value: Expression | undefined;
  readonly within: number;
}

/** What a logger writes, and what each way out of it does that has a format of its own. */
function formatsOf(program: Program, options: At): readonly Known[] {
  if (options.value === undefined) return ['yes'];
  const own = memberOf(program, options, 'format');
  const out = memberOf(program, options, 'transports');
  if (own === 'open' || out === 'open') return ['open'];
  // JSON is what it writes where nothing else is said.
  const format = own === undefined ? 'yes' : asKnown(formatOf(program, own, 0));
  return [format, ...(out === undefined ? [] : transportsOf(program, out))];
}

function transportsOf(program: Program, { module, value, within }: At): readonly Known[] {
  const meaning = program.resolve(module, value!, within);
  if (meaning.kind === 'made') return transport(program, meaning.module, meaning.call);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'list' || meaning.value.open) return ['open'];
  return meaning.value.items.flatMap((item) => {
    const one = program.resolve(meaning.module, item, meaning.within);
    return one.kind === 'made' ? transport(program, one.module, one.call) : ['open'];
  });
}

function transport(program: Program, module: SourceModule, number: number): readonly Known[] {
  const { arguments: given, within } = module.calls[number]!;
  const [options] = given;
  if (options === undefined) return [];
  const own = memberOf(program, { module, value: options.value, within }, 'format');
  return own === undefined ? [] : [own === 'open' ? 'open' : asKnown(formatOf(program, own, 0))];
}

/** A member of an object of options; `open` where there may be one that is not seen. */
function memberOf(program: Program, { module, value, within }: At, name: string): At | 'open' | undefined {
  const meaning = program.resolve(module, value!, within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return 'open';
  const { members, open } = meaning.value;
  const own = members.findLast((one) => one.name === name);
  if (own !== undefined) return { module: meaning.module, value: own.value, within: meaning.within };
  return open ? 'open' : undefined;
}

/** `no text`: it adds to what is written, and another one makes the text. */
type Format = Known | 'no text';

function asKnown(format: Format): Known {
  return format === 'no text' ? 'open' : format;
}

const FORMATS: readonly (readonly [names: RegExp, format: Format])[] = [
  [/^(json|logstash)$/, 'yes'],
  [/^(simple|cli|prettyPrint)$/, 'no'],
  [/^(timestamp|errors|splat|colorize|label|align|padLevels|metadata|ms|uncolorize)$/, 'no text'],
];

const DEEPEST = 6;

function formatOf(program: Program, { module, value, within }: At, depth: number): Format {
  if (depth > DEEPEST) return 'open';
  return formatMeant(program, program.resolve(module, value!, within), depth);
}

function formatMeant(program: Program, meaning: ReturnType<Program['resolve']>, depth: number): Format {
  if (meaning.kind !== 'made' || meaning.members.length > 0) return 'open';
  const { module, call: number } = meaning;
  const { callee, arguments: given, within } = module.calls[number]!;
  const name = /^winston(?:\.default)?\.format\.(\w+)\(\)$|^logform\.(\w+)\(\)$/.exec(
    program.nameOf(meaning) ?? '',
  );
  const format = name?.[1] ?? name?.[2];
  if (format === 'combine') {
    const parts = given.map(({ value, spread }) =>
      spread ? 'open' : formatOf(program, { module, value, within }, depth + 1),
    );
    return parts.includes('open') ? 'open' : (parts.findLast((one) => one !== 'no text') ?? 'no text');
  }
  if (format === 'printf') {
    const [line] = given;
    const made = line === undefined ? undefined : program.resolve(module, line.value, within);
    const number = line?.value.kind === 'function' ? line.value.function : undefined;
    const of =
      made?.kind === 'function' ? made : number === undefined ? undefined : { module, function: number };
    const text = of === undefined ? undefined : givenBy(of.module, of.function);
    return text === undefined ? 'open' : jsonIn(program, of!.module, text, of!.function).is;
  }
  if (format !== undefined) return FORMATS.find(([names]) => names.test(format))?.[1] ?? 'open';
  const own = program.resolve(module, callee, within);
  const result = own.kind === 'function' ? program.given(own.module, own.function) : undefined;
  return result === undefined ? 'open' : formatMeant(program, result, depth + 1);
}
