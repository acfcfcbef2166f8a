// Records what `terraform console` answers to the expressions of the Terraform oracle. See README.md.
//
//   node scripts/oracles/terraform/console.ts            write expressions.json
//   node scripts/oracles/terraform/console.ts --check    fail if expressions.json would change
//
// Every answer is Terraform's. This script wraps (jsonencode for the exact value, type for the type),
// runs and trims; it computes nothing itself.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

interface Asked {
  group: string;
  expression: string;
}

interface Recorded extends Asked {
  /** The value as JSON; null also for errors, unknown values and values JSON cannot hold. */
  result: unknown;
  /** What type() prints, on one line; null for errors. */
  type: string | null;
  /** Summary of the first error; null when there is none. */
  error: string | null;
  /** The sentence below the summary, lines joined. */
  detail?: string;
  /** The exact JSON text, where reading it into JavaScript numbers and printing it again differs. */
  json?: string;
  /** The value or a part of it is unknown or cannot be JSON (infinity); `display` then shows what the console prints. */
  unknown?: true;
  display?: string;
  sensitive?: true;
}

const oracles = join(import.meta.dirname, '../../../packages/engine/test/oracles/terraform');
const stage = join(oracles, 'console');
const target = join(oracles, 'expressions.json');

/** `## group` starts a group, `//` a comment, a line of three quotes opens and closes an expression of several lines. */
function readExpressions(text: string): Asked[] {
  const asked: Asked[] = [];
  let group = '';
  let block: string[] | null = null;
  for (const line of text.split('\n')) {
    if (block !== null) {
      if (line === '"""') {
        asked.push({ group, expression: block.join('\n') });
        block = null;
      } else block.push(line);
    } else if (line === '"""') block = [];
    else if (line.startsWith('## ')) group = line.slice(3).trim();
    else if (line.trim() !== '' && !line.startsWith('//')) asked.push({ group, expression: line.trim() });
  }
  if (block !== null) throw new Error(`expressions.txt: group ${group} ends inside a block`);
  return asked;
}

interface Answer {
  ok: boolean;
  text: string;
}

function ask(folder: string, line: string): Promise<Answer> {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: tmpdir(), CHECKPOINT_DISABLE: '1' };
  return new Promise((resolve, reject) => {
    const child = execFile(
      'terraform',
      ['console', '-no-color'],
      { cwd: folder, env, maxBuffer: 1 << 26 },
      (failure, stdout, stderr) => {
        if (failure === null) resolve({ ok: true, text: stdout.replace(/\n$/, '') });
        else if (/state lock|configuration file/i.test(stderr)) reject(new Error(stderr));
        else resolve({ ok: false, text: stderr });
      },
    );
    child.stdin?.end(`${line}\n`);
  });
}

/** "Error: summary", the place, source lines, the detail: summary and detail are kept. */
function errorOf(text: string): { error: string; detail: string } {
  const first = (text.split(/^Error: /m)[1] ?? text).trimEnd();
  const [summary = '', ...rest] = first.split('\n');
  const paragraphs = rest
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !/^on \S+ line \d+/.test(paragraph));
  // Go's stack traces and guesses at the name that was meant differ from run to run.
  const detail = paragraphs
    .join(' ')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ goroutine \d+ \[.*$/, '')
    .replace(/ Did you mean "[^"]*"\?$/, '');
  return { error: summary.trim(), detail };
}

function oneLine(type: string): string {
  return type
    .replace(/,\n\s*(?=[\]})])/g, '')
    .replace(/(?<=[[{(])\n\s*/g, '')
    .replace(/,\n\s*/g, ', ')
    .replace(/\n\s*/g, '');
}

const encoded: Record<string, string> = { '\\u003c': '<', '\\u003e': '>', '\\u0026': '&' };

/** The console prints a string as Go quotes it. */
function unquote(text: string): string {
  const named: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
  return text
    .slice(1, -1)
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/g, (_, x, u, long, one) =>
      one === undefined ? String.fromCodePoint(Number.parseInt(x ?? u ?? long, 16)) : (named[one] ?? one),
    );
}

async function record({ group, expression }: Asked, folder: string): Promise<Recorded> {
  let inner = expression;
  const extra = join(folder, 'expression.tf');
  if (expression.includes('\n')) {
    // The console takes one line; longer expressions go through a local.
    writeFileSync(extra, `locals {\n  expression = (\n${expression}\n)\n}\n`);
    inner = 'local.expression';
  } else rmSync(extra, { force: true });

  const plain = await ask(folder, inner);
  if (!plain.ok) return { group, expression, result: null, type: null, ...errorOf(plain.text) };
  if (/^type\(/.test(inner))
    return { group, expression, result: oneLine(plain.text), type: null, error: null };
  const type = await ask(folder, `type(${inner})`);
  if (!type.ok) throw new Error(`no type for ${expression}: ${type.text}`);
  const out: Recorded = { group, expression, result: null, type: oneLine(type.text), error: null };
  let answer = await ask(folder, `jsonencode({v = (${inner})})`);
  if (answer.text === '(sensitive value)') {
    out.sensitive = true;
    answer = await ask(folder, `nonsensitive(jsonencode({v = (${inner})}))`);
  }
  if (!answer.ok) {
    if (!/cannot\s+serialize\s+infinity/.test(answer.text)) throw new Error(`${expression}: ${answer.text}`);
    return { ...out, display: plain.text };
  }
  if (answer.text.startsWith('(')) return { ...out, unknown: true, display: plain.text };
  const text = unquote(answer.text);
  out.result = (JSON.parse(text) as { v: unknown }).v;
  const exact = text.slice('{"v":'.length, -1);
  const again = exact.replace(/\\u00(?:3c|3e|26)/g, (code) => encoded[code] ?? code);
  if (JSON.stringify(out.result) !== again) out.json = exact;
  return out;
}

async function main(): Promise<void> {
  const asked = readExpressions(readFileSync(join(oracles, 'expressions.txt'), 'utf8'));
  const seen = new Set<string>();
  for (const { expression } of asked) {
    if (seen.has(expression)) throw new Error(`expressions.txt holds this twice: ${expression}`);
    seen.add(expression);
  }
  const recorded: Recorded[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    // A copy for each worker: the console locks its folder.
    const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
    cpSync(stage, folder, { recursive: true });
    try {
      for (let i = next++; i < asked.length; i = next++)
        recorded[i] = await record(asked[i] as Asked, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));

  const text = `[\n${recorded.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
  const groups = new Map<string, { count: number; errors: number }>();
  for (const { group, error } of recorded) {
    const entry = groups.get(group) ?? { count: 0, errors: 0 };
    entry.count += 1;
    if (error !== null) entry.errors += 1;
    groups.set(group, entry);
  }
  for (const [group, { count, errors }] of groups)
    console.log(`${group}: ${count}, ${errors} of them errors`);
  console.log(
    `total: ${recorded.length}, ${recorded.filter((one) => one.error !== null).length} of them errors`,
  );

  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('expressions.json is not what Terraform answers now; record it again');
    process.exitCode = 1;
  }
}

await main();
