import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Where pipelines build sites, which variables of the bundler are set there, and which ones the code of the site needs.
 */
async function factsOf(type: string, files: Readonly<Record<string, string>>) {
  const { repositoryRoot } = await collectRepository({
    path: '/repo',
    fileSystem: memoryFileSystem({ 'package.json': PACKAGE, ...files }),
    now: new Date('2026-11-22T12:00:00Z'),
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
  });
  return repositoryRoot!.resources
    .filter((one) => one.type === type)
    .map(({ properties }) => properties.members);
}

const PACKAGE =
  '{ "name": "tides", "scripts": { "build": "vite build" }, "dependencies": { "react-dom": "19.2.0" }, "devDependencies": { "vite": "7.2.0" } }';

const text = (value: Value | undefined) => (value?.kind === 'known' ? value.value : '?');
function listed(value: Value | undefined): readonly unknown[] {
  if (value?.kind !== 'list') return value === undefined ? [] : ['?'];
  const named = value.items.map((one) => text(one.kind === 'object' ? one.members.get('name') : one));
  return value.open === undefined ? named : [...named, '…'];
}

/** What is set where a workflow with such steps builds the site, and whether something is deployed after it. */
async function built(
  steps: string,
  files: Readonly<Record<string, string>> = {},
  job = 'runs-on: ubuntu-latest',
) {
  const workflow = `on: push\njobs:\n  site:\n    ${job}\n    steps:\n${steps}\n`;
  const [build] = await factsOf('Repository::SiteBuildStep', {
    '.github/workflows/site.yml': workflow,
    ...files,
  });
  if (build === undefined) return undefined;
  const publishes = build.get('publishes');
  return [
    ...listed(build.get('sets')),
    publishes === undefined ? 'kept' : publishes.kind === 'known' ? 'deployed' : '?',
  ];
}

const BUILD = '      - run: npm ci && npm run build';
const DEPLOY = '      - run: aws s3 sync dist s3://tides';

