// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are Terraform, not JavaScript.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEvaluator, type Evaluator } from '../src/collect/terraform/evaluate/evaluate.ts';
import type { Scope } from '../src/collect/terraform/evaluate/scope.ts';
import { typeConstraint } from '../src/collect/terraform/evaluate/types.ts';
import { loadParser, type TerraformParser } from '../src/collect/terraform/syntax/parse.ts';
import type { Block } from '../src/collect/terraform/syntax/tree.ts';
import { inCode, type Location, root } from '../src/model/origin.ts';
import { known, unknown, type Value } from '../src/model/value.ts';

interface Recorded {
  readonly group: string;
  readonly expression: string;
  readonly result: unknown;
  readonly error: string | null;
  readonly json?: string;
  readonly unknown?: true;
  readonly display?: string;
  readonly sensitive?: true;
}

const oracles = join(import.meta.dirname, 'oracles/terraform');
const stage = join(oracles, 'console');
/** Negative zero is the same number as zero to everything but Terraform's printing of it. */
const NOT_FOLLOWED = new Set(['tostring(-0.0)']);

/** `type` exists in the console only. */
const recorded = (JSON.parse(readFileSync(join(oracles, 'expressions.json'), 'utf8')) as Recorded[]).filter(
  ({ expression }) => !/\btype\(/.test(expression) && !NOT_FOLLOWED.has(expression),
);
/** Terraform waits for the unknown side here; the answer is the same whatever it turns out to be. */
const DECIDED_EARLIER = new Set([
  '[var.unknown_string] == [var.unknown_string]',
  'can(var.unknown_string)',
  'false && var.unknown_bool',
  'true || var.unknown_bool',
  'var.unknown_bool && false',
  'var.unknown_bool || true',
  'var.unknown_bool ? "a" : "a"',
  'var.unknown_bool ? { a = 1 } : { a = 1 }',
]);

/** Terraform knows more of these than we say: the type of an unknown, the least length of a text, the working folder. */
const DECIDED_LATER = new Set([
  'length("abc-${var.unknown_string}") > 3',
  'var.unknown_object.nope',
  'endswith(abspath("files/../x"), "/x")',
]);

const nowhere: Location = { file: 'test', line: 1, column: 1, endLine: 1, endColumn: 1 };

let parser: TerraformParser;
let evaluator: Evaluator;

beforeAll(async () => {
  parser = await loadParser();
  evaluator = createEvaluator(parser);
});

/** Files of the oracle's folder, as the reader of a repository would hand them over. */
const files: Scope['files'] = {
  read(path) {
    try {
      const bytes = readFileSync(join(stage, path));
      return { bytes, text: bytes.toString('utf8') };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return code === 'EISDIR' ? { why: 'a folder', missing: false } : { why: 'no such file', missing: true };
    }
  },
  list(path) {
    try {
      return (readdirSync(join(stage, path), { recursive: true }) as string[]).filter((name) =>
        statSync(join(stage, path, name)).isFile(),
      );
    } catch {
      return [];
    }
  },
};

/** Variables and locals of the oracle's main.tf; `hide` names variables whose value is withheld. */
function consoleScope(hide: ReadonlySet<string> = new Set()): Scope {
  const { body } = parser.parse('main.tf', readFileSync(join(stage, 'main.tf'), 'utf8'));
  const variables = new Map<string, Block>();
  for (const block of body.blocks) if (block.type === 'variable') variables.set(block.labels[0]!, block);
  const locals = body.blocks.find((block) => block.type === 'locals')!.body.attributes;
  const cache = new Map<string, Value>();
  const variable = (name: string): Value => {
    const { attributes } = variables.get(name)!.body;
    const given = attributes.get('default');
    if (given === undefined || hide.has(name))
      return unknown('input-without-value', `a value for var.${name}`, inCode(nowhere), `var.${name}`);
    const value = evaluator.evaluate(given.value, scope);
    const type = attributes.get('type');
    const converted =
      type === undefined ? { value } : evaluator.convert(value, typeConstraint(type.value), scope);
    if ('error' in converted) throw new Error(converted.error);
    if (attributes.has('sensitive'))
      return {
        kind: 'sensitive',
        fingerprint: name,
        reveal: () => converted.value,
        origin: converted.value.origin,
      };
    return converted.value;
  };
  const cached = (key: string, make: () => Value): Value => {
    const value = cache.get(key) ?? make();
    cache.set(key, value);
    return value;
  };
  const scope: Scope = {
    files,
    now: new Date('2026-01-02T03:04:05Z'),
    resolve(name, [first]) {
      if (first === undefined) return undefined;
      if (name === 'var' && variables.has(first))
        return { value: cached(`var.${first}`, () => variable(first)), used: 1 };
      if (name === 'local' && locals.has(first))
        return {
          value: cached(`local.${first}`, () => evaluator.evaluate(locals.get(first)!.value, scope)),
          used: 1,
        };
      if (name === 'path' && /^(?:module|root|cwd)$/.test(first))
        return { value: known('.', inCode(nowhere)), used: 1 };
      if (name === 'terraform' && first === 'workspace')
        return { value: known('default', inCode(nowhere)), used: 1 };
      return undefined;
    },
  };
  return scope;
}

/** A value as JSON data; `open` where a part of it is not known. */
const OPEN = Symbol('open');

function data(value: Value): unknown {
  switch (value.kind) {
    case 'known':
      // JSON has no infinity; the recorder wrote null for it.
      return typeof value.value === 'number' && !Number.isFinite(value.value) ? null : value.value;
    case 'list': {
      const items = value.items.map(data);
      return value.open || items.includes(OPEN) ? OPEN : items;
    }
    case 'object': {
      const members = [...value.members].map(([name, member]) => [name, data(member)] as const);
      return value.open || members.some(([, member]) => member === OPEN) ? OPEN : Object.fromEntries(members);
    }
    case 'sensitive':
      return value.reveal === undefined ? OPEN : data(value.reveal());
    default:
      return OPEN;
  }
}

function answer(expression: string, scope: Scope): { data: unknown } | { error: string } {
  const parsed = parser.parseExpression('expression', expression);
  if (parsed.error !== undefined) return { error: parsed.error.message };
  const result = evaluator.evaluateStrict(parsed.expression, scope);
  return 'error' in result ? result : { data: data(result.value) };
}

function disagreement(one: Recorded, scope: Scope): string | undefined {
  const ours = answer(one.expression, scope);
  const said =
    'error' in ours ? `error: ${ours.error}` : ours.data === OPEN ? 'not known' : JSON.stringify(ours.data);
  const line = `${one.group} | ${one.expression} | ours: ${said} | Terraform: ${
    one.error !== null
      ? `error: ${one.error}`
      : one.unknown
        ? `not known ${one.display}`
        : JSON.stringify(one.result)
  }`;
  if (one.error !== null)
    return 'error' in ours || (ours.data === OPEN && DECIDED_LATER.has(one.expression)) ? undefined : line;
  if ('error' in ours) return line;
  if (one.unknown) return ours.data === OPEN || DECIDED_EARLIER.has(one.expression) ? undefined : line;
  if (ours.data === OPEN && DECIDED_LATER.has(one.expression)) return undefined;
  // JSON has no infinity; the recorder then keeps what the console displays and no result.
  if (one.result === null && one.display !== undefined) return undefined;
  if (ours.data === OPEN) return line;
  return JSON.stringify(sortKeys(ours.data)) === JSON.stringify(sortKeys(one.result)) ? undefined : line;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, sortKeys(member)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('expressions evaluate as Terraform evaluates them', () => {
  const groups = Map.groupBy(recorded, ({ group }) => group);
  for (const [group, expressions] of groups) {
    it(`${group} (${expressions.length})`, () => {
      const scope = consoleScope();
      expect(expressions.map((one) => disagreement(one, scope)).filter((line) => line !== undefined)).toEqual(
        [],
      );
    });
  }
});

describe('hiding a variable', () => {
  it('never turns a known result into another known result', () => {
    const names = [
      'name',
      'enabled',
      'replicas',
      'converted',
      'ports',
      'labels',
      'settings',
      'services',
      'secret',
    ];
    const usesVariables = recorded.filter(
      ({ expression, error }) => error === null && /\b(?:var|local)\./.test(expression),
    );
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.constantFrom(...usesVariables), (hidden, one) => {
        const all = answer(one.expression, consoleScope());
        const less = answer(one.expression, consoleScope(new Set(hidden)));
        if ('error' in all || 'error' in less || less.data === OPEN) return;
        expect(less.data).toEqual(all.data);
      }),
      { numRuns: 600, seed: 7 },
    );
  });
});

