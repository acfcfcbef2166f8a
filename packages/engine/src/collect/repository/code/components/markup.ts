import { attributesOf, type MarkupAttribute } from './attributes.ts';
import { codeEnd, MarkupCursor } from './cursor.ts';
import { directiveCode, namesIn } from './directives.ts';

/** The languages of files that hold scripts and the markup of one component. */
export type ComponentLanguage = 'vue' | 'svelte' | 'astro';

/** A place of code in markup. All places are offsets in the file. */
export interface MarkupCode {
  readonly from: number;
  /** Just behind it. */
  readonly to: number;
  /** What runs when something happens, as statements; else a value. */
  readonly isHandler: boolean;
  readonly scope: MarkupScope | undefined;
}

/** Names that hold for a part of the markup: `v-for="item in items"`, `{#each items as item}`. */
export interface MarkupScope {
  readonly outer: MarkupScope | undefined;
  readonly from: number;
  to: number;
  readonly names: { readonly name: string; readonly at: number; readonly of: NameOf | undefined }[];
}

/** What a name is of: a value itself, or one of the items of a list. */
export interface NameOf {
  readonly code: MarkupCode;
  readonly isItem: boolean;
  /** The member of it: `{ title }`. */
  readonly member?: string;
}

export interface MarkupTag {
  readonly name: string;
  readonly at: number;
  readonly attributes: readonly {
    readonly name: string;
    readonly at: number;
    readonly value: string | true | MarkupCode | undefined;
  }[];
  /** Whether attributes are spread into it. */
  readonly open: boolean;
  readonly scope: MarkupScope | undefined;
}

export interface MarkupScript {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly attributes: ReadonlyMap<string, string | true>;
}

/** A component as it is written: its scripts, and what of its markup is code. */
export interface ComponentMarkup {
  readonly scripts: readonly MarkupScript[];
  readonly tags: readonly MarkupTag[];
  readonly code: readonly MarkupCode[];
  readonly scopes: readonly MarkupScope[];
  /** Remarks within code. */
  readonly remarks: readonly { readonly from: number; readonly to: number }[];
  readonly unread: readonly { readonly at: number; readonly why: string }[];
  readonly unreadScripts: readonly { readonly at: number; readonly why: string }[];
}

/** Elements without an end. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** What stands in them is no markup: styles, and what bundlers take out of a file of Vue. */
const RAW_AT_TOP = /^(style|i18n|docs|route|router|page-query|static-query|graphql|markdown|story|preview)$/i;

/** Finds the scripts of a component, and what is code in its markup. Never fails: what it cannot follow it names. */
export function markupOf(language: ComponentLanguage, text: string): ComponentMarkup {
  return new MarkupScan(language, text).scan();
}

interface OpenPart {
  /** `#each` for a block of Svelte. */
  readonly name: string;
  readonly outer: MarkupScope | undefined;
}

class MarkupScan {
  readonly #language: ComponentLanguage;
  readonly #text: string;
  readonly #scripts: MarkupScript[] = [];
  readonly #tags: MarkupTag[] = [];
  readonly #code: MarkupCode[] = [];
  readonly #scopes: MarkupScope[] = [];
  readonly #unread: { at: number; why: string }[] = [];
  readonly #unreadScripts: { at: number; why: string }[] = [];
  readonly #open: OpenPart[] = [];
  readonly #cursor: MarkupCursor;
  #scope: MarkupScope | undefined;

  constructor(language: ComponentLanguage, text: string) {
    this.#language = language;
    this.#text = text;
    this.#cursor = new MarkupCursor(text, language === 'astro');
  }

