// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are Terraform, not JavaScript.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser, type TerraformParser } from '../src/collect/terraform/syntax/parse.ts';
import type { Expression } from '../src/collect/terraform/syntax/tree.ts';

let parser: TerraformParser;

beforeAll(async () => {
  parser = await loadParser();
});

function value(text: string): Expression {
  const { body, errors } = parser.parse('main.tf', `a = ${text}\n`);
  expect(errors).toEqual([]);
  return body.attributes.get('a')!.value;
}

function literal(text: string): unknown {
  const expression = value(text);
  return expression.kind === 'literal' ? expression.value : expression.kind;
}

/** The shape of an expression in brackets. */
function shape(e: Expression): string {
  switch (e.kind) {
    case 'literal':
      return JSON.stringify(e.value);
    case 'variable':
      return e.name;
    case 'attribute':
      return `${shape(e.of)}.${e.name}`;
    case 'index':
      return `${shape(e.of)}[${shape(e.key)}]`;
    case 'splat':
      return `(${shape(e.of)} each ${shape(e.each)})`;
    case 'splat-item':
      return '_';
    case 'unary':
      return `(${e.operator}${shape(e.of)})`;
    case 'binary':
      return `(${shape(e.left)} ${e.operator} ${shape(e.right)})`;
    case 'conditional':
      return `(${shape(e.test)} ? ${shape(e.then)} : ${shape(e.else)})`;
    default:
      return e.kind;
  }
}

describe('positions', () => {
  it('count lines and columns from 1, in UTF-16 units, end included', () => {
    const { body } = parser.parse('main.tf', '\nresource "a" "😀" {\n  name = "x${var.y}"\n}\n');
    const [block] = body.blocks;
    expect(block!.labels).toEqual(['a', '😀']);
    expect(block!.at).toMatchObject({ file: 'main.tf', line: 2, column: 1, endLine: 4, endColumn: 1 });
    const name = block!.body.attributes.get('name')!;
    expect(name.at).toMatchObject({ line: 3, column: 3, endLine: 3, endColumn: 20 });
    expect(name.value.at).toMatchObject({ line: 3, column: 10, endColumn: 20 });
  });

  it('are the same with carriage returns and with a byte order mark', () => {
    const { body } = parser.parse('main.tf', '\ufeff\r\nlocals {\r\n  a = 1\r\n}\r\n');
    expect(body.blocks[0]!.body.attributes.get('a')!.at).toMatchObject({ line: 3, column: 3, endColumn: 7 });
  });
});

describe('expressions', () => {
  it.each([
    ['a ? b : c ? d : e ? f : g', '(a ? b : (c ? d : (e ? f : g)))'],
    ['(a ? b : c) ? d : e', '((a ? b : c) ? d : e)'],
    ['a ? b : (c ? d : e) ? f : g', '(a ? b : ((c ? d : e) ? f : g))'],
    ['1 + 2 * -3 == b && !c || d', '((((1 + (2 * (-3))) == b) && (!c)) || d)'],
    ['x[*].b[*].c[0].d', '(x each (_.b each _.c[0].d))'],
    ['x.*.b.0[1]', '(x each _.b[0])[1]'],
    ['x.0.y', 'x[0].y'],
  ])('%s', (text, expected) => {
    expect(shape(value(text))).toBe(expected);
  });

  it('keeps the digits that a number would lose', () => {
    expect(value('123456789012345678901')).toMatchObject({ digits: '123456789012345678901' });
    expect(literal('1e3')).toBe(1000);
  });
});

describe('texts', () => {
  it('interprets escapes', () => {
    expect(literal('"a\\n\\t\\"\\\\ \\u00e9 \\U0001F600"')).toBe('a\n\t"\\ é 😀');
    expect(literal('"$${a} %%{b} $ %"')).toBe('${a} %{b} $ %');
    expect(literal('"\\\\n"')).toBe('\\n');
  });

  it('takes the common indentation from a heredoc that asks for it', () => {
    expect(literal('<<-EOT\n    a\n      b\n\n    c\n  EOT')).toBe('a\n  b\n\nc\n');
    expect(literal('<<EOT\n  a\n\\n\nEOT')).toBe('  a\n\\n\n');
    expect(literal('<<EOT\nEOT')).toBe('');
  });

  it('strips the white space beside strip markers', () => {
    const template = value('"a  ${~ b ~}  c"');
    expect(template).toMatchObject({ parts: [{ text: 'a' }, { kind: 'value' }, { text: 'c' }] });
  });

  it('reads a template file as it stands', () => {
    const { expression, error } = parser.parseTemplate(
      'x.tftpl',
      'Hello ${name}\n%{ if a ~}\n  yes\n%{ endif ~}\n',
    );
    expect(error).toBeUndefined();
    expect(expression).toMatchObject({ kind: 'template' });
    expect(parser.parseTemplate('x.tftpl', 'plain "text"').expression).toMatchObject({
      value: 'plain "text"',
    });
  });
});

