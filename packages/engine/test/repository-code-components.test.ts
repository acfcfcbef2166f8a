import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { parseModule } from '../src/collect/repository/code/syntax/parse.ts';
import {
  type Expression,
  type SourceModule,
  TOP,
} from '../src/collect/repository/code/syntax/source-module.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

async function read(file: string, text: string): Promise<SourceModule> {
  const module = await parseModule(file, text);
  if (module === undefined) throw new Error(`${file} was not read`);
  return module;
}

async function factsOf(files: Readonly<Record<string, string>>, type: string) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const root = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  return {
    facts: root.resources
      .filter((one) => one.type === type)
      .map(({ address, properties, origin }) => ({
        address,
        line: origin.at.line,
        ...(told(properties) as object),
      })),
    open: root.notSeen.filter(({ holds }) => holds?.some((one) => one === type)).map(({ what }) => what),
  };
}

function told(value: Value): unknown {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, told(v)]));
  if (value.kind === 'list') return [...value.items.map(told), ...(value.open === undefined ? [] : ['?'])];
  return value.kind === 'unknown' ? '?' : value.kind;
}

/** Each call with the line and column where it stands in the file. */
const calls = ({ calls: all }: SourceModule) => all.map(({ path, at }) => `${path} ${at.line}:${at.column}`);
/** What stands in the file where each call begins, up to the end of its name. */
const standing = (text: string, { calls: all }: SourceModule) =>
  all.map(({ at }) => /^[\w$.]*/.exec(text.split('\n')[at.line - 1]!.slice(at.column - 1))![0]);
const nameOf = (value: Expression | undefined) =>
  value?.kind === 'name' ? value.name : value?.kind === 'literal' ? value.value : value?.kind;
const elements = ({ elements: all }: SourceModule) =>
  all.map(({ name, attributes }) =>
    [name, ...attributes.map((one) => `${one.name}=${nameOf(one.value)}`)].join(' '),
  );

const VUE = `<script lang="ts">
export const sizes = ['S', 'M'];
</script>

<template>
  <!-- <Old :rows="gone()" /> -->
  <order-row
    v-for="({ id, title }, index) in sorted(orders)"
    :key="id"
    :title="title ?? 'none'"
    class="row"
    @open.once="open(id)"
    @close="closed"
  >
    {{ money(index) }}{{ sizes }}
  </order-row>
  <p v-if="a < b && c &gt; d" v-html="note">a > b</p>
  <input :value="names.map((one) => trimmed(one))" @keyup="count++; save()">
</template>

<script setup lang="ts">
import OrderRow from './OrderRow.vue';
import { save, money } from './orders';
const props = defineProps<{ note: string; orders: Order[] }>();
const closed = () => fetch('/closed');
</script>

<style scoped>
p { color: v-bind(color); }
</style>
`;

describe('a component of Vue', () => {
  it('is one module of its scripts and its template, each where it stands', async () => {
    const module = await read('Orders.vue', VUE);
    expect(module.problems).toEqual([]);
    expect(standing(VUE, module)).toEqual(
      'sorted open money names.map trimmed save defineProps fetch'.split(' '),
    );
    expect(calls(module)).toEqual([
      'sorted 8:38',
      'open 12:17',
      './orders.money 15:8',
      'names.map 18:18',
      'trimmed 18:37',
      './orders.save 18:69',
      'defineProps 24:15',
      'fetch 25:22',
    ]);
    expect(module.imports.map(({ module: name }) => name)).toEqual([
      './OrderRow.vue',
      './orders',
      './orders',
    ]);
    expect(module.exports.map(({ name }) => name)).toEqual(['sizes', 'default']);
  });

  it('shows elements by the names that scripts give them', async () => {
    const module = await read('Orders.vue', VUE);
    expect(elements(module)).toEqual([
      'template',
      'OrderRow key=id title=choice class=row @open=function @close=closed',
      'p v-if=both v-html=note',
      'input value=call @keyup=function',
    ]);
  });

  it('runs no handler when it is loaded, and knows what names its parts bring along', async () => {
    const module = await read('Orders.vue', VUE);
    const open = module.calls.find(({ path }) => path === 'open')!;
    const sorted = module.calls.find(({ path }) => path === 'sorted')!;
    expect(open.within).not.toBe(TOP);
    expect(sorted.within).not.toBe(TOP);
    const bound = module.bindings.flatMap(({ target, value }) =>
      target.kind === 'name' && /^(id|title|index)$/.test(target.name)
        ? [`${target.name} ${value.kind}`]
        : [],
    );
    expect(bound.slice(0, 3)).toEqual(['id member', 'title member', 'index other']);
  });

  it('means members of its options by the names of its template', async () => {
    const module = await read(
      'Note.vue',
      `<template><button @click="store">x</button></template>
<script>
import { store } from './elsewhere';
export default { data: () => ({ store }), methods: { store() { localStorage.setItem('token', this.token); } } };
</script>`,
    );
    const bound = module.bindings.find(({ target }) => target.kind === 'name' && target.name === 'store');
    expect(bound?.value.kind).toBe('function');
    expect(module.calls.map(({ path }) => path)).toEqual(['localStorage.setItem']);
  });

  it('may lie in several files', async () => {
    const module = await read('Note.vue', '<template><p>x</p></template>\n<script src="./note.ts"></script>');
    expect(module.imports.map(({ module: name }) => name)).toEqual(['./note.ts']);
    expect(module.exports).toMatchObject([{ name: 'default', from: { module: './note.ts' } }]);
  });

  it.each([
    ['<template lang="pug">\np(v-html="note")\n</template>', [[1, true]]],
    ['<template src="./note.html"></template>', [[1, true]]],
    ['<template>\n<p :title="a b c">{{ d() }}</p>\n</template>', [[2, true]]],
    ['<script lang="coffee">\nx = -> 1\n</script>', [[1, undefined]]],
    ['<script>\nconst = 1;\n</script>\n<template>{{ a }}</template>', [[2, undefined]]],
  ])('says what of it cannot be read: %s', async (text, wanted) => {
    const { problems } = await read('Note.vue', text);
    expect(problems.map(({ line, inMarkup }) => [line, inMarkup])).toEqual(wanted);
  });

  it('is read on around code of its template that cannot be', async () => {
    const module = await read('Note.vue', '<template>\n<p :title="a b c">{{ d() }}</p>\n</template>');
    expect(calls(module)).toEqual(['d 2:22']);
  });

  it.each([
    '<template>',
    '<template><p :a="',
    '{{',
    '<template>{{ a',
    '<p v-for="">',
    '<',
    '</',
    '<a b=',
    '<script>',
  ])('comes to an end however it is broken off: %s', async (text) => {
    expect((await read('Note.vue', text)).file).toBe('Note.vue');
  });
});