  scan(): ComponentMarkup {
    const text = this.#text;
    let at = this.#language === 'astro' ? this.#frontmatter() : 0;
    const next = /<|\{/g;
    for (;;) {
      next.lastIndex = at;
      const found = next.exec(text);
      if (found === null) break;
      at = found[0] === '<' ? this.#angle(found.index) : this.#brace(found.index);
    }
    for (const scope of this.#scopes) if (scope.to < 0) scope.to = text.length;
    return {
      scripts: this.#scripts,
      tags: this.#tags,
      code: this.#code,
      scopes: this.#scopes,
      remarks: this.#cursor.remarks,
      unread: this.#unread,
      unreadScripts: this.#unreadScripts,
    };
  }

  /** What stands between two lines of `---` runs where the page is made. */
  #frontmatter(): number {
    const found = /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*---[ \t]*(?=\r?\n)/.exec(this.#text);
    if (found === null) return 0;
    const from = found[0].length;
    const end = /\n---(?=\s|$|<)/g;
    end.lastIndex = from;
    const closed = end.exec(this.#text);
    if (closed === null) {
      this.#unreadScripts.push({ at: 0, why: 'the script at its beginning has no end' });
      return this.#text.length;
    }
    this.#scripts.push({ at: 0, from, to: closed.index + 1, attributes: new Map([['lang', 'tsx']]) });
    return closed.index + 4;
  }

  #angle(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      return end < 0 ? text.length : end + 3;
    }
    const closing = /^<\/([\w$.:-]*)\s*>?/.exec(text.slice(at, at + 200));
    if (closing !== null) {
      this.#close(closing[1]!, at + closing[0].length);
      return at + closing[0].length;
    }
    return /[A-Za-z]/.test(text[at + 1] ?? '') ? this.#tag(at) : at + 1;
  }

  #tag(at: number): number {
    const text = this.#text;
    const name = /^[^\s/>]+/.exec(text.slice(at + 1, at + 200))![0];
    const { attributes, end, isClosed } = attributesOf(
      this.#cursor,
      at + 1 + name.length,
      this.#language !== 'vue',
    );
    const isTop = this.#open.length === 0;
    const written = new Map(
      attributes.flatMap(({ name: key, value }): [string, string | true][] =>
        value === undefined ? [[key, true]] : value.kind === 'text' ? [[key, value.text]] : [],
      ),
    );
    if (name === 'script') {
      const to = isClosed ? end : this.#endOf(name, end);
      this.#scripts.push({ at, from: end, to, attributes: written });
      // `<script set:html={…} />`
      const isMade = attributes.some(({ value }) => value?.kind === 'code');
      return isMade ? this.#element(name, at, attributes, true, to) : to;
    }
    if (name === 'style' || (this.#language === 'vue' && isTop && RAW_AT_TOP.test(name)))
      return isClosed ? end : this.#endOf(name, end);
    if (this.#language === 'vue' && isTop && name === 'template') {
      const language = written.get('lang');
      if ((typeof language === 'string' && language !== 'html') || written.has('src')) {
        const why = written.has('src')
          ? 'its template is in another file'
          : `its template is written in ${language}`;
        this.#unread.push({ at, why });
        return isClosed ? end : this.#endOf(name, end);
      }
    }
    return this.#element(name, at, attributes, isClosed || VOID.test(name), end);
  }

  #element(
    name: string,
    at: number,
    attributes: readonly MarkupAttribute[],
    isWhole: boolean,
    end: number,
  ): number {
    const outer = this.#scope;
    const made: MarkupTag['attributes'][number][] = [];
    let open = false;
    // The names that an element brings along hold for its other attributes too.
    const brought = attributes.filter(({ name: key }) => directiveCode(this.#language, key).names);
    if (brought.length > 0) this.#enter(at);
    for (const attribute of brought) this.#bring(attribute, outer);
    for (const attribute of attributes) {
      const { name: key, at: place, value } = attribute;
      const { isHandler, isCode, plain, names } = directiveCode(this.#language, key);
      if (names) continue;
      if (value === undefined) made.push({ name: plain, at: place, value: isCode ? undefined : true });
      else if (value.kind === 'code' || (value.kind === 'text' && isCode && this.#language === 'vue')) {
        const code = this.#add(value.from, value.to, isHandler && this.#language === 'vue');
        if (key === '...' || key === 'v-bind') open = true;
        made.push({ name: plain, at: place, value: code });
      } else if (value.kind === 'text') made.push({ name: plain, at: place, value: value.text });
      else {
        for (const { from, to } of value.parts) this.#add(from, to, false);
        made.push({ name: plain, at: place, value: undefined });
      }
    }
    this.#tags.push({ name, at, attributes: made, open, scope: this.#scope });
    if (!isWhole) this.#open.push({ name, outer });
    else {
      if (this.#scope !== outer) this.#scope!.to = end;
      this.#scope = outer;
    }
    return end;
  }

  /** `v-for="(item, index) in items"`, `#default="{ item }"`, `let:item`. */
  #bring({ name: key, at, value }: MarkupAttribute, outer: MarkupScope | undefined): void {
    if (value === undefined) {
      if (key.startsWith('let:')) this.#name(key.slice(4), at, undefined);
      return;
    }
    if (value.kind === 'parts') return;
    const said = this.#text.slice(value.from, value.to);
    const each = key === 'v-for' ? /^([\s\S]*?)\s(?:in|of)\s+/.exec(said) : null;
    if (each === null) {
      for (const { name } of namesIn(said)) this.#name(name, at, undefined);
      return;
    }
    const code = this.#add(value.from + each[0].length, value.to, false, outer);
    this.#items(each[1]!.trim().replace(/^\(([\s\S]*)\)$/, '$1'), at, code);
  }

  /** The names of each item of a list: the first pattern is of the item, what follows counts. */
  #items(pattern: string, at: number, code: MarkupCode): void {
    for (const { name, of, isPart, member } of namesIn(pattern)) {
      const isTold = of === 0 && (!isPart || member !== undefined);
      this.#name(
        name,
        at,
        isTold ? { code, isItem: true, ...(member === undefined ? {} : { member }) } : undefined,
      );
    }
  }

  #name(name: string, at: number, of: NameOf | undefined): void {
    this.#scope!.names.push({ name, at, of });
  }

  #enter(at: number): void {
    this.#scope = { outer: this.#scope, from: at, to: -1, names: [] };
    this.#scopes.push(this.#scope);
  }

  #close(name: string, end: number): void {
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at < 0) return;
    const { outer } = this.#open[at]!;
    for (let scope = this.#scope; scope !== outer && scope !== undefined; scope = scope.outer) scope.to = end;
    this.#open.length = at;
    this.#scope = outer;
  }