describe('the variables that a site is built with', () => {
  it.each([
    ['nothing', `${BUILD}\n${DEPLOY}`, ['deployed']],
    [
      'its step',
      `${BUILD}\n        env: { VITE_API_URL: https://tides.example.org }\n${DEPLOY}`,
      ['VITE_API_URL', 'deployed'],
    ],
    [
      'its command',
      `      - run: VITE_API_URL=https://tides.example.org npx vite build\n${DEPLOY}`,
      ['VITE_API_URL', 'deployed'],
    ],
    [
      'a file that is written before',
      `      - run: echo "VITE_API_URL=$URL" > .env\n${BUILD}\n${DEPLOY}`,
      ['VITE_API_URL', 'deployed'],
    ],
    [
      'a step before',
      `      - run: echo "VITE_API_URL=$URL" >> "$GITHUB_ENV"\n${BUILD}\n${DEPLOY}`,
      ['VITE_API_URL', 'deployed'],
    ],
    [
      'its script',
      `      - run: npm ci && npx cross-env VITE_API_URL=https://tides.example.org vite build\n${DEPLOY}`,
      ['VITE_API_URL', 'deployed'],
    ],
    ['an empty value, which is none', `${BUILD}\n        env: { VITE_API_URL: '' }\n${DEPLOY}`, ['deployed']],
  ])('are set by %s', async (_, steps, expected) => {
    expect(await built(steps)).toEqual(expected);
  });

  it.each([
    ['an action of others', `      - uses: tides/variables@v1\n${BUILD}\n${DEPLOY}`],
    ['a script that is not there', `      - run: ./fetch-settings\n${BUILD}\n${DEPLOY}`],
    ['code that runs before', `      - run: node scripts/settings.js\n${BUILD}\n${DEPLOY}`],
    ['a file that is sourced', `      - run: . ./settings && npm ci && npm run build\n${DEPLOY}`],
    ['what is exported', `      - run: export $(cat settings | xargs) && npm run build\n${DEPLOY}`],
    [
      'a file of settings',
      `      - run: |\n          set -a; source .env.live; set +a\n          npm run build\n${DEPLOY}`,
    ],
    ['a file that is copied', `      - run: cp settings/live .env\n${BUILD}\n${DEPLOY}`],
    ['what runs it', `      - run: npm ci && npx env-cmd -f settings/live vite build\n${DEPLOY}`],
    ['what is fetched', `      - run: aws s3 cp s3://tides/settings .env.production\n${BUILD}\n${DEPLOY}`],
  ])('may be set by %s', async (_, steps) => {
    expect(await built(steps)).toEqual(['…', 'deployed']);
  });

  it('are those of its job and of its workflow', async () => {
    const env = 'env: { VITE_API_URL: https://tides.example.org }';
    expect(await built(`${BUILD}\n${DEPLOY}`, {}, `runs-on: ubuntu-latest\n    ${env}`)).toEqual([
      'VITE_API_URL',
      'deployed',
    ]);
  });

  it('may be set by a script that exports what it reads', async () => {
    const script = '#!/bin/sh\nexport $(cat settings)\nnpm run build\n';
    expect(await built(`      - run: ./make-site.sh\n${DEPLOY}`, { 'make-site.sh': script })).toEqual([
      '…',
      'deployed',
    ]);
  });

  it('may be set by the machine of its own that it is built on, and by a file of settings of the bundler', async () => {
    expect(await built(`${BUILD}\n${DEPLOY}`, {}, 'runs-on: self-hosted')).toEqual(['…', 'deployed']);
    expect(
      await built(`${BUILD}\n${DEPLOY}`, { 'vite.config.ts': 'export default { define: { API: "1" } };' }),
    ).toEqual(['…', 'deployed']);
  });

  it('are read from files beside the site, and not from one that is there to be copied', async () => {
    const set = 'VITE_API_URL=https://tides.example.org\n';
    expect(await built(`${BUILD}\n${DEPLOY}`, { '.env.production': set })).toEqual([
      'VITE_API_URL',
      'deployed',
    ]);
    expect(await built(`${BUILD}\n${DEPLOY}`, { '.env.example': set })).toEqual(['deployed']);
    const quoted = { '.env.production': 'VITE_API_URL="https://tides.example.org"\n' };
    expect(await built(`${BUILD}\n${DEPLOY}`, quoted)).toEqual(['VITE_API_URL', 'deployed']);
    expect(await built(`${BUILD}\n${DEPLOY}`, { '.env': 'VITE_API_URL=\n' })).toEqual(['deployed']);
    expect(await built(`${BUILD}\n${DEPLOY}`, { '.env': `# ${set}` })).toEqual(['deployed']);
    expect(await built(`${BUILD}\n${DEPLOY}`, { '.env.staging': set })).toEqual(['…', 'deployed']);
  });

  it('are not what is written or published for another site', async () => {
    const other = '      - run: echo "VITE_API_URL=$URL" > admin/.env';
    expect(await built(`${other}\n${BUILD}\n${DEPLOY}`)).toEqual(['…', 'deployed']);
    expect(await built(`${BUILD}\n      - run: aws s3 sync admin/dist s3://tides`)).toEqual(['?']);
  });

  it('go out with what deploys them, and perhaps with what deploys something', async () => {
    const cdk = `${BUILD}\n      - run: npx cdk deploy --all`;
    const stack = "new BucketDeployment(this, 'Site', { sources: [Source.asset('../dist')] });";
    expect(await built(cdk, { 'infra/stack.ts': stack })).toEqual(['deployed']);
    expect(await built(cdk, { 'eslint.config.js': "export default [{ ignores: ['dist/'] }];" })).toEqual([
      '?',
    ]);
    expect(await built(cdk, { 'infra/stack.ts': "new Table(this, 'Tides');" })).toEqual(['?']);
    expect(await built(`${BUILD}\n      - run: sam deploy`)).toEqual(['?']);
  });

  it('are not asked where nothing is built, and not known to go out where nothing is deployed after it', async () => {
    expect(await built('      - run: npm ci && npm test')).toBeUndefined();
    expect(await built(BUILD)).toEqual(['kept']);
    expect(
      await built(
        `${BUILD}\n      - uses: actions/upload-artifact@v4\n        with: { name: site, path: dist }`,
      ),
    ).toEqual(['?']);
  });
});

