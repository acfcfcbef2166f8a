import type { Code, Label } from './labelled.ts';

interface Inline {
  readonly name: string;
  readonly label: Label;
  readonly code: Code;
}

/**
 * Tests of Checkov that bring their Terraform along as a text (`hcl2.loads("""…""")`) or as a Python object, with one
 * verdict each. `type` is the resource type that an object stands for.
 */
export function inlineTests(test: string, type: string | undefined): readonly Inline[] {
  return test
    .split(/^ {4}def (?=test)/m)
    .slice(1)
    .flatMap((body) => {
      const name = /^\w+/.exec(body)![0];
      const verdicts = new Set(Array.from(body.matchAll(/CheckResult\.(PASSED|FAILED)/g), ([, v]) => v));
      const text =
        /hcl2\.loads\(\s*(?:"""|''')([\s\S]*?)(?:"""|''')/.exec(body)?.[1] ?? fromObject(body, type);
      if (verdicts.size !== 1 || text === undefined) return [];
      const label = verdicts.has('PASSED') ? 'pass' : 'fail';
      return [{ name, label, code: { language: 'terraform', files: { 'main.tf': text } } }];
    });
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** `resource_conf = {…}`: every value of such an object stands in a list of its own, and an object is a block. */
function fromObject(body: string, type: string | undefined): string | undefined {
  const start = /resource_conf\s*=\s*(?=\{)/.exec(body);
  if (start === null || type === undefined) return undefined;
  const conf = pythonObject(body.slice(start.index + start[0].length));
  return conf === undefined ? undefined : `resource "${type}" "it" {\n${blockBody(conf)}\n}\n`;
}

function blockBody(conf: Plain): string {
  return Object.entries(conf as Record<string, Plain>)
    .flatMap(([key, wrapped]) => {
      const values = Array.isArray(wrapped) ? (wrapped as readonly Plain[]) : [wrapped];
      if (key === 'policy') return [`policy = ${policy(values[0]!)}`];
      return values.map((value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? `${key} {\n${blockBody(value)}\n}`
          : `${key} = ${JSON.stringify(value)}`,
      );
    })
    .join('\n');
}

function policy(value: Plain): string {
  return typeof value === 'string' ? JSON.stringify(value) : `jsonencode(${JSON.stringify(value)})`;
}

const TOKEN =
  /\s+|#.*|(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<word>True|False|None)|(?<mark>[{}[\],:])|(?<number>-?\d+(?:\.\d+)?)/y;
const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** The object that a Python text starts with, as long as it is made of literals. */
function pythonObject(text: string): Plain | undefined {
  let json = '';
  let depth = 0;
  TOKEN.lastIndex = 0;
  for (;;) {
    const token = TOKEN.exec(text);
    if (token === null) return undefined;
    const { text: quoted, word, mark, number } = token.groups!;
    if (quoted !== undefined)
      json += JSON.stringify(
        quoted.slice(1, -1).replaceAll(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c)),
      );
    json += WORDS[word!] ?? number ?? mark ?? '';
    if (mark === '{' || mark === '[') depth++;
    if ((mark === '}' || mark === ']') && --depth === 0) {
      try {
        return JSON.parse(json.replaceAll(/,([}\]])/g, '$1')) as Plain;
      } catch {
        return undefined;
      }
    }
  }
}
