import type { ComponentLanguage } from './markup.ts';

/** What an attribute is, by its name. */
export interface Directive {
  /** Whether its value is code although it is written as a text. */
  readonly isCode: boolean;
  /** Whether it runs when something happens. */
  readonly isHandler: boolean;
  /** Whether it gives names to values, and is none itself. */
  readonly names: boolean;
  /** The attribute that it sets: `href` of `:href`. */
  readonly plain: string;
}

/** Sources: the documentation of Vue (directives), Svelte (element directives) and Astro. */
export function directiveCode(language: ComponentLanguage, name: string): Directive {
  const plain = { isCode: false, isHandler: false, names: false, plain: name };
  if (language === 'astro') return plain;
  if (language === 'svelte') return { ...plain, names: name.startsWith('let:') };
  if (/^(v-for|v-slot([:.].*)?|#.*|slot-scope)$/.test(name)) return { ...plain, names: true };
  const event = /^(?:@|v-on:)([^.]*)/.exec(name);
  if (event !== null) return { ...plain, isCode: true, isHandler: true, plain: `@${event[1]}` };
  const bound = /^(?::|v-bind:|\.)([^.]+)(?:\..*)?$/.exec(name);
  if (bound !== null) return { ...plain, isCode: true, plain: bound[1]! };
  const isCode = /^v-/.test(name) && !/^v-(else|pre|once|cloak)$/.test(name);
  return { ...plain, isCode, plain: name.replace(/^(v-(?:html|text|model))\..*$/, '$1') };
}

/** A name that a pattern gives. */
export interface PatternName {
  readonly name: string;
  /** Of which of the values that are taken: `0` for the item of `(item, index)`. */
  readonly of: number;
  /** Whether it is a part of that value, and which member where that is told: `{ id, name: title }`. */
  readonly isPart: boolean;
  readonly member?: string;
}

/** The names of patterns beside each other, without their types: `{ id }, index`. */
export function namesIn(patterns: string): readonly PatternName[] {
  const bare = patterns.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '0');
  return besideEachOther(bare).flatMap((pattern, of): PatternName[] => {
    const one = pattern.replace(/^\s*(?:\.\.\.)?\s*/, '');
    if (!/^[{[]/.test(one)) {
      const [name] = /^[A-Za-z_$][\w$]*/.exec(one) ?? [];
      return name === undefined ? [] : [{ name, of, isPart: false }];
    }
    const members = new Map<string, string>();
    if (one.startsWith('{'))
      for (const part of besideEachOther(one.slice(1).replace(/\}[^}]*$/, ''))) {
        const [, member, local] = /^\s*([\w$]+)\s*(?::\s*([\w$]+)\s*)?$/.exec(part) ?? [];
        if (member !== undefined) members.set(local ?? member, member);
      }
    // What stands in for a part that is not there is none of the names.
    const named = one.replace(/=[^,{}[\]]+/g, ' ').replace(/[}\]][^}\]]*$/, '');
    return [...named.matchAll(/(?<![\w$])[A-Za-z_$][\w$]*(?![\w$]|\s*:)/g)].map(([name]) => {
      const member = members.get(name);
      return { name, of, isPart: true, ...(member === undefined ? {} : { member }) };
    });
  });
}

/** Split at commas that are in no brackets. */
function besideEachOther(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (/[{[(<]/.test(sign)) depth++;
    else if (/[}\])]/.test(sign) || (sign === '>' && text[at - 1] !== '=')) depth--;
    else if (sign === ',' && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
}
