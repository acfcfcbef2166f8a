import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { secrets } from '../src/collect/repository/secrets/reader.ts';
import { assessRepository, explain, render } from '../src/index.ts';
import { secretsIn } from '../src/model/secrets/secret-texts.ts';
import { FORMATS } from '../src/report/formats.generated.ts';
import { type Labelled, labelledSet } from './labelled-secrets/labelled-set.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const HERE = { name: undefined, because: '', known: [] };

async function factsOf(files: Readonly<Record<string, string>>) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const root = await collectRepositoryRoot(repository, HERE, undefined, [secrets]);
  return root.resources.map(({ type, address, origin, properties }) => ({
    type,
    address,
    at: origin.at,
    is: Object.fromEntries(
      [...properties.members].map(([name, value]) => [
        name,
        value.kind === 'known' ? value.value : value.kind,
      ]),
    ),
  }));
}

/** Which of the labelled files a secret was found in. */
async function foundIn(set: readonly Labelled[]): Promise<ReadonlySet<Labelled>> {
  const place = (index: number) => `n${index}`;
  const facts = await factsOf(
    Object.fromEntries(set.map(({ file, text }, index) => [`${place(index)}/${file}`, text])),
  );
  const hit = new Set(
    facts
      .filter((fact) => fact.type === 'Repository::Secret' && fact.is['stands'] === 'secret')
      .map((fact) => String(fact.is['path']).split('/')[0]),
  );
  return new Set(set.filter((_, index) => hit.has(place(index))));
}

async function measured(set: readonly Labelled[]) {
  const found = await foundIn(set);
  const right = set.filter((one) => one.isSecret && found.has(one));
  return {
    missed: set.filter((one) => one.isSecret && !found.has(one)).map(({ kind, text }) => `${kind}: ${text}`),
    mistaken: set
      .filter((one) => !one.isSecret && found.has(one))
      .map(({ kind, text }) => `${kind}: ${text}`),
    recall: right.length / set.filter((one) => one.isSecret).length,
    precision: right.length / found.size,
  };
}