describe('broken files', () => {
  const after = 'resource "kept" "after" {\n}\n';

  it.each([
    ['a bad expression', 'resource "a" "b" {\n  x = = 1\n}\n', 1, 3],
    ['an unclosed string', 'resource "a" "b" {\n  x = "abc\n}\n', 1, 3],
    ['a missing brace', 'resource "a" "b" {\n  x = 1\n', 1, 2],
    ['a merge conflict', '<<<<<<< HEAD\n', 1, 1],
    ['an unclosed heredoc', 'locals {\n  x = <<EOT\nabc\n}\n', 1, 4],
  ])('%s loses its own lines and no others', (_, broken, lostFrom, lostTo) => {
    const before = 'resource "kept" "before" {\n}\n';
    const { body, errors } = parser.parse('main.tf', before + broken + after);
    expect(body.blocks.map(({ labels }) => labels[1])).toEqual(['before', 'after']);
    expect(errors).toMatchObject([{ lostFrom: lostFrom + 2, lostTo: lostTo + 2 }]);
    expect(errors[0]!.message).not.toBe('');
  });

  it('reports a name that is set twice', () => {
    const { errors } = parser.parse('main.tf', `locals {\n  a = 1\n  a = 2\n}\n${after}`);
    expect(errors).toMatchObject([{ message: 'a is set twice', lostFrom: 1, lostTo: 4 }]);
  });

  it.each([
    ['brackets', `a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['parentheses', `a = ${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['operators', `a = 1${' + 1'.repeat(100_000)}`],
    ['blocks', `${'a {\n'.repeat(100_000)}${'}\n'.repeat(100_000)}`],
    ['unclosed blocks', 'a {\n'.repeat(100_000)],
    ['steps', `a = b${'.c'.repeat(100_000)}`],
  ])('nests %s a hundred thousand deep without harm', (_, text) => {
    expect(() => parser.parse('main.tf', text)).not.toThrow();
  });

  it('reads any text without throwing', () => {
    const pieces = fc.constantFrom(
      'resource',
      '"a"',
      '{',
      '}',
      '\n',
      '=',
      '${',
      '<<EOT\n',
      'EOT\n',
      '[',
      ']',
      '%{ if',
      '\\',
      '\u0000',
      '1e5',
      '?',
      ':',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        parser.parse('main.tf', parts.join(' '));
        parser.parseTemplate('x.tftpl', parts.join(''));
        parser.parse('main.tf.json', parts.join(''));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('JSON syntax', () => {
  it('reads blocks, labels, lists of blocks and templates, with positions', () => {
    const text = `{
  "//": "a comment",
  "resource": { "aws_s3_bucket": { "data": { "bucket": "\${var.name}-data", "versioning": [{ "enabled": true }] } } },
  "locals": { "a": { "b": [1, null, "x"] } }
}`;
    const { body, errors } = parser.parse('main.tf.json', text);
    expect(errors).toEqual([]);
    const [bucket, locals] = body.blocks;
    expect(bucket).toMatchObject({ type: 'resource', labels: ['aws_s3_bucket', 'data'] });
    expect(bucket!.body.attributes.get('bucket')).toMatchObject({
      value: { kind: 'template' },
      at: { line: 3 },
    });
    expect(bucket!.body.blocks).toMatchObject([{ type: 'versioning', labels: [] }]);
    expect(locals!.body.attributes.get('a')!.value).toMatchObject({ kind: 'object' });
  });

  it('refuses what is not JSON and what is no block', () => {
    expect(parser.parse('x.tf.json', '{"a":').errors).toMatchObject([{ lostFrom: 1 }]);
    expect(parser.parse('x.tf.json', '{"widget": {}}').errors).toMatchObject([
      { message: 'widget is not a block of Terraform' },
    ]);
  });
});
