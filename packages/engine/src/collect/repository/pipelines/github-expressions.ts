import { rowOf } from '../../../knowledge/row-of.ts';
import { OPEN, SOME_VERSION } from './shell-text.ts';
import { OF_TOOLS } from './tool-versions.ts';

/**
 * What an expression can see: values by name (`github.event_name`, `inputs.stage`), and whether something failed
 * (`failure()`, `success()`); nothing where it is not known.
 */
export type Context = (name: string) => string | boolean | undefined;

/** Before a name it asks for a text of which only some parts are known. */
export const PARTLY = 'partly ';

type Answer = string | boolean | number | null | undefined;

/** The answer of an expression of GitHub Actions; `undefined` where what it sees does not tell. */
export function evaluateExpression(text: string, context: Context): Answer {
  const inner = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text)?.[1] ?? text;
  const reader = new ExpressionReader(tokensOf(inner), context);
  return reader.whole();
}

/** A text with its `${{ … }}` put in; what is not known is open, and what the host sets is left to the shell. */
export function interpolated(text: string, context: Context): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) => {
    const own = expression.trim();
    const variable = rowOf(SET_BY_HOST, own);
    if (variable !== undefined) return `\${${variable}}`;
    const value = evaluateExpression(own, context);
    if (value !== undefined && value !== null) return String(value);
    const partly = context(`${PARTLY}${own}`);
    if (typeof partly === 'string') return partly;
    // Which commit it is only the run knows; that it is one, its name says.
    return NAMES_A_VERSION.test(own) ? SOME_VERSION : OPEN;
  });
}

const NAMES_A_VERSION = new RegExp(
  `^(?:inputs|github\\.event|needs|steps|env)\\.(?!(?:.*[._-])?(?:${OF_TOOLS})[_-]?version$).*(?:commit|sha|version|digest|release|tag)$`,
  'i',
);

const SET_BY_HOST: Readonly<Record<string, string>> = {
  'github.event_name': 'GITHUB_EVENT_NAME',
  'github.ref': 'GITHUB_REF',
  'github.sha': 'GITHUB_SHA',
  'github.ref_name': 'GITHUB_REF_NAME',
  'github.run_number': 'GITHUB_RUN_NUMBER',
  'github.run_id': 'GITHUB_RUN_ID',
  'github.workspace': 'GITHUB_WORKSPACE',
};

interface Token {
  readonly kind: 'operator' | 'text' | 'number' | 'name';
  readonly text: string;
}

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  const pattern =
    /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)|(&&|\|\||==|!=|<=|>=|[<>!(),[\]])|([A-Za-z_*][\w.*-]*))/gy;
  let match = pattern.exec(text);
  let end = 0;
  while (match !== null) {
    end = pattern.lastIndex;
    if (match[1] !== undefined) found.push({ kind: 'text', text: match[1].replaceAll("''", "'") });
    else if (match[2] !== undefined) found.push({ kind: 'number', text: match[2] });
    else if (match[3] !== undefined) found.push({ kind: 'operator', text: match[3] });
    else found.push({ kind: 'name', text: match[4]! });
    if (found.length > 500) break;
    match = pattern.exec(text);
  }
  // A sign that is not read may change all that stands before it.
  if (text.slice(end).trim() !== '') found.push({ kind: 'operator', text: text.slice(end) });
  return found;
}

