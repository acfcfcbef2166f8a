import { itemsOf, member, membersOf, readStructured } from '../structured-text.ts';

/** Frameworks that load each page by itself. Source: the documentation of each, as of 2026-11-21. */
const BY_PAGE =
  /^(next|nuxt|nuxt3|gatsby|@remix-run\/(react|dev)|@react-router\/dev|astro|@sveltejs\/kit|@builder\.io\/qwik-city|@solidjs\/start|@docusaurus\/core|umi|@tanstack\/(react-)?start)$/;
/** What builds pages and leaves it to their code how they are cut. */
const BUILDS = /^(@angular\/core|react-scripts|@vue\/cli-service|preact-cli|@craco\/craco)$/;
const OF_PAGES = /^(react-dom|vue|svelte|preact|solid-js|lit|@mithril\/mithril)$/;
const BUNDLERS =
  /^(vite|webpack|parcel|parcel-bundler|esbuild|rollup|@rsbuild\/core|@rspack\/core|snowpack|rolldown-vite)$/;

export interface Framework {
  readonly name: string;
  readonly splitsItself: boolean;
}

/** What builds the pages of a package; nothing where it is no front end, or a library for some. */
export function frameworkOf(file: string, text: string): Framework | undefined {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined || root === undefined) return undefined;
  const names = (key: string) => [...membersOf(member(root, key))].map(([name]) => name);
  const own = [...names('dependencies'), ...names('devDependencies')];
  if (names('peerDependencies').some((name) => OF_PAGES.test(name) || name === 'react')) return undefined;
  if (itemsOf(member(root, 'workspaces')).length > 0) return undefined;
  const whole = own.find((name) => BY_PAGE.test(name));
  if (whole !== undefined) return { name: whole, splitsItself: true };
  const builder = own.find((name) => BUILDS.test(name));
  if (builder !== undefined) return { name: builder, splitsItself: false };
  const bundler = own.find((name) => BUNDLERS.test(name));
  return bundler !== undefined && own.some((name) => OF_PAGES.test(name))
    ? { name: bundler, splitsItself: false }
    : undefined;
}
