import { describe, expect, it } from 'vitest';
import { compiledFrom } from '../src/collect/compiled-files.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { collectRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What the compiler of TypeScript writes beside its source: code that is read once, where it was written.
 */

const WRITTEN = `import express, { type Request } from 'express';
import { bookings } from './bookings';

interface Answer { readonly text: string }
export const app = express();
app.get('/bookings', async (asked: Request, to) => {
  // Only for who is known.
  if (!asked.headers.authorization) throw new Error("who asks?");
  to.json(await bookings.all() as Answer[]);
});
`;

const BODY = `const express_1 = __importDefault(require("express"));
const bookings_1 = require("./bookings");
exports.app = (0, express_1.default)();
exports.app.get('/bookings', async (asked, to) => {
    // Only for who is known.
    if (!asked.headers.authorization)
        throw new Error("who asks?");
    to.json(await bookings_1.bookings.all());
});
`;
const BEGINNING = `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.app = void 0;
`;
const MADE = `${BEGINNING}${BODY}`;

const mapped = (map: unknown) =>
  `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
const MAP = { version: 3, sources: ['app.ts'], mappings: '' };

async function sourceOf(path: string, files: Readonly<Record<string, string>>) {
  return compiledFrom(path, await openRepository(memoryFileSystem(files), '/repo'));
}

describe('a file that a compiler made', () => {
  it.each([
    ['begins as one', MADE],
    ['names its map', `${BODY}//# sourceMappingURL=app.js.map`],
    ['holds its map', `${BODY}${mapped(MAP)}\n`],
    ['holds what it was made of', `${MADE}${mapped({ ...MAP, sourcesContent: [WRITTEN] })}`],
    [
      'holds it with other ends',
      `${MADE}${mapped({ ...MAP, sourcesContent: [WRITTEN.replaceAll('\n', '\r\n')] })}`,
    ],
  ])('%s', async (_, made) => {
    expect(await sourceOf('src/app.js', { 'src/app.js': made, 'src/app.ts': WRITTEN })).toBe('src/app.ts');
  });

  it.each([
    ['by hand', BODY.replace('__importDefault(require("express"))', 'require("express")')],
    ['of another file', `${BODY}${mapped({ ...MAP, sources: ['server.ts'] })}`],
    ['of several files', `${BODY}${mapped({ ...MAP, sources: ['app.ts', 'bookings.ts'] })}`],
    ['with the map of another', `${BODY}//# sourceMappingURL=server.js.map`],
    ['with a map that is none', `${BODY}//# sourceMappingURL=data:application/json;base64,e30x`],
    ['of an older text', `${MADE}${mapped({ ...MAP, sourcesContent: [`${WRITTEN}// more\n`] })}`],
    [
      'when less was asked',
      MADE.replace('    if (!asked.headers.authorization)\n        throw new Error("who asks?");\n', ''),
    ],
    ['when nothing was thrown', MADE.replace('throw new Error', 'return Error')],
    ['when another was called', MADE.replace('bookings.all()', 'bookings.open()')],
    ['with another text in it', MADE.replace("'/bookings'", "'/rooms'")],
  ])('is no file %s', async (_, made) => {
    expect(await sourceOf('src/app.js', { 'src/app.js': made, 'src/app.ts': WRITTEN })).toBeUndefined();
  });

  it('stands beside its source', async () => {
    expect(await sourceOf('src/app.js', { 'src/app.js': MADE, 'app.ts': WRITTEN })).toBeUndefined();
    expect(
      await sourceOf('app.mjs', { 'app.mjs': `${BODY}//# sourceMappingURL=app.mjs.map`, 'app.mts': WRITTEN }),
    ).toBe('app.mts');
  });
});

const BOOKINGS = { 'src/bookings.ts': 'export const bookings = { all: async () => [] };\n' };

describe('beside its source', () => {
  const read = async (files: Readonly<Record<string, string>>) => {
    const repository = await openRepository(memoryFileSystem(files), '/repo');
    return collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  };

  it('is left out and counted, whoever asks for it by its name', async () => {
    const { resources, kinds } = await read({
      ...BOOKINGS,
      'src/app.ts': WRITTEN,
      'src/app.js': MADE,
      'start.js': "require('./src/app.js').app.listen(80);\n",
    });
    const routes = resources.filter(({ type }) => type === 'Repository::Route');
    expect(routes.map(({ origin }) => origin.at.file)).toEqual(['src/app.ts']);
    expect(kinds.get('generated')).toBe(1);
  });

  it('is read as well where it was made another day', async () => {
    const { kinds } = await read({
      ...BOOKINGS,
      'src/app.ts': WRITTEN,
      'src/app.js': MADE.replace("'/bookings'", "'/rooms'"),
    });
    expect([kinds.get('source'), kinds.has('generated')]).toEqual([3, false]);
  });

  it('counts as one test with its source, whichever a runner takes', async () => {
    const test = "test('adds', () => {\n    expect(1 + 1).toBe(2);\n});\n";
    const { resources } = await read({
      'src/sum.test.ts': test,
      'src/sum.test.js': `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${test}`,
      'package.json': JSON.stringify({
        devDependencies: { jest: '30.0.0' },
        jest: { testMatch: ['**/*.test.js'] },
      }),
    });
    const tests = resources.filter(({ type }) => type === 'Repository::TestFile');
    expect(tests.map(({ address }) => address)).toEqual(['src/sum.test.ts']);
    expect(tests[0]!.properties.members.has('neverRuns')).toBe(false);
  });
});

describe('the code of a function', () => {
  const codeIn = async (made: string) => {
    const { roots } = await collectRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      fileSystem: memoryFileSystem({
        'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: code, Runtime: nodejs22.x, Handler: app.handle }
`,
        'code/app.ts': 'export const handle = async (): Promise<string> => process.env.TABLE!;\n',
        'code/app.js': made,
      }),
    });
    return roots[0]!.resources
      .find(({ type }) => type === 'AWS::Lambda::Function')!
      .meta!.members.get('Code')!.kind;
  };
  const made = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n';

  it('is what both say, and not told where they differ', async () => {
    expect(
      await codeIn(`${made}const handle = async () => process.env.TABLE;\nexports.handle = handle;\n`),
    ).toBe('object');
    expect(await codeIn(`${made}exports.handle = async () => { throw new Error('later'); };\n`)).toBe(
      'unknown',
    );
  });
});
