import { grammarOf } from '../../../cdk/source/grammar.ts';
import { componentLanguage, parsedComponent } from '../components/component.ts';
import type { ComponentLanguage } from '../components/markup.ts';
import { placeAt, walkComponent } from '../components/rendering.ts';
import { Builder } from './builder.ts';
import { errorsIn } from './grammar-gaps.ts';
import { type CodeParser, LONGEST_MODULE, type ParsedCode, parsedCode, parserOf } from './parse-code.ts';
import { walkPython } from './python.ts';
import { walkScript } from './script.ts';
import type { SourceModule } from './source-module.ts';
import { placeOf, SyntaxNode } from './syntax-node.ts';

/** Whether a file is in a language that is read, by the end of its name. */
export function isReadableCode(file: string): boolean {
  return grammarOf(file) !== undefined || componentLanguage(file) !== undefined;
}

/** Reads a file of code, parsed by `parse`. `undefined` where its language is not read, or it is longer than {@link LONGEST_MODULE}. */
export async function parseModule(
  file: string,
  text: string,
  parse: CodeParser = parsedCode,
): Promise<SourceModule | undefined> {
  if (text.length > LONGEST_MODULE) return undefined;
  const component = componentLanguage(file);
  if (component !== undefined) return moduleOfComponent(component, file, text);
  const grammar = grammarOf(file);
  const parsed = grammar === undefined ? undefined : await parse(grammar, text);
  return parsed === undefined ? undefined : moduleOfCode(file, parsed);
}

/** What a parsed file of code says. */
export function moduleOfCode(file: string, { grammar, tree, errors }: ParsedCode): SourceModule {
  const builder = new Builder(tree.text);
  for (const at of errors) builder.problem(at, 'the code there cannot be read');
  if (grammar === 'python') walkPython(SyntaxNode.rootOf(tree), builder);
  else walkScript(SyntaxNode.rootOf(tree), builder);
  return builder.built(file, grammar === 'python' ? 'python' : 'script');
}

/** Finding a line costs a look through the file. */
const MOST_TOLD = 20;

/** A file with scripts and markup is one module. */
async function moduleOfComponent(
  language: ComponentLanguage,
  file: string,
  text: string,
): Promise<SourceModule | undefined> {
  const component = await parsedComponent(language, text, parserOf);
  if (component === undefined) return undefined;
  try {
    const builder = new Builder(component.text);
    for (const error of errorsIn(component.tree.rootNode))
      builder.problem(placeOf(error.startPosition), 'the code there cannot be read');
    for (const { at, why } of component.unreadScripts.slice(0, MOST_TOLD))
      builder.problem(placeAt(text, at), why);
    for (const { at, why } of component.unread.slice(0, MOST_TOLD))
      builder.problemInMarkup(placeAt(text, at), why);
    walkComponent(component, text, builder);
    return builder.built(file, 'script');
  } finally {
    component.tree.delete();
  }
}