describe('origins', () => {
  it('lead from the use of a local to the literal that decided it', () => {
    const scope = consoleScope();
    const { expression } = parser.parseExpression('expression', '[for s in [local.key] : upper(s)][0]');
    const value = evaluator.evaluate(expression, scope);
    expect(root(value.origin).file).toBe('main.tf');
    expect(value.origin.at.file).toBe('expression');
  });
});

describe('what is not known', () => {
  const queue: Value = {
    kind: 'reference',
    to: { address: 'aws_sqs_queue.dead', attribute: '' },
    origin: inCode(nowhere),
  };

  function evaluated(expression: string): Value {
    const scope = consoleScope();
    const withQueue: Scope = {
      ...scope,
      resolve: (name, steps, at) =>
        name === 'aws_sqs_queue' ? { value: queue, used: 1 } : scope.resolve(name, steps, at),
    };
    return evaluator.evaluate(parser.parseExpression('expression', expression).expression, withQueue);
  }

  const arn = { kind: 'reference', to: { address: 'aws_sqs_queue.dead', attribute: 'arn' } };

  it.each([
    'aws_sqs_queue.dead.arn',
    'try(aws_sqs_queue.dead.arn, null)',
    'coalesce(aws_sqs_queue.dead.arn, "x")',
    'element([aws_sqs_queue.dead.arn], 0)',
    'lookup({ a = aws_sqs_queue.dead.arn }, "a", "")',
    'one([for a in [aws_sqs_queue.dead] : a.arn])',
    'merge({ a = 1 }, { a = aws_sqs_queue.dead.arn }).a',
    'true ? aws_sqs_queue.dead.arn : ""',
    'values({ a = aws_sqs_queue.dead.arn })[0]',
    'concat([1], [aws_sqs_queue.dead.arn])[1]',
    'jsondecode(jsonencode({ a = aws_sqs_queue.dead.arn })).a',
  ])('a reference survives %s', (expression) => {
    expect(evaluated(expression)).toMatchObject(arn);
  });

  it('keeps the known parts of texts', () => {
    expect(evaluated('"a-${aws_sqs_queue.dead.arn}-b"')).toMatchObject({
      kind: 'composed',
      parts: [{ value: 'a-' }, arn, { value: '-b' }],
    });
  });

  it('keeps the structure of JSON', () => {
    const policy = evaluated('jsonencode({ Effect = "Allow", Resource = aws_sqs_queue.dead.arn })');
    expect(policy.kind).toBe('composed');
    const structure = policy.kind === 'composed' ? policy.structure : undefined;
    expect(structure?.kind === 'object' && structure.members.get('Resource')).toMatchObject(arn);
  });

  it('turns open conditions into choices by the same atoms', () => {
    const atom = { op: 'atom', id: 'var.unknown_bool' };
    expect(evaluated('var.unknown_bool ? 1 : 2')).toMatchObject({ kind: 'choice', condition: atom });
    expect(evaluated('!var.unknown_bool ? 1 : 2')).toMatchObject({
      condition: atom,
      whenTrue: { value: 2 },
      whenFalse: { value: 1 },
    });
    expect(evaluated('"prod" == var.unknown_string ? 1 : 2')).toMatchObject({
      condition: { op: 'atom', id: 'var.unknown_string == "prod"' },
    });
    expect(evaluated('(var.unknown_bool ? 1 : 2) + (var.unknown_bool ? 10 : 20)')).toMatchObject({
      whenTrue: { value: 11 },
      whenFalse: { value: 22 },
    });
  });

  it('leaves collections open that hold an unknown part', () => {
    expect(evaluated('merge({ a = 1 }, var.unknown_map, { b = 2 })')).toMatchObject({
      kind: 'object',
      open: { kind: 'unknown', reason: 'input-without-value', decidedBy: 'a value for var.unknown_map' },
    });
    expect(evaluated('merge({ a = 1 }, var.unknown_map, { b = 2 }).b')).toMatchObject({ value: 2 });
    expect(evaluated('merge({ a = 1 }, var.unknown_map).a')).toMatchObject({ kind: 'unknown' });
    expect(evaluated('concat(["a"], var.unknown_list)')).toMatchObject({
      kind: 'list',
      open: { kind: 'unknown' },
    });
  });

  it('never throws', () => {
    expect(evaluated('1 + "x"')).toMatchObject({ kind: 'unknown', reason: 'unresolved-expression' });
    expect(evaluated('nobody(1)')).toMatchObject({ kind: 'unknown' });
    expect(evaluated('provider::a::b(1)')).toMatchObject({ reason: 'unsupported-construct' });
  });
});