const SVELTE = `<script context="module">
  export const kinds = ['a'];
</script>
<script lang="ts">
  import { page } from './page';
  let { note, rows = [] }: Props = $props();
</script>
<svelte:head><title>{named(note)}</title></svelte:head>
{#if rows.length > 0}
  {#each rows as { id, text }, at (keyed(id))}
    <li class="row {shade(at)}" class:even={at % 2 === 0} on:click={() => chosen(id)} {id} {...rest}>
      {@html text}{text}
    </li>
  {:else}
    <Empty style={{ width: wide() }} />
  {/each}
{:else if waits(note)}
  {#await load(note) then { answer }}{answer}{:catch failed}{told(failed)}{/await}
{/if}
{#snippet row(one: Row)}<p use:tooltip>{one.name}</p>{/snippet}
{@render row(rows[0])}
<button title='{"}"}' onclick={save}>{\`a \${inner({ b: 1 })}\`}</button>
<style>p { color: red }</style>
`;

describe('markup in a language that is not known', () => {
  it('leaves the scripts beside it, and is told in a moment', async () => {
    const text = `<template>${'<a :b="c d">'.repeat(5_000)}</template>\n<script>start();</script>`;
    const { calls: made, problems } = await read('Many.vue', text);
    expect(made.map(({ path }) => path)).toEqual(['start']);
    expect(problems.every(({ inMarkup }) => inMarkup)).toBe(true);
  });
});

describe('a component of Svelte', () => {
  it('is one module of its scripts and its markup, each where it stands', async () => {
    const module = await read('Rows.svelte', SVELTE);
    expect(module.problems).toEqual([]);
    expect(standing(SVELTE, module)).toEqual(
      '$props named keyed shade chosen wide waits load told row inner'.split(' '),
    );
    expect(calls(module)).toEqual([
      '$props 6:36',
      'named 8:22',
      'keyed 10:36',
      'shade 11:21',
      'chosen 11:75',
      'wide 15:28',
      'waits 17:11',
      'load 18:11',
      'told 18:62',
      'row 21:10',
      'inner 22:44',
    ]);
    expect(elements(module)).toContain('{@html} {@html}=text');
    expect(elements(module)).toContain('p use:tooltip=true');
    expect(module.exports.map(({ name }) => name)).toEqual(['kinds', 'default']);
  });
});

const ASTRO = `---
import Card from '../components/Card.astro';
const { title } = Astro.props;
const cards: Card[] = await fetch(import.meta.env.API).then((one) => one.json());
if (cards.length === 0) return Astro.redirect('/none');
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>{title}</title></head>
  <body>
    <p set:html={title} class:list={['a', styled(title)]}>it's {title}</p>
    {cards.map((card) => (
      <!-- a remark -->
      <Card {...card}>don't {card.name && <b>{bold(card.name)}</b>}</Card>
    ))}
    {/* nothing */}
    <script>
      import { start } from '../start';
      start();
    </script>
    <script type="application/ld+json">{ "a": 1 }</script>
  </body>
</html>
`;

describe('a page of Astro', () => {
  it('is one module of the script at its beginning, its markup and the scripts in it', async () => {
    const module = await read('index.astro', ASTRO);
    expect(module.problems).toEqual([]);
    expect(calls(module)).toEqual([
      'fetch().then 4:29',
      'fetch 4:29',
      'one.json 4:70',
      'Astro.redirect 5:32',
      'styled 11:43',
      'cards.map 12:6',
      'bold 14:47',
      '../start.start 19:7',
    ]);
    expect(elements(module)).toContain('p set:html=title class:list=list');
    expect(elements(module)).toContain('b');
  });
});