describe('the labelled set', () => {
  const set = labelledSet();

  it('has at least 300 strings of many kinds, part of them held back', () => {
    expect(set.length).toBeGreaterThanOrEqual(300);
    expect(set.filter((one) => one.isSecret).length).toBeGreaterThan(300);
    expect(new Set(set.filter((one) => one.isSecret).map(({ kind }) => kind)).size).toBeGreaterThan(80);
    expect(set.filter((one) => one.held).length).toBeGreaterThan(200);
  });

  // Recall at least 98 %, precision at least 95 %; other seeds are other keys of the same kinds.
  it.each([
    ['that the patterns were made with', false, 20_261_121],
    ['that was held back', true, 20_261_121],
    ['that the patterns were made with, of another seed', false, 7],
    ['that was held back, of another seed', true, 7],
  ])('is told apart in the part %s', async (_, held, seed) => {
    const part = labelledSet(seed).filter((one) => one.held === held);
    const { recall, precision, missed, mistaken } = await measured(part);
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(precision, mistaken.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('no secret', () => {
  it('stands in any report, in any format', async () => {
    const set = labelledSet(3).filter((one) => one.isSecret && one.secret !== undefined);
    const files = Object.fromEntries(set.map(({ file, text }, index) => [`n${index}/${file}`, text]));
    const run = await assessRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      languages: ['repository'],
      fileSystem: memoryFileSystem(files),
    });
    const gaps = run.assessment.outcomes.filter((o) => o.check === 'credentials-not-committed');
    expect(gaps.filter((o) => o.outcome === 'fail').length).toBeGreaterThan(250);
    for (const { name } of FORMATS) {
      const text = await render(name, run, {
        columns: 80,
        colour: false,
        verbose: true,
        quiet: false,
        date: new Date('2026-11-21T12:00:00Z'),
      });
      const shown = set.filter(({ secret }) => text.includes(secret!));
      expect(
        shown.map(({ kind }) => kind),
        name,
      ).toEqual([]);
    }
    const told = await explain(run, 'credentials-not-committed', undefined, {
      json: false,
      columns: 80,
      colour: false,
    });
    expect(set.filter(({ secret }) => told.includes(secret!))).toEqual([]);
  });
});

describe('secrets', () => {
  it('are told by kind, length and line, and known again only where that helps nobody to guess', async () => {
    const long = 'q7Zt2Vw9Xk4LmN8pRs5Ty1Bc';
    const [first, again, weak] = await factsOf({
      'a.ts': `\nconst apiKey = '${long}';\n`,
      'b.ts': `const apiKey = '${long}';\n`,
      'c.env': 'ADMIN_PASSWORD=Xk!81Wq\n',
    });
    expect(first).toMatchObject({
      address: 'a.ts apiKey',
      at: { line: 2, column: 1 },
      is: { kind: 'key or token', length: 24, entropy: 'high', fileKind: 'source' },
    });
    expect(first!.is['fingerprint']).toMatch(/^[0-9a-f]{6}$/);
    expect(again!.is['fingerprint']).toBe(first!.is['fingerprint']);
    expect(weak!.is).toMatchObject({ kind: 'password', length: 7, entropy: 'low' });
    expect(weak!.is['fingerprint']).toBeUndefined();
  });

  it('of files that git ignores are not committed', async () => {
    const env = 'ADMIN_PASSWORD=vN3x!8840qLmRt7\n';
    const facts = await factsOf({
      '.gitignore': '.env\n*.tfstate\n',
      '.env': env,
      'a/.env': env,
      'b/prod.env': env,
    });
    expect(facts.filter((f) => f.type === 'Repository::Secret').map((f) => f.address)).toEqual([
      'b/prod.env ADMIN_PASSWORD',
    ]);
  });

  it('that are encrypted, and examples in the description of an API, are none', async () => {
    const blob = 'q7Zt2Vw9Xk4LbN8c'.repeat(4);
    const facts = await factsOf({
      'prod.env': `ENCRYPTED_CLIENT_SECRET=${blob}\nCLIENT_SECRET=AQICAHh7${blob}\n`,
      'api.yaml': `schema:\n  type: string\n  example: 'Bearer ${blob}'\n`,
    });
    const stands = facts.filter((f) => f.type === 'Repository::Secret').map((f) => f.is['stands']);
    expect(stands.filter((one) => one === 'secret')).toEqual([]);
  });

  it('are none in the examples of a schema, but where a host hands out what looks so', async () => {
    const key = 'q7Zt2Vw9Xk4LmN8pRs5Ty1Bc';
    const token = `${['gh', 'p_'].join('')}${'q7Zt2Vw9Xk4L'.repeat(3)}`;
    const access = `${['AK', 'IA'].join('')}Q7ZT2VW9XK4LMN8P`;
    const head = 'openapi: 3.0.3\ninfo: { title: Shop }\n';
    const standing = async (file: string, text: string) => {
      const facts = (await factsOf({ [file]: text })).filter((f) => f.type === 'Repository::Secret');
      return facts.map((f) => `${f.at.line} ${String(f.is['stands'])}`);
    };
    const schema = (under: string, name: string, value = key) =>
      `${head}components:\n  schemas:\n    Login:\n      ${under}:\n        ${name}: ${value}\n`;
    expect(await standing('api.yaml', schema('example', 'api_key'))).toEqual(['7 placeholder']);
    expect(await standing('api.yaml', schema('x-example', 'client_secret'))).toEqual(['7 placeholder']);
    expect(await standing('api.yaml', schema('examples', '- api_key'))).toEqual(['7 placeholder']);
    expect(await standing('api.yaml', schema('examples', 'one: { value: { api_key', `"${key}" } }`))).toEqual(
      ['7 placeholder'],
    );
    // Only the examples are made up, and only of a schema.
    expect(await standing('api.yaml', schema('x-settings', 'api_key'))).toEqual(['7 secret']);
    expect(await standing('api.yaml', schema('default', 'api_key'))).toEqual(['7 secret']);
    expect(await standing('app.yaml', `example:\n  api_key: ${key}\n`)).toEqual(['2 secret']);
    expect(await standing('api.yaml', `${schema('example', 'api_key')}x-key:\n  api_key: ${key}\n`)).toEqual([
      '9 secret',
    ]);
    expect(
      await standing(
        'api.yaml',
        `${head}schemas:\n  A:\n    properties:\n      example:\n        api_key: ${key}\n`,
      ),
    ).toEqual(['7 secret']);
    for (const handedOut of [token, access])
      expect(await standing('api.yaml', schema('example', 'api_key', handedOut))).toEqual(['7 secret']);
    expect(await standing('api.yaml', `${head}a:\n  type: string\n  example: ${access}\n`)).toEqual([
      '5 secret',
    ]);
    const json = (under: string) =>
      JSON.stringify(
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          type: 'object',
          [under]: [{ api_key: key }],
        },
        null,
        2,
      );
    expect(await standing('login.json', json('examples'))).toEqual(['6 placeholder']);
    expect(await standing('login.json', json('enum'))).toEqual(['6 secret']);
  });

  it('of tests are made up, but for keys that a host hands out', async () => {
    const facts = await factsOf({
      'tests/a.test.ts': `const password = 'vN3x!8840qLmRt7';\nconst token = '${['gh', 'p_'].join('')}${'q7Zt2Vw9Xk4L'.repeat(3)}';\n`,
    });
    expect(facts.filter((f) => f.type === 'Repository::Secret').map((f) => f.is['stands'])).toEqual([
      'secret',
    ]);
  });

  it('say that they hold where the environment sets nothing', async () => {
    const facts = await factsOf({
      'a.ts': `export const key = process.env.TOKEN_KEY ?? 'development-only';\n`,
    });
    expect(facts[0]!.is).toMatchObject({ name: 'TOKEN_KEY', fallback: true, stands: 'placeholder' });
  });

  it('are found in a bundle, and in a line of any length in a moment', async () => {
    const started = performance.now();
    const noise = 'password:token=secret,"key":aws_secret_access_key=://a:b:c@'.repeat(80_000);
    expect(secretsIn(noise, 'settings').length).toBeLessThan(100);
    for (const text of [
      'eyJ'.repeat(1e6),
      'sk-'.repeat(1e6),
      '-----BEGIN PRIVATE KEY-----'.repeat(1e5),
      '://'.repeat(1e6),
    ])
      secretsIn(text, 'code');
    secretsIn(`password="${'a'.repeat(5e6)}`, 'code');
    secretsIn(`password=${' '.repeat(5e6)}`, 'settings');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('what else stands in the open', () => {
  it('are states of deployments, hosts and rows about people, and nothing that was made up', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `${i},p${i}x@post-${i}.net`).join('\n');
    const facts = await factsOf({
      'old/network.tfstate': '{ "version": 4 }',
      'empty.tfstate': '',
      'docs/a.md': 'shop.cluster-c4kx9q2mlw7t.eu-west-1.rds.amazonaws.com',
      'docs/b.md': 'shop.cxxxxxxxxxxx.eu-west-1.rds.amazonaws.com',
      'data/people.csv': people,
      'data/few.csv': people.split('\n').slice(0, 3).join('\n'),
      'data/made-up.csv': people.replaceAll('.net', '.example.com'),
    });
    expect(facts.map((f) => f.address).sort()).toEqual([
      'committed files',
      'data/people.csv personal data',
      'docs/a.md host of a database',
      'old/network.tfstate',
    ]);
  });
});