  /** Where the end tag of a part begins that holds no markup. */
  #endOf(name: string, from: number): number {
    const end = new RegExp(`</${name}\\s*>`, 'gi');
    end.lastIndex = from;
    return end.exec(this.#text)?.index ?? this.#text.length;
  }

  #brace(at: number): number {
    const text = this.#text;
    if (this.#language === 'vue') {
      if (text[at + 1] !== '{' || this.#open.length === 0) return at + 1;
      const end = text.indexOf('}}', at + 2);
      if (end < 0) return at + 2;
      this.#add(at + 2, end, false);
      return end + 2;
    }
    const end = codeEnd(this.#cursor, at + 1);
    if (end === undefined) {
      this.#unread.push({ at, why: 'what begins there has no end' });
      // Scripts may stand behind it.
      this.#unreadScripts.push({ at, why: 'what begins there has no end' });
      return text.length;
    }
    if (this.#language === 'svelte' && /[#:@/]/.test(text[at + 1]!)) this.#block(at, end);
    else this.#add(at + 1, end, false);
    return end + 1;
  }

  /** `{#each …}`, `{:else if …}`, `{@html …}`, `{/each}`. */
  #block(at: number, end: number): void {
    const [whole, word, said] = /^\{([#:@/][a-z]+(?:\s+if(?=\s))?)([\s\S]*)$/.exec(
      this.#text.slice(at, end),
    ) ?? ['', '', ''];
    const from = at + whole.length - said!.length;
    if (word!.startsWith('/')) this.#close(`#${word!.slice(1)}`, end + 1);
    else if (word!.startsWith('#')) this.#begin(word!, said!, from, end);
    else if (word === ':then' || word === ':catch') {
      this.#enter(at);
      for (const { name } of namesIn(said!)) this.#name(name, at, undefined);
    } else if (word === '@const') this.#constant(said!, from, end);
    else if (word === '@html')
      this.#tags.push({
        name: '{@html}',
        at,
        attributes: [{ name: '{@html}', at, value: this.#add(from, end, false) }],
        open: false,
        scope: this.#scope,
      });
    else this.#add(from, end, false);
  }

  #begin(word: string, said: string, from: number, end: number): void {
    const outer = this.#scope;
    this.#open.push({ name: word, outer });
    if (word === '#snippet') {
      this.#enter(from);
      const [, parameters = ''] = /\(([\s\S]*)\)/.exec(said) ?? [];
      for (const { name } of namesIn(parameters)) this.#name(name, from, undefined);
      return;
    }
    const separator =
      word === '#each' ? /\sas\s(?![\s\S]*\sas\s)/ : word === '#await' ? /\s(?:then|catch)\s/ : null;
    const found = separator?.exec(said);
    const code = this.#add(from, found === null || found === undefined ? end : from + found.index, false);
    if (found === null || found === undefined) return;
    const behind = found.index + found[0].length;
    const [whole, rest = '', key] = /^([\s\S]*?)(?:\s*\(([\s\S]*)\))?\s*$/.exec(said.slice(behind))!;
    this.#enter(from);
    if (word !== '#each') {
      for (const { name } of namesIn(whole)) this.#name(name, from, undefined);
      return;
    }
    this.#items(rest, from, code);
    const at = from + behind + whole.indexOf('(', rest.length) + 1;
    if (key !== undefined) this.#add(at, at + key.length, false);
  }

  #constant(said: string, from: number, end: number): void {
    const [whole, pattern] = /^([\s\S]*?)=(?![=>])/.exec(said) ?? [];
    if (whole === undefined) return;
    const code = this.#add(from + whole.length, end, false);
    if (this.#scope === undefined) this.#enter(from);
    for (const { name, isPart, member } of namesIn(pattern!)) {
      const isTold = !isPart || member !== undefined;
      this.#name(
        name,
        from,
        isTold ? { code, isItem: false, ...(member === undefined ? {} : { member }) } : undefined,
      );
    }
  }

  #add(from: number, to: number, isHandler: boolean, scope = this.#scope): MarkupCode {
    const code = { from, to, isHandler, scope };
    this.#code.push(code);
    return code;
  }
}
