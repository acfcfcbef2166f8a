import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { programOf } from '../src/collect/repository/code/names/program.ts';
import { sourceOf } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const HERE = { name: undefined, because: '', known: [] };

/** Where the function is that the handler of a function of Lambda calls from a layer; `open` or `package` where it is not found. */
async function calledFrom(module: string, files: readonly string[]): Promise<string> {
  const tie = 'export const tie = (boat) => boat;\n';
  const repository = await openRepository(
    memoryFileSystem({
      'functions/app.mjs': `import { tie } from '${module}';\nexport const handler = (event) => tie(event);\n`,
      ...Object.fromEntries(files.map((file) => [file, tie])),
    }),
    '/repo',
  );
  const program = await programOf(await sourceOf(repository, HERE, []));
  const app = program.modules.get('functions/app.mjs')!;
  const [call] = app.calls;
  const meaning = program.resolve(app, call!.callee, call!.within);
  const [found] = program.functionsOf(meaning).functions;
  return found?.module.file ?? meaning.kind;
}

describe('a module of a layer', () => {
  it('is the file with the path that it has in the package of the layer', async () => {
    const file = 'layers/knots/nodejs/lib/knots.mjs';
    expect(await calledFrom('/opt/nodejs/lib/knots.mjs', [file])).toBe(file);
    expect(await calledFrom('/opt/nodejs/lib/knots', [file])).toBe(file);
    expect(await calledFrom('/opt/nodejs/lib/knots.js', ['layer/nodejs/lib/knots.ts'])).toBe(
      'layer/nodejs/lib/knots.ts',
    );
    expect(await calledFrom('/opt/nodejs/knots', ['layer/nodejs/knots/index.js'])).toBe(
      'layer/nodejs/knots/index.js',
    );
    expect(await calledFrom('/opt/knots.mjs', ['layers/ropes/knots.mjs'])).toBe('layers/ropes/knots.mjs');
  });

  it('is not found by its name alone, in several layers, or where none has it', async () => {
    expect(await calledFrom('/opt/nodejs/lib/knots.mjs', ['src/knots.mjs'])).toBe('open');
    expect(await calledFrom('/opt/nodejs/lib/knots.mjs', [])).toBe('open');
    expect(await calledFrom('/opt/knots.mjs', ['src/knots.mjs'])).toBe('open');
    const two = ['a/nodejs/lib/knots.mjs', 'b/nodejs/lib/knots.mjs'];
    expect(await calledFrom('/opt/nodejs/lib/knots.mjs', two)).toBe('open');
  });
});
