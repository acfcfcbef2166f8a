import type { Parser, Node as SyntaxNode, Tree } from 'web-tree-sitter';

/** Files that people wrote and compilers take have few; a file with more is broken. */
const MOST_ROUNDS = 4;

interface Form {
  readonly form: RegExp;
  /** As many characters. */
  readonly as: (found: string) => string;
}

/** Forms of valid code that the grammar does not know, and the same in as many characters that it does. */
const FORMS: readonly Form[] = [
  // `f<typeof import('x')>()`, `import('react').Ref<T>`: the name of a type.
  {
    form: /(?<=(?:[:&|<]|\btypeof|\bextends|\bimplements|\bas|\bsatisfies)\s*)import\(\s*(['"])[^'"\n]+\1\s*\)(?:\.\w+)*/g,
    as: (found) => found.replace(/\W/g, '_'),
  },
  // `(string) => void`: a parameter that is called like a type.
  {
    form: /\((?:\s*(?:string|number|boolean|object|any|unknown|never|symbol|void|bigint)\s*(?:,(?=[^)]))?)+\)(?=\s*=>)/g,
    as: (found) => found.replace(/\w+/g, (name) => '_'.repeat(name.length)),
  },
  // styled.div<{ wide: boolean }>`…`: what the parts of a tagged template are. `a.b<string>?.()`
  {
    form: /(?<=[\w$)\]])<(?:[^<>`]|(?<==)>|<(?:[^<>`]|(?<==)>|<(?:[^<>`]|(?<==)>){0,300}(?<!=)>){0,300}(?<!=)>){1,600}(?<!=)>(?=`|\?\.\()/g,
    as: blank,
  },
  // `export type * as names from './y'`
  { form: /(?<=\bexport\s+)type(?=\s+\*)/g, as: blank },
  // `abstract async load(): Promise<void>`
  { form: /(?<=\babstract\s+)async(?=\s+[\w$#]+\s*[(<])/g, as: blank },
  // `accessor name = ''` of a class
  {
    form: /(?<=(?:^|[{;}])\s*(?:(?:static|public|private|protected|declare|override)\s+)*)accessor(?=[ \t]+[\w$#]+\s*[!?:=;])/gm,
    as: blank,
  },
  // A field of a class that is called `accessor`.
  {
    form: /(?<=\n[ \t]*(?:(?:static|public|private|protected|declare|override|readonly)[ \t]+)*)accessor(?=[ \t]*(?:\r?\n|[;!?]|=(?!=)|:[^,\n]*\n))/g,
    as: () => '_ccessor',
  },
  // A member of a type whose name begins no member elsewhere: the one before it ends at the end of its line.
  { form: /(?<=\n[ \t]*)[ \t](?=(?:in|instanceof)\??:)/g, as: () => ';' },
  { form: /(?<=[{;,]\s*|\n\s*)abstract(?=\??:)/g, as: () => '_bstract' },
  // `[type: string, name: string]`: a part of a tuple that is called like a word of the language.
  {
    form: /(?<=\[(?:[^\][{}()]*,)?\s*)(?:type|abstract|declare|namespace|module|async|get|set|static|readonly)(?=\??:)/g,
    as: (found) => `_${found.slice(1)}`,
  },
  // `class Box<in out T>`
  { form: /(?<=[<,]\s*)(?:in\s+out|in|out)(?=\s+[A-Z])/g, as: blank },
];

/** `Research & Development` between tags, `?a=1&b=2` in an attribute: not the beginning of an entity. */
const AND: Form = { form: /(?<!&)&(?!&)/g, as: blank };

/** `a -> b` between tags: bundlers take it for text. */
const ARROW: Form = { form: />/g, as: blank };

/**
 * Parses again what the grammar calls broken and compilers do not: such forms are put into others of the same length, so
 * that every place stays. The tree that was given where that mends nothing; the other one is deleted.
 */
export function parsedOverGaps(parser: Parser, text: string, tree: Tree): { tree: Tree; text: string } {
  let best: Parsed = { tree, text, errors: errorsIn(tree.rootNode) };
  for (let round = 0; round < MOST_ROUNDS && best.errors.length > 0; round++) {
    const mended = mendedOf(parser, best, inOtherForms) ?? mendedOf(parser, best, withoutSigns);
    if (mended === undefined) break;
    best.tree.delete();
    best = mended;
  }
  return best;
}

interface Parsed {
  readonly tree: Tree;
  readonly text: string;
  readonly errors: readonly SyntaxNode[];
}

/** Parsed anew, where less of it is broken then. */
function mendedOf(
  parser: Parser,
  { text, errors: before }: Parsed,
  mend: (text: string, errors: readonly SyntaxNode[]) => string,
): Parsed | undefined {
  const mended = mend(text, before);
  const tree = mended === text ? null : parser.parse(mended);
  if (tree === null) return undefined;
  const errors = errorsIn(tree.rootNode);
  if (extentOf(errors) < extentOf(before)) return { tree, text: mended, errors };
  tree.delete();
  return undefined;
}

/** The places where the grammar went wrong, the outermost ones. */
export function errorsIn(root: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const open: SyntaxNode[] = root.hasError ? [root] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isError || node.isMissing) found.push(node);
    else if (node.hasError) for (const child of node.children) if (child !== null) open.push(child);
  }
  return found;
}

/** How much is broken: each place, and how far it goes. */
function extentOf(errors: readonly SyntaxNode[]): number {
  return errors.reduce((sum, { startIndex, endIndex }) => sum + 1 + endIndex - startIndex, 0);
}

/** A type goes over as many lines before and after the place where the grammar went wrong. */
const LINES_OF_A_TYPE = 30;

/** Forms that the grammar does not know, around the lines where it went wrong. */
function inOtherForms(text: string, errors: readonly SyntaxNode[]): string {
  return errors.reduce((mended, { startIndex }) => {
    let from = startIndex;
    for (let line = 0; line < LINES_OF_A_TYPE && from > 0; line++) from = text.lastIndexOf('\n', from - 1);
    let end = startIndex;
    for (let line = 0; line < LINES_OF_A_TYPE && end >= 0; line++) end = text.indexOf('\n', end + 1);
    return FORMS.reduce(
      (all, one) => changed(all, Math.max(from, 0), end < 0 ? text.length : end, one),
      mended,
    );
  }, text);
}

/** Signs that begin no entity and close no tag, where the grammar went wrong. */
function withoutSigns(text: string, errors: readonly SyntaxNode[]): string {
  return errors.reduce((mended, { startIndex, endIndex, parent }) => {
    const end = parent?.type === 'jsx_element' ? startIndex + 1 : startIndex;
    return changed(changed(mended, startIndex, end, ARROW), startIndex, endIndex, AND);
  }, text);
}

function changed(text: string, from: number, to: number, { form, as }: Form): string {
  return text.slice(0, from) + text.slice(from, to).replace(form, as) + text.slice(to);
}

/** Lines stay where they are. */
function blank(found: string): string {
  return found.replace(/[^\r\n]/g, ' ');
}
