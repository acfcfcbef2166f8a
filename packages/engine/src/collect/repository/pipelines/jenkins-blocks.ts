import type { PipelineStep } from './pipeline.ts';

/** A block in braces, by where its inside begins and ends. */
export interface Block {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

type Around = Pick<
  PipelineStep,
  'condition' | 'mayFail' | 'countsWhere' | 'afterFailure' | 'regardless' | 'passedBy'
>;

const OPENS =
  /\b(catchError|warnError|try|catch|finally|else|(?:else\s+)?if|post|always|cleanup|failure|unsuccessful|aborted|unstable|regression|success|changed|fixed)\s*(\((?:[^()]|\([^()]*\))*\))?\s*\{/g;

/** What the blocks of a stage around one of its steps say of it, from the outermost to the innermost. */
export function saidAround(
  text: string,
  from: number,
  at: number,
  closing: (text: string, open: number) => number,
): Around {
  let found: Around = {};
  let isPost = false;
  const conditions: string[] = [];
  const blocks = new RegExp(OPENS, 'g');
  blocks.lastIndex = from;
  for (let match = blocks.exec(text); match !== null && match.index < at; match = blocks.exec(text)) {
    const [opened, name = '', given = ''] = match;
    const open = match.index + opened.length - 1;
    const end = closing(text, open);
    if (at > end) continue;
    if (name === 'post') isPost = true;
    else if (/if$|^else$/.test(name)) conditions.push(`${name} ${given}`.trim().replace(/\s+/g, ' '));
    else if (name === 'try') found = { ...found, ...caught(text, end, closing) };
    else if (name === 'catch') found = { ...found, afterFailure: true };
    else if (name === 'finally') found = { ...found, regardless: 'finally' };
    else if (name === 'catchError' || name === 'warnError') found = { ...found, ...tolerated(name, given) };
    else if (isPost && /^(?:always|cleanup)$/.test(name)) found = { ...found, regardless: `post ${name}` };
    else if (isPost && name !== 'success') found = { ...found, afterFailure: true };
  }
  return conditions.length === 0 ? found : { ...found, condition: conditions.join(' AND ') };
}

/** What stands in a block that catches what fails: what comes after it is run all the same. */
function tolerated(name: string, given: string): Around {
  if (name === 'catchError' && /buildResult\s*:\s*['"]SUCCESS/.test(given))
    return { mayFail: 'what it fails with is caught (catchError)' };
  return name === 'warnError'
    ? { mayFail: 'what it fails with is a warning (warnError)' }
    : { passedBy: name };
}

/** What becomes of a failure that is caught: it may be thrown again, or only be noted. */
function caught(text: string, end: number, closing: (text: string, open: number) => number): Around {
  const handler = /^\}\s*catch\s*\([^)]*\)\s*\{/.exec(text.slice(end));
  if (handler === null) return {};
  const open = end + handler[0].length - 1;
  const said = text.slice(open, closing(text, open));
  if (/\bthrow\b|\berror\b\s*[("']/.test(said)) return {};
  return /\b(?:currentBuild|result|error|fail|exit)\w*/i.test(said)
    ? { countsWhere: 'what catches it says so' }
    : { mayFail: 'what it fails with is caught (try)' };
}