class ExpressionReader {
  readonly #tokens: readonly Token[];
  readonly #context: Context;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], context: Context) {
    this.#tokens = tokens;
    this.#context = context;
  }

  whole(): Answer {
    const answer = this.#or();
    return this.#at < this.#tokens.length ? undefined : answer;
  }

  #or(): Answer {
    let left = this.#and();
    while (this.#take('||')) {
      const right = this.#and();
      if (left === undefined) left = isTrue(right) === true && typeof right === 'boolean' ? true : undefined;
      else if (!isTrue(left)) left = right;
    }
    return left;
  }

  #and(): Answer {
    let left = this.#comparison();
    while (this.#take('&&')) {
      const right = this.#comparison();
      if (left === undefined) left = isTrue(right) === false ? false : undefined;
      else if (isTrue(left)) left = right;
    }
    return left;
  }

  #comparison(): Answer {
    const left = this.#not();
    const operator = this.#tokens[this.#at];
    if (operator?.kind !== 'operator' || !/^(==|!=|<|>|<=|>=)$/.test(operator.text)) return left;
    this.#at++;
    const right = this.#not();
    if (left === undefined || right === undefined) return undefined;
    if (operator.text !== '==' && operator.text !== '!=') return undefined;
    const same = isSame(left, right);
    return same === undefined ? undefined : same === (operator.text === '==');
  }

  #not(): Answer {
    if (++this.#depth > 100) return undefined;
    if (this.#take('!')) {
      const answer = isTrue(this.#not());
      this.#depth--;
      return answer === undefined ? undefined : !answer;
    }
    const answer = this.#primary();
    this.#depth--;
    return answer;
  }

  #primary(): Answer {
    const token = this.#tokens[this.#at++];
    if (token === undefined) return undefined;
    if (token.kind === 'text') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.text === '(') {
      const answer = this.#or();
      this.#take(')');
      return answer;
    }
    if (token.kind !== 'name') return undefined;
    if (this.#take('(')) return this.#call(token.text);
    if (this.#take('[')) {
      this.#or();
      this.#take(']');
      return undefined;
    }
    if (token.text === 'true') return true;
    if (token.text === 'false') return false;
    if (token.text === 'null') return null;
    return this.#context(token.text);
  }

  #call(name: string): Answer {
    const given: Answer[] = [];
    while (this.#at < this.#tokens.length && !this.#take(')')) {
      given.push(this.#or());
      if (!this.#take(',') && this.#tokens[this.#at]?.text !== ')') {
        if (this.#tokens[this.#at] === undefined) break;
        this.#at++;
      }
    }
    const [a, b] = given.map((value) => (typeof value === 'string' ? value.toLowerCase() : undefined));
    switch (name.toLowerCase()) {
      case 'always':
        return true;
      case 'success':
        return this.#context('success()') ?? true;
      case 'cancelled':
        return false;
      case 'failure':
        return this.#context('failure()');
      case 'startswith':
        return a === undefined || b === undefined ? undefined : beginsWith(a, b);
      case 'endswith':
        return a === undefined || b === undefined || a.includes(OPEN) ? undefined : a.endsWith(b);
      case 'contains':
        return a === undefined || b === undefined ? undefined : a.includes(b) || isOver(a);
      default:
        return this.#ofAzure(name.toLowerCase(), given);
    }
  }

  /** What Azure Pipelines writes as functions: `and(succeeded('build'), ne(variables.x, 'y'))`. */
  #ofAzure(name: string, given: readonly Answer[]): Answer {
    const answers = given.map(isTrue);
    const [first, ...others] = given.map((value) => (value === undefined ? undefined : textOf(value)));
    switch (name) {
      case 'and':
        return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
      case 'or':
        return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
      case 'not':
        return answers[0] === undefined ? undefined : !answers[0];
      case 'eq':
      case 'in':
      case 'ne':
      case 'notin': {
        const isIn = first !== undefined && others.includes(first);
        if (!isIn && (first === undefined || others.includes(undefined))) return undefined;
        return isIn === /^(?:eq|in)$/.test(name);
      }
      default:
        return this.#context(`${name}(${[first, ...others].join(',')})`);
    }
  }

  #take(operator: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.#at++;
    return true;
  }
}

/** Of a text that ends in what is open, only its beginning is known. */
function beginsWith(text: string, begin: string): boolean | undefined {
  const [known = ''] = text.split(OPEN, 1);
  if (known.startsWith(begin)) return true;
  return known !== text && begin.startsWith(known) ? undefined : false;
}

/** That a text holds nothing else, which is not known where it is open. */
function isOver(text: string): false | undefined {
  return text.includes(OPEN) ? undefined : false;
}

function isTrue(value: Answer): boolean | undefined {
  if (value === undefined) return undefined;
  return value !== false && value !== null && value !== '' && value !== 0;
}

/** As answers are compared: without regard to capital letters. */
function textOf(value: Exclude<Answer, undefined>): string {
  return String(value ?? '').toLowerCase();
}

/**
 * Texts are the same without regard to capital letters; what is of another kind is compared by its number, and a text that
 * says none, like `'true'`, is the same as nothing. Source: GitHub, Expressions, Operators.
 */
function isSame(left: Exclude<Answer, undefined>, right: Exclude<Answer, undefined>): boolean | undefined {
  if (typeof left === typeof right) return textOf(left) === textOf(right);
  if ([left, right].some((value) => typeof value === 'string' && value.includes(OPEN))) return undefined;
  return Number(left) === Number(right);
}

/** Whether an answer counts as true. */
export function counts(value: Answer): boolean | undefined {
  return isTrue(value);
}
