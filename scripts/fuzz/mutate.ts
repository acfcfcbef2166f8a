/** A source of choices from a seed (mulberry32): the same seed gives the same run. */
export function choices(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, below);
  };
}

/** Pieces that parsers stumble over. */
const PIECES = [
  '{',
  '}',
  '"',
  '${',
  '%{',
  '<<EOT\n',
  '[',
  ']',
  '*',
  '&a',
  '*a',
  '!Sub',
  '- ',
  ': ',
  '\u0000',
  '\uFEFF',
  '\r\n',
  '\t',
  'null',
  '9'.repeat(40),
  '-',
  '...',
  '=',
  '=>',
  '? :',
  '#',
  '/*',
  'count = var.x',
  'for_each = var.x',
  '\u{1F600}',
  '\\',
  'dynamic "x" {',
  'each.key',
  'Fn::If',
  '!Ref AWS::NoValue',
  '<<: *a',
  '"${"${"${',
  '[*]',
  '.*.',
  'module.x.y',
  '${var.nope}',
  'new Stack(this, "S");',
  '(...x) => ',
  'for (;;) {',
  'class A extends A {',
  '`${',
  'import { x } from "./x";',
  'self.',
  '**{',
  'def f(): return f()',
  '\n    ',
  'lambda: ',
  'Transform: AWS::Serverless-2016-10-31\n',
  'Fn::Transform: ',
  'Fn::ForEach::X: ',
  'Type: AWS::CloudFormation::Stack',
  ' && ',
  ' || true',
  '$(',
  '${{ ',
  ' }}',
  '<<EOF\n',
  '\\\n',
  '`',
  '```\n',
  '| a | b |\n|---|---|\n',
  '[x](',
  '\n## ',
  '<a href="',
  '<!--',
  'uses: ./.github/workflows/',
  'needs: [a]',
  'if: ${{ always() }}',
  'npm test',
  'terraform apply',
  'await ',
  "require('./",
  'export * from "./',
  'from . import *',
  '@app.route("/")',
  '/(a+)+$/',
  "f'{x}",
  'SELECT * FROM ',
];

/** A text with one to six bytes, lines or pieces changed, doubled, moved or cut. */
export function mutate(text: string, pick: (below: number) => number): string {
  let out = text;
  for (let times = 1 + pick(6); times > 0; times--) {
    const at = pick(out.length + 1);
    const length = pick(Math.min(40, out.length - at + 1));
    switch (pick(8)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + length);
        break;
      case 1:
        out = out.slice(0, at) + PIECES[pick(PIECES.length)] + out.slice(at);
        break;
      case 2:
        out = out.slice(0, at) + String.fromCharCode(pick(256)) + out.slice(at + 1);
        break;
      case 3:
        out = out.slice(0, at) + out.slice(at, at + length).repeat(1 + pick(5)) + out.slice(at + length);
        break;
      case 4:
        out = out.slice(0, at);
        break;
      case 5: {
        const lines = out.split('\n');
        const from = pick(lines.length);
        lines.splice(pick(lines.length), 0, ...lines.splice(from, 1 + pick(4)));
        out = lines.join('\n');
        break;
      }
      case 6:
        out = out.slice(0, at) + PIECES[pick(PIECES.length)]!.repeat(1 + pick(30)) + out.slice(at);
        break;
      default: {
        const other = pick(out.length + 1);
        out = out.slice(0, at) + out.slice(other, other + length) + out.slice(at);
      }
    }
    if (out.length > 60_000) out = out.slice(0, 60_000);
  }
  return out;
}

const JUNK: readonly unknown[] = [
  null,
  true,
  '',
  'x',
  0,
  -1,
  1e300,
  [],
  {},
  [[]],
  { a: {} },
  '${',
  '__proto__',
  'constructor',
  'toString',
  '..',
  '../../../../etc/passwd',
  '/etc/passwd',
  '.',
  'manifest.json',
  'cdk:cloud-assembly',
  'aws:cloudformation:stack',
  'AWS::CloudFormation::Stack',
  { Ref: 'Nope' },
  { 'Fn::GetAtt': [] },
  { 'Fn::If': [1] },
  { 'Fn::Sub': '${' },
  { 'Fn::Join': ['', { Ref: 'A' }] },
  { 'Fn::ImportValue': null },
];

/** The same JSON with a few of its values gone, of another kind, or in each other's place; still valid JSON. */
export function mutateJson(text: string, pick: (below: number) => number): string {
  const document = JSON.parse(text) as unknown;
  for (let times = 1 + pick(4); times > 0; times--) {
    const places = placesIn(document);
    if (places.length === 0) break;
    const { holder, name } = places[pick(places.length)]!;
    const other = places[pick(places.length)]!;
    if (pick(9) === 0 && !Array.isArray(holder)) renamed(holder, name, INHERITED[pick(INHERITED.length)]!);
    else if (pick(3) === 0 && !Array.isArray(holder)) delete holder[name];
    else
      holder[name] =
        pick(3) === 0 ? structuredClone(other.holder[other.name]) : structuredClone(JUNK[pick(JUNK.length)]);
  }
  return JSON.stringify(document);
}

/** A text whose words (names, numbers, strings) took each other's place: it mostly still parses, and means something else. */
export function mutateWords(text: string, pick: (below: number) => number): string {
  const words = [...text.matchAll(/[A-Za-z_][\w.]*|\d+|'[^'\n]*'|"[^"\n]*"|[(){}[\]]/g)];
  if (words.length === 0) return mutate(text, pick);
  let out = text;
  // From the end, so that places found before stay true.
  const at = Array.from({ length: 1 + pick(5) }, () => pick(words.length)).sort((a, b) => b - a);
  for (const place of new Set(at)) {
    const { 0: word, index } = words[place]!;
    const other = pick(8) === 0 ? INHERITED[pick(INHERITED.length)]! : words[pick(words.length)]![0];
    out = out.slice(0, index) + (pick(5) === 0 ? '' : other) + out.slice(index + word.length);
  }
  return out;
}

/** Names that every object of JavaScript has. */
const INHERITED = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function renamed(holder: Record<string, unknown>, name: string, to: string): void {
  const value = holder[name];
  delete holder[name];
  Object.defineProperty(holder, to, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(json: unknown): Place[] {
  if (json === null || typeof json !== 'object') return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}