describe('the addresses that a site asks for', () => {
  const asked = async (code: string, more: Readonly<Record<string, string>> = {}) => {
    const [site] = await factsOf('Repository::FrontEnd', { 'src/api.js': code, ...more });
    return listed(site?.get('addresses'));
  };

  it.each([
    'export const tides = () => fetch(`${import.meta.env.VITE_API_URL}/tides`);',
    'const API = import.meta.env.VITE_API_URL;\nexport const tides = () => fetch(API + "/tides");',
    'export const settings = { api: import.meta.env.VITE_API_URL };\nexport const tides = () => fetch(`${settings.api}/tides`);',
  ])('are needed: %s', async (code) => {
    expect(await asked(code)).toEqual(['VITE_API_URL']);
  });

  it('are needed where the code fails without them, and where only another file has something else', async () => {
    const fails =
      'const API = import.meta.env.VITE_API_URL;\nif (!API) throw new Error("no address");\nexport const tides = () => fetch(`${API}/tides`);';
    expect(await asked(fails)).toEqual(['VITE_API_URL']);
    const asks =
      'const API = import.meta.env.VITE_API_URL;\nexport function address() {\n  if (!API) throw new Error("no address");\n  return API.trim();\n}';
    expect(await asked(asks)).toEqual(['VITE_API_URL']);
    const other = 'export const piers = () => fetch(`${import.meta.env.VITE_API_URL ?? "/api"}/piers`);';
    const own = 'export const tides = () => fetch(`${import.meta.env.VITE_API_URL}/tides`);';
    expect(await asked(own, { 'src/piers.js': other })).toEqual(['VITE_API_URL']);
  });

  it.each([
    'const API = import.meta.env.DEV ? "http://localhost:3000" : import.meta.env.VITE_API_URL;\nexport const tides = () => fetch(`${API}/tides`);',
    'const isLocal = !import.meta.env.PROD;\nexport const tides = () => fetch(`${isLocal ? "" : import.meta.env.VITE_API_URL}/tides`);',
    'const API = process.env.NODE_ENV !== "production" ? "" : process.env.REACT_APP_API_URL;\nexport const tides = () => fetch(API + "/tides");',
    'export function tides() {\n  if (import.meta.env.DEV) return fetch("/tides");\n  return fetch(`${import.meta.env.VITE_API_URL}/tides`);\n}',
    'let API = import.meta.env.VITE_API_URL;\nif (import.meta.env.DEV) API = "/api";\nexport const tides = () => fetch(`${API}/tides`);',
    'export function tides() {\n  if (import.meta.env.PROD && isNew()) return fetch("/tides");\n  return fetch(`${import.meta.env.VITE_API_URL}/tides`);\n}',
  ])('are needed on the side of production: %s', async (code) => {
    expect(await asked(code)).toEqual([code.includes('REACT') ? 'REACT_APP_API_URL' : 'VITE_API_URL']);
  });

  it('are needed where another file begins an address with them', async () => {
    const page = 'import { API } from "./api.js";\nexport const tides = () => fetch(`${API}/tides`);';
    expect(await asked('export const API = import.meta.env.VITE_API_URL;', { 'src/page.js': page })).toEqual([
      'VITE_API_URL',
    ]);
  });

  it.each([
    'const API = import.meta.env.VITE_API_URL ?? "/api";\nexport const tides = () => fetch(`${API}/tides`);',
    'const { VITE_API_URL = "/api" } = import.meta.env;\nexport const tides = () => fetch(`${VITE_API_URL}/tides`);',
    'const API = import.meta.env.VITE_API_URL;\nexport const tides = () => API && fetch(`${API}/tides`);',
    'const API = import.meta.env.VITE_API_URL;\nexport const tides = () => {\n  if (!API) return [];\n  return fetch(`${API}/tides`);\n};',
    'const API = import.meta.env.VITE_API_URL;\nexport const tides = () => fetch(isThere(API) ? `${API}/tides` : "/tides");',
    'export const client = create({ baseURL: import.meta.env.VITE_API_URL });',
    'document.title = `${import.meta.env.VITE_TITLE} of today`;',
    'export const tides = () => fetch(`${process.env.API_URL}/tides`);',
    // What is built for production never comes there.
    'const API = import.meta.env.DEV ? import.meta.env.VITE_API_URL : "/api";\nexport const tides = () => fetch(`${API}/tides`);',
    'const API = import.meta.env.PROD ? "/api" : `${import.meta.env.VITE_API_URL}/v1`;\nexport const tides = () => fetch(`${API}/tides`);',
    'export function tides() {\n  if (import.meta.env.DEV) return fetch(`${import.meta.env.VITE_API_URL}/tides`);\n  return fetch("/tides");\n}',
    'export function tides() {\n  if (import.meta.env.PROD) return fetch("/tides");\n  return fetch(`${import.meta.env.VITE_API_URL}/tides`);\n}',
    'let API = import.meta.env.VITE_API_URL;\nif (import.meta.env.PROD) API = "/api";\nexport const tides = () => fetch(`${API}/tides`);',
    // A mode may be any.
    'const API = import.meta.env.MODE === "development" ? "" : import.meta.env.VITE_API_URL;\nexport const tides = () => fetch(`${API}/tides`);',
  ])('are not needed, or no variables of a bundler: %s', async (code) => {
    expect(await asked(code)).toEqual([]);
  });
});
