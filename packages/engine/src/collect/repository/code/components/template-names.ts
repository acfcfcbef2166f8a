import type { Builder } from '../syntax/builder.ts';
import type { Expression } from '../syntax/source-module.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { ParsedComponent } from './component.ts';

/** What names in the markup of a component mean that no part of the markup brings along. */
export interface TemplateNames {
  /** What whoever shows the component hands over. */
  readonly handed: readonly string[];
  /** Names with what they are, once the scripts are walked over; nothing where that cannot be told. */
  bound(builder: Builder): readonly (readonly [name: string, value: Expression | undefined])[];
}

/** Templates of Vue know nothing of the page but these, and the names of the page are left to scripts. */
const GLOBAL =
  /^(Infinity|NaN|undefined|null|true|false|this|typeof|instanceof|in|of|new|if|else|return|let|const|var|void|function|async|await|delete|as|Math|Number|Date|Array|Object|Boolean|String|RegExp|Map|Set|JSON|Intl|BigInt|console|Error|Symbol|parseInt|parseFloat|isNaN|isFinite|encodeURI|encodeURIComponent|decodeURI|decodeURIComponent|window|document|localStorage|sessionStorage|navigator|globalThis)$/;

/** Where a component says what it is handed. Sources: the documentation of Vue, Svelte and Astro. */
const HANDED: readonly RegExp[] = [
  /\bdefineProps\s*<\s*\{([\s\S]{0,2000}?)\}\s*>\s*\(/g,
  /\bdefineProps\s*\(\s*([[{][\s\S]{0,2000}?[\]}])\s*\)/g,
  /\bprops\s*:\s*(\[[^\]]{0,2000}\]|\{[\s\S]{0,2000}?\n {0,4}\})/g,
];
const GIVES_WHAT_IS_HANDED = /^(?:withDefaults\s*\(\s*)?defineProps\b|^\$props\s*\(|^Astro\s*\.\s*props\b/;

export function namesOfTemplate(component: ParsedComponent, root: SyntaxNode): TemplateNames {
  const { language, text, markup, code } = component;
  const said = [...code.values()].map(({ from, to }) => text.slice(from, to)).join('\n');
  const used = namesSaid(said);
  for (const { attributes } of markup.tags)
    for (const { name, value } of attributes) if (value === undefined && language === 'vue') used.add(name);
  const handed = new Set<string>();
  const declared = new Set<string>();
  for (const child of root.namedChildren)
    if (!code.has(child.startIndex)) declaredBy(child, text, declared, handed);
  if (language === 'vue')
    for (const pattern of HANDED)
      for (const [, inside] of text.matchAll(pattern))
        for (const name of namesSaid(inside!.replace(/['"]/g, ' ')))
          if (!declared.has(name)) handed.add(name);
  const isSetUp = markup.scripts.some(({ attributes }) => attributes.has('setup'));
  return {
    handed: [...handed].filter((name) => used.has(name)).sort(),
    bound: (builder) => {
      if (language !== 'vue') return [];
      const members = isSetUp ? new Map<string, Expression>() : membersOf(builder);
      return [...used].flatMap((name): [string, Expression | undefined][] =>
        handed.has(name) || GLOBAL.test(name) || (isSetUp && declared.has(name))
          ? []
          : [[name, members.get(name)]],
      );
    },
  };
}

/** Names that stand for themselves, and not for a member of something. */
function namesSaid(code: string): Set<string> {
  const bare = code.replace(/'[^'\n]*'|"[^"\n]*"/g, ' ');
  return new Set([...bare.matchAll(/(?<![\w$])(?<!(?<!\.\.)\.)[A-Za-z_$][\w$]*/g)].map(([name]) => name));
}

function declaredBy(node: SyntaxNode, text: string, declared: Set<string>, handed: Set<string>): void {
  const source = (one: SyntaxNode) => text.slice(one.startIndex, one.endIndex);
  if (node.type === 'export_statement') {
    const declaration = node.childForFieldName('declaration');
    if (declaration === null) return;
    const own = new Set<string>();
    declaredBy(declaration, text, own, handed);
    for (const name of own) declared.add(name);
    // `export let title` of Svelte.
    if (declaration.type === 'lexical_declaration' && /^let\b/.test(source(declaration)))
      for (const name of own) handed.add(name);
    return;
  }
  if (node.type === 'import_statement') {
    const clause = node.namedChildren.find(({ type }) => type === 'import_clause');
    for (const name of clause?.descendantsOfType('identifier') ?? []) declared.add(source(name));
    return;
  }
  if (/^(lexical|variable)_declaration$/.test(node.type)) {
    for (const one of node.namedChildren) {
      const pattern = one.childForFieldName('name');
      if (pattern === null) continue;
      const value = one.childForFieldName('value');
      const isHanded =
        pattern.type === 'object_pattern' &&
        value !== null &&
        GIVES_WHAT_IS_HANDED.test(source(value).slice(0, 200));
      for (const name of pattern.descendantsOfType('identifier', 'shorthand_property_identifier_pattern')) {
        if (isHanded) handed.add(source(name));
        declared.add(source(name));
      }
    }
    return;
  }
  const name = node.childForFieldName('name');
  if (name !== null && /_declaration$/.test(node.type)) declared.add(source(name));
}

/** The functions of an object of options: `export default { methods: { save() { … } } }`. */
function membersOf(builder: Builder): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  const exported = builder.exports.find(({ name }) => name === 'default')?.value;
  const options = exported?.kind === 'call' ? builder.argumentsOf(exported.call)[0]?.value : exported;
  if (options?.kind !== 'object') return found;
  for (const { name, value } of options.members) {
    if (!/^(methods|computed|components)$/.test(name) || value.kind !== 'object') continue;
    for (const member of value.members)
      if (member.value.kind !== 'name') found.set(member.name, member.value);
  }
  return found;
}
