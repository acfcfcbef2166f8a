import { escaped } from '../../escaped.ts';
import type { Location } from '../../model/origin.ts';
import { known, listOf, type Sensitive, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { Environment, Inputs } from '../collected.ts';
import type { Repository } from '../files/repository.ts';
import { overChoices } from './choices.ts';
import { type Node, parseTemplate } from './parse.ts';
import { samConfigFor } from './samconfig.ts';
import { SERVERLESS, type Template, textOf } from './template.ts';
import { canonical, decidedBy, scalarOf, secretValue } from './text.ts';

/** A value that the repository or the call gives to a parameter, with where it stands. */
export type Given =
  | { readonly text: string; readonly at: Location }
  /** What a stack passes to a template that is nested in it. */
  | { readonly value: () => Value; readonly at: Location };

/** Values by parameter name: `--param`, then the files of the environment. Defaults stay with the template. */
export type GivenParameters = ReadonlyMap<string, Given>;

/** `params/prod.json`, `parameters/prod/app.yaml`, `prod.parameters.json`, `parameters-prod.json`, `app-prod.params.json`. */
const FILE_NAMES: readonly RegExp[] = [
  /(?:^|\/)(?:cfn-|cloudformation-)?param(?:eter)?s?\/([\w.-]+?)(?:\.param(?:eter)?s)?\.(?:json|ya?ml)$/i,
  /(?:^|\/)(?:cfn-|cloudformation-)?param(?:eter)?s?\/([\w-]+)\/[\w.-]+\.(?:json|ya?ml)$/i,
  /(?:^|\/)([\w-]+)[.-]param(?:eter)?s\.(?:json|ya?ml)$/i,
  /(?:^|\/)param(?:eter)?s[.-]([\w-]+)\.(?:json|ya?ml)$/i,
];

/** Parameter files by the name that could be an environment, each list sorted. Only names are looked at. */
export function parameterFiles(repository: Repository): ReadonlyMap<string, readonly string[]> {
  const before = FILES.get(repository);
  if (before !== undefined) return before;
  const files = findParameterFiles(repository);
  FILES.set(repository, files);
  return files;
}

/** Looked for once, however many templates ask. */
const FILES = new WeakMap<Repository, ReadonlyMap<string, readonly string[]>>();

function findParameterFiles(repository: Repository): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of repository.paths) {
    for (const pattern of FILE_NAMES) {
      const name = pattern.exec(path)?.[1];
      if (name === undefined) continue;
      const files = found.get(name);
      if (files === undefined) found.set(name, [path]);
      else if (!files.includes(path)) files.push(path);
      break;
    }
  }
  return found;
}

