import type { Location } from '../../model/origin.ts';
import { literalText } from './configuration.ts';
import type { Block, Body, Expression, TerraformFile } from './syntax/tree.ts';

/** What a file of Terragrunt writes into the folders that it deploys. */
export interface Generated {
  /** Where it may write resources, calls of modules or what is not told. */
  readonly anything: Location | undefined;
  /** Where it writes the tags that a provider gives everything. */
  readonly tags: Location | undefined;
}

const MAKES = /^\s*"?(?:resource|module)\b/m;
const TAGS = /\bdefault_tags\b/;

/** What `generate` and the hooks of a file write: backends and providers, as a rule. */
export function generatedBy({ body }: TerraformFile): Generated {
  const texts = body.blocks
    .filter((block) => block.type === 'generate')
    .map((block) => ({ at: block.at, text: writtenText(block) }));
  const lost = texts.find(({ text }) => text === undefined || MAKES.test(text));
  const computed = body.attributes.get('generate');
  const writes = [lost?.at, computed?.at, hookThatWrites(body)?.at].find((at) => at !== undefined);
  return {
    anything: writes,
    tags: texts.find(({ text }) => text !== undefined && TAGS.test(text))?.at ?? writes,
  };
}

/** The text of a file that is written, computed parts left out where they are no more than the value of an argument. */
function writtenText(block: Block): string | undefined {
  const contents = block.body.attributes.get('contents')?.value;
  if (contents === undefined) return undefined;
  const literal = literalText(contents);
  if (literal !== undefined) return literal;
  if (contents.kind !== 'template') return undefined;
  let text = '';
  for (const part of contents.parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'value' && /=[^\n]*$/.test(text)) text += '…';
    else return undefined;
  }
  return text;
}

/** A hook that runs anything before Terraform, other than to say something. */
function hookThatWrites(body: Body): Block | undefined {
  return body.blocks
    .filter((block) => block.type === 'terraform')
    .flatMap((block) => block.body.blocks)
    .filter((block) => block.type === 'before_hook' || block.type === 'after_hook')
    .find((block) => !onlySpeaks(block.body.attributes.get('execute')?.value));
}

function onlySpeaks(execute: Expression | undefined): boolean {
  if (execute?.kind !== 'tuple') return false;
  const words = execute.items.map(leadingText);
  const [program, option, script] = words;
  if (program === 'echo') return true;
  const saysNoMore = script !== undefined && /^echo [^>|;&`$\n]*$/.test(script);
  return /^(?:ba|z)?sh$/.test(program ?? '') && option === '-c' && saysNoMore;
}

/** The text of a template, computed parts left out. */
function leadingText(item: Expression): string | undefined {
  if (item.kind !== 'template') return literalText(item);
  return item.parts.map((part) => (part.kind === 'text' ? part.text : '…')).join('');
}