describe('what components do', () => {
  it('is told of pages: calls, tokens, errors and markup', async () => {
    const files = {
      'web/src/App.vue': `<script setup>
import * as Sentry from '@sentry/vue';
import { signIn } from './sign-in';
Sentry.init({ dsn: 'https://a@b.example/1' });
const leave = () => fetch('/api/sessions', { method: 'DELETE' });
</script>
<template><button @click="signIn()" @blur="leave">x</button></template>
`,
      'web/src/Visits.svelte': `<button on:click={() => fetch('/api/visits', { method: 'POST' })}>x</button>`,
      'web/src/sign-in.js': `export const signIn = () => localStorage.setItem('token', location.hash);\n`,
    };
    expect(
      (await factsOf(files, 'Repository::ClientCall')).facts.map(({ address, line }) => [address, line]),
    ).toEqual([
      ['DELETE /api/sessions in web/src/App.vue', 5],
      ['POST /api/visits in web/src/Visits.svelte', 1],
    ]);
    expect((await factsOf(files, 'Repository::PageErrorTracker')).facts).toMatchObject([
      { address: 'web/src/App.vue Sentry', usedIn: ['web/src/App.vue'] },
    ]);
    expect((await factsOf(files, 'Repository::Page')).facts).toMatchObject([
      { address: 'web/src/App.vue', storage: [] },
      { address: 'web/src/Visits.svelte', storage: [] },
      { address: 'web/src/sign-in.js', storage: [{ key: 'token', token: true }] },
    ]);
  });

  it.each([
    ['App.vue', '<script>export default { created() { start(); } };', ['App.vue']],
    ['App.vue', '<script>export default { methods: { begin() { start(); } } };', []],
    [
      'App.vue',
      '<template><a @click="begin">x</a></template><script setup>function begin() { start(); }',
      ['App.vue'],
    ],
    ['App.svelte', '<a onclick={begin}>x</a><script>function begin() { start(); }', ['App.svelte']],
    ['App.svelte', '<a>x</a><script>function begin() { start(); }', []],
  ])('is told with what makes it run: %s %s', async (file, text, wanted) => {
    const started = text.replace('start()', "Sentry.init({ dsn: 'https://a@b.example/1' })");
    const files = {
      [file]: `${started.replace('<script', "<script lang='ts'")}\nimport * as Sentry from '@sentry/browser';</script>`,
    };
    expect((await factsOf(files, 'Repository::PageErrorTracker')).facts).toMatchObject([{ usedIn: wanted }]);
  });

  it('is found behind the names that frameworks give to folders', async () => {
    const kept = "export const keep = (key) => localStorage.setItem(key, '1');\n";
    const files = {
      'web/src/lib/kept.js': kept,
      'web/src/routes/+page.svelte': `<script>import { keep } from '$lib/kept';</script><a on:click={() => keep('token')}>x</a>`,
      'shop/kept.js': kept,
      'shop/pages/index.vue': `<script setup>import { keep } from '~~/kept';</script><template><a @click="keep('seen')">x</a></template>`,
    };
    expect((await factsOf(files, 'Repository::Page')).facts).toMatchObject([
      { address: 'shop/kept.js', storage: [{ key: 'seen', token: false }] },
      { address: 'shop/pages/index.vue' },
      { address: 'web/src/lib/kept.js', storage: [{ key: 'token', token: true }] },
      { address: 'web/src/routes/+page.svelte' },
    ]);
  });

  it('leaves open what pages hold where markup cannot be read, and nothing of servers', async () => {
    const files = {
      'web/App.vue': '<template lang="pug">\np x\n</template>\n<script>\nexport default {};\n</script>\n',
      'api/run.py': 'def run():\n    pass\n',
    };
    for (const type of ['Repository::Page', 'Repository::ClientCall', 'Repository::PageErrorTracker'])
      expect([type, (await factsOf(files, type)).open]).toEqual([type, ['web/App.vue']]);
    for (const type of ['Repository::Route', 'Repository::Statements', 'Repository::Listing'])
      expect([type, (await factsOf(files, type)).open]).toEqual([type, []]);
  });

  it('leaves open anything where a script cannot be read', async () => {
    const files = { 'web/App.vue': '<script>\nconst = 1;\n</script>\n' };
    for (const type of ['Repository::Page', 'Repository::Statements'])
      expect([type, (await factsOf(files, type)).open]).toEqual([type, ['web/App.vue']]);
  });

  it('does not make code of pages of what pages of Astro import where they are made', async () => {
    const files = {
      'web/pages/index.astro': `---\nimport { load } from '../load';\nawait load();\n---\n<p>x</p>\n`,
      'web/load.ts': `export const load = async () => { console.log('loads'); };\n`,
    };
    expect((await factsOf(files, 'Repository::LogLines')).facts).toMatchObject([{ address: 'web/load.ts' }]);
  });
});