export interface ReadParameters {
  readonly given: GivenParameters;
  readonly read: readonly string[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** What is given to a template's parameters in an environment. */
export async function readParameters(
  repository: Repository,
  template: Template,
  environment: Environment,
  inputs: Inputs,
): Promise<ReadParameters> {
  const given = new Map<string, Given>();
  const read: string[] = [];
  const skipped: { file: string; why: string }[] = [];
  const declared = template.parameters;
  if (declared.size > 0 && environment.name !== undefined) {
    for (const file of filesFor(repository, template.file, environment.name, inputs)) {
      const values = await valuesIn(repository, file);
      if (!(values instanceof Map)) {
        skipped.push({ file, why: values.why });
        continue;
      }
      let used = false;
      for (const [name, value] of values) {
        if (!declared.has(name)) continue;
        given.set(name, value);
        used = true;
      }
      if (used) read.push(file);
    }
  }
  if (declared.size > 0 && template.transforms.some((t) => t.name === SERVERLESS)) {
    const config = await samConfigFor(repository, template.file);
    // Without an environment `sam deploy` takes the one that is called default.
    const values = config?.environments.get(environment.name ?? 'default') ?? new Map<string, Given>();
    const used = [...values].filter(([name]) => declared.has(name));
    for (const [name, value] of used) given.set(name, value);
    if (config !== undefined && used.length > 0) read.push(config.file);
  }
  for (const [name, text] of inputs.params) {
    const column = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const at: Location = { file: '<command line>', ...column, what: `--param ${name}` };
    if (declared.has(name)) given.set(name, { text, at });
  }
  return { given, read, skipped };
}

const VALUES = new WeakMap<Repository, Map<string, Promise<Map<string, Given> | { readonly why: string }>>>();

function valuesIn(
  repository: Repository,
  file: string,
): Promise<Map<string, Given> | { readonly why: string }> {
  const read = VALUES.get(repository) ?? new Map();
  VALUES.set(repository, read);
  const before = read.get(file);
  if (before !== undefined) return before;
  const values = repository.text(file).then((text) => {
    if (text.kind === 'skipped') return { why: text.why };
    return parametersIn(file, text.text) ?? { why: 'not a list or object of parameters' };
  });
  read.set(file, values);
  return values;
}

/** Files that serve a folder above the template, far ones first, so that a nearer one wins; those that `airworthy.yaml` names last. */
function filesFor(
  repository: Repository,
  template: string,
  environment: string,
  inputs: Inputs,
): readonly string[] {
  const base = template.slice(template.lastIndexOf('/') + 1).replace(/(\.template)?\.\w+$/, '');
  const home = template.slice(0, template.lastIndexOf('/') + 1);
  const found = new Set<string>();
  for (const [name, files] of parameterFiles(repository)) {
    const bare = name.replace(new RegExp(`^${escaped(base)}[.-]|[.-]${escaped(base)}$`), '');
    if (name !== environment && bare !== environment) continue;
    for (const file of files) if (home.startsWith(folderServedBy(file))) found.add(file);
  }
  const nearer = [...found].sort((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b));
  const declared = inputs.environmentFiles?.get(environment) ?? [];
  return [...nearer, ...declared.filter((f) => /\.(json|ya?ml)$/.test(f) && !/\.tfvars\.json$/.test(f))];
}

const SERVED = new Map<string, string>();

/** The folder that a parameter file is for: its own, or the one that holds its folder of parameters. */
function folderServedBy(file: string): string {
  const before = SERVED.get(file);
  if (before !== undefined) return before;
  const own = file.slice(0, file.lastIndexOf('/') + 1);
  const served = own.replace(/(?:cfn-|cloudformation-)?param(?:eter)?s?\/(?:[\w-]+\/)?$/i, '');
  if (SERVED.size > 10_000) SERVED.clear();
  SERVED.set(file, served);
  return served;
}

/** The formats in use: `[{ParameterKey, ParameterValue}]`, `{Parameters: …}` around that or around a map, a plain map. */
export function parametersIn(file: string, text: string): Map<string, Given> | undefined {
  const { root } = parseTemplate(file, text);
  return root === undefined ? undefined : parametersOf(root);
}

function parametersOf(node: Node): Map<string, Given> | undefined {
  const values = new Map<string, Given>();
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (item.kind !== 'map') {
        const pair = /^([A-Za-z0-9]+)=(.*)$/s.exec(textOf(item) ?? '');
        if (pair !== null) values.set(pair[1]!, { text: pair[2]!, at: named(item.at) });
        continue;
      }
      const key = textOf(item.entries.get('ParameterKey')?.value);
      const value = item.entries.get('ParameterValue');
      const text = value === undefined ? undefined : valueText(value.value);
      if (key !== undefined && value !== undefined && text !== undefined) {
        values.set(key, { text, at: named(value.at) });
      }
    }
    return values;
  }
  if (node.kind !== 'map') return undefined;
  const inner = node.entries.get('Parameters');
  if (inner !== undefined && inner.value.kind !== 'scalar') return parametersOf(inner.value);
  for (const [key, entry] of node.entries) {
    const text = valueText(entry.value);
    if (text !== undefined) values.set(key, { text, at: named(entry.at) });
  }
  return values;
}

function valueText(node: Node): string | undefined {
  if (node.kind === 'scalar') return node.text;
  if (node.kind !== 'list') return undefined;
  const texts = node.items.map((item) => textOf(item));
  return texts.every((t) => t !== undefined) ? texts.join(',') : undefined;
}

function named(at: Location): Location {
  return { ...at, what: at.file };
}

/** The value of a parameter where it is declared; its trail leads to what gave it. */
export function parameterValue(
  template: Template,
  name: string,
  given: GivenParameters,
): Value & { readonly allowed?: readonly string[] } {
  const entry = template.parameters.get(name)!;
  const declaration = entry.value.kind === 'map' ? entry.value.entries : new Map<string, never>();
  const property = (key: string) => declaration.get(key)?.value as Node | undefined;
  const type = textOf(property('Type')) ?? 'String';
  const at: Location = { ...entry.at, what: `parameter ${name}` };
  const fallback = declaration.get('Default') as { value: Node; at: Location } | undefined;
  const secret = /^true$/i.test(textOf(property('NoEcho')) ?? '');
  const passed = given.get(name);
  if (passed !== undefined && 'value' in passed) {
    const fallback = () => parameterValue(template, name, new Map());
    return passedValue(passed.value(), { name, type, secret, at, from: passed.at, fallback });
  }
  const value = passed;
  const text = value?.text ?? (fallback === undefined ? undefined : valueText(fallback.value));
  const from: readonly Location[] =
    value !== undefined
      ? [value.at]
      : fallback !== undefined
        ? [{ ...fallback.at, what: `parameter ${name} (default)` }]
        : [];
  const origin = { plane: 'code' as const, at, trail: from };
  if (text === undefined) {
    if (fallback !== undefined || (entry.value.kind !== 'map' && entry.value.kind !== 'scalar')) {
      return unknown('not-readable', `a readable declaration of parameter ${name}`, origin, name);
    }
    if (secret) return undisclosed(name, origin);
    return inputWithoutValue(name, origin);
  }
  if (/^AWS::SSM::Parameter::Value</.test(type)) {
    return unknown('data-source', `the SSM parameter ${text} in the account`, origin, name);
  }
  const plain = typedValue(text, type, origin);
  return secret ? secretValue(plain, origin) : plain;
}

