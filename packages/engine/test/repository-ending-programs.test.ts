import { expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';
import { plain } from './support/pipeline-facts.ts';

/*
 * Whether a program that a test command starts can end with anything but success.
 */

const CATCHES = 'try { await handler({}); } catch (error) { console.error(error); }';
const main = (body: string) => `import { handler } from './index.js';\n${body}\n`;
const WELL = main(`${CATCHES}\nprocess.exit(0);`);

/** Why the test command cannot fail, `null` where it may. */
async function cannotFail(
  program: MemoryFile,
  { command = 'node try.js', index = 'export const handler = () => 1;\n' as MemoryFile } = {},
) {
  const files = {
    'package.json': JSON.stringify({ scripts: { test: command } }),
    'try.js': program,
    'index.js': index,
  };
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const { resources } = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  const { properties } = resources.find(({ type }) => type === 'Repository::Manifest')!;
  const [script] = plain(properties.members.get('scripts')!) as readonly { readonly cannotFail?: string }[];
  return script!.cannotFail ?? null;
}

const ALWAYS = 'try.js catches what fails, and ends with 0 whatever happened';

it.each([
  ['at its end', WELL],
  ['without a code', WELL.replace('exit(0)', 'exit()')],
  ['after a chain', main('handler({}).catch((error) => console.log(error)).finally(() => process.exit(0));')],
  ['in what it calls', main(`async function all() {\n${CATCHES}\nprocess.exit(0);\n}\nall();`)],
  [
    'after what it calls',
    main(`const one = async () => { ${CATCHES} };\n(async () => { await one(); process.exit(0); })();`),
  ],
])('a program cannot fail that ends with 0 %s', async (_, program) => {
  expect(await cannotFail(program)).toBe(ALWAYS);
  expect(await cannotFail(program, { command: 'NODE_ENV=test node --no-warnings ./try' })).toBe(ALWAYS);
});

it.each([
  ['by a code', WELL.replace('exit(0)', 'exit(failed)')],
  ['by another exit', `${WELL}if (failed) process.exit(1);\n`],
  ['by a code for the end', `process.exitCode = 1;\n${WELL}`],
  ['by a process under another name', `const { exit } = process;\n${WELL}`],
  ['where the exit is in a branch', WELL.replace('process.exit', 'if (done) process.exit')],
  ['where the exit is what follows a failure', main('try { await handler(); } catch { process.exit(0); }')],
  ['where nobody calls the exit', main(`${CATCHES}\nconst end = () => process.exit(0);`)],
  ['by what it calls outside', main(`await handler({});\n${CATCHES}\nprocess.exit(0);`)],
  ['by what it throws again', WELL.replace('console.error(error)', 'throw error')],
  ['by what it throws outside', main(`${CATCHES}\nif (failed) throw new Error('no');\nprocess.exit(0);`)],
  ['by what it compares outside', main(`${CATCHES}\nassert.equal(1, failed);\nprocess.exit(0);`)],
  [
    'by what a function throws that is called outside',
    main(
      `async function one() { ${CATCHES} }\nfunction all() { handler(); }\nall();\nawait one();\nprocess.exit(0);`,
    ),
  ],
  ['by a framework', `import test from 'tape';\n${WELL}`],
  ['where nothing is tried', 'console.log(1);\nprocess.exit(0);\n'],
  ['by what it takes in that is not there', `import './other.js';\n${WELL}`],
])('a program may fail %s', async (_, program) => {
  expect(await cannotFail(program)).toBeNull();
});

it('a program may fail by what it takes in, and by what runs besides', async () => {
  expect(await cannotFail(WELL, { index: 'export const handler = () => process.exit(1);\n' })).toBeNull();
  expect(await cannotFail(WELL, { index: 'export const handler = () => process.exit(0);\n' })).toBeNull();
  expect(await cannotFail(WELL, { command: 'tsc && node try.js' })).toBeNull();
  expect(await cannotFail(WELL, { command: 'node --test try.js' })).toBeNull();
});

it('is open where the program or what it takes in cannot be read', async () => {
  expect(await cannotFail({ error: 'EACCES' })).toBe('? making try.js readable');
  expect(await cannotFail(WELL, { index: { error: 'EACCES' } })).toBe('? making index.js readable');
});