const LIST = /^(CommaDelimitedList|List<)/;

function typedValue(text: string, type: string, origin: Value['origin']): Value {
  if (!LIST.test(type)) return known(scalarOf(text, type), origin);
  const parts = text.split(',');
  return listOf(
    parts.map((part) => known(scalarOf(part.trim(), /Number/.test(type) ? 'Number' : ''), origin)),
    origin,
  );
}

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly secret: boolean;
  readonly at: Location;
  readonly from: Location;
  /** What holds where the outer template passes nothing. */
  readonly fallback: () => Value;
}

/** A value from outside of a nested template as its parameter holds it. */
function passedValue(value: Value, declared: Declared): Value {
  const { name, type, secret, at, from } = declared;
  return overChoices([value], ([decided]) => {
    const outside = decided!;
    if (outside.kind === 'absent') return declared.fallback();
    const shown = outside.kind === 'sensitive' ? (outside.reveal?.() ?? outside) : outside;
    const origin = { ...outside.origin, at, trail: [from, ...outside.origin.trail] };
    if (/^AWS::SSM::Parameter::Value</.test(type)) {
      const path = shown.kind === 'known' ? String(shown.value) : `that ${name} names`;
      return unknown(
        'data-source',
        `the SSM parameter ${path} in the account`,
        origin,
        `${name} of ${at.file}`,
      );
    }
    const hidden = secret || outside.kind === 'sensitive';
    if (shown.kind === 'known' && shown.value !== null) {
      const typed = typedValue(String(shown.value), type, origin);
      const { via, around } = shown;
      const read = via === undefined || typed.kind !== 'known' ? typed : { ...typed, via };
      const whole = around === undefined || read.kind !== 'known' ? read : { ...read, around };
      return hidden ? secretValue(whole, origin) : whole;
    }
    if (hidden) return undisclosed(name, origin);
    return LIST.test(type) ? listFrom({ ...shown, origin }) : { ...shown, origin };
  });
}

/** The members of a list that is passed as one text: `!Join [',', [!Ref A, !Ref B]]`. */
function listFrom(value: Value): Value {
  if (value.kind === 'reference') return listOf([value], value.origin);
  if (value.kind !== 'composed') return value;
  const items: Value[] = [];
  let open: Value | undefined;
  for (const part of value.parts) {
    if (part.kind === 'known') {
      const [first, ...more] = String(part.value).split(',');
      // A piece that touches another is a text put together from both, which no list of ids has.
      if (first?.trim() !== '' && items.length > 0) open ??= part;
      const texts = items.length === 0 && first?.trim() !== '' ? [first!, ...more] : more;
      for (const text of texts) if (text.trim() !== '') items.push(known(text.trim(), part.origin));
      if (more.at(-1)?.trim() !== '' && part !== value.parts.at(-1)) open ??= part;
    } else if (part.kind === 'reference') items.push(part);
    else open ??= part;
  }
  if (open === undefined) return listOf(items, value.origin);
  const decider = decidedBy(value);
  return unknown('unresolved-expression', decider, value.origin, canonical(value));
}

function inputWithoutValue(name: string, origin: Value['origin']): Unknown {
  const how = `a value for parameter ${name} (--param ${name}=…)`;
  return unknown('input-without-value', how, origin, name);
}

/** A `NoEcho` parameter without value: it comes from outside of the code, and is never shown. */
function undisclosed(name: string, origin: Value['origin']): Sensitive {
  return { kind: 'sensitive', fingerprint: `parameter ${name}`, origin };
}

/** `AllowedValues` of a parameter as texts, where it has them. */
export function allowedValues(template: Template, name: string): readonly string[] | undefined {
  const entry = template.parameters.get(name);
  if (entry?.value.kind !== 'map') return undefined;
  const list = entry.value.entries.get('AllowedValues')?.value;
  if (list?.kind !== 'list') return undefined;
  const texts = list.items.map((item) => (item.kind === 'scalar' ? item.text : undefined));
  return texts.every((t) => t !== undefined) ? texts : undefined;
}
