import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const LIST = "export const list = async () => ({ statusCode: 200, body: '[]' });\n";

/** What is said of the handler of a function that `sam build` makes as its metadata say. */
async function handlerIn(properties: string, metadata: string): Promise<string | undefined> {
  const { outcomes } = await assessFolder('/repo', {
    only: ['handler-exists'],
    fileSystem: memoryFileSystem({
      'infra/template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters:
  Way: { Type: String }
Resources:
  Boats:
    Type: AWS::Serverless::Function
    Metadata: ${metadata}
    Properties: { Runtime: nodejs24.x, ${properties} }
`,
      'harbour/boats.ts': LIST,
      'harbour/inner/piers.ts': LIST,
    }),
  });
  return outcomes[0]?.outcome;
}

describe('the handler of a function that esbuild bundles', () => {
  const bundled = (handler: string, ...entries: readonly string[]) =>
    handlerIn(
      `CodeUri: .., Handler: ${handler}`,
      `{ BuildMethod: esbuild, BuildProperties: { EntryPoints: [${entries.join(', ')}] } }`,
    );

  it('is a file at the top of the package, wherever its one entry point lies', async () => {
    expect(await bundled('boats.list', 'harbour/boats.ts')).toBe('pass');
    expect(await bundled('boats.list', './harbour/boats')).toBe('pass');
    expect(await bundled('harbour/boats.list', 'harbour/boats.ts')).toBe('fail');
  });

  it('lies below the folder that all entry points have in common', async () => {
    const both = ['harbour/boats.ts', 'harbour/inner/piers.ts'];
    expect(await bundled('boats.list', ...both)).toBe('pass');
    expect(await bundled('inner/piers.list', ...both)).toBe('pass');
    expect(await bundled('piers.list', ...both)).toBe('fail');
  });

  it('is none where the entry point is not there, or exports nothing of that name', async () => {
    expect(await bundled('rafts.list', 'harbour/rafts.ts')).toBe('fail');
    expect(await bundled('boats.moor', 'harbour/boats.ts')).toBe('fail');
  });

  it('is not known where the entry points are not, or esbuild is told where to put them', async () => {
    expect(await bundled('ships.list', 'harbour/boats.ts', '!Ref Way')).toBe('unknown');
    const under = '{ EntryPoints: [harbour/boats.ts], Outbase: . }';
    const metadata = `{ BuildMethod: esbuild, BuildProperties: ${under} }`;
    expect(await handlerIn('CodeUri: .., Handler: ships.list', metadata)).toBe('unknown');
  });

  it('names its entry point where none is given', async () => {
    const metadata = '{ BuildMethod: esbuild, BuildProperties: { Minify: true } }';
    expect(await handlerIn('CodeUri: ../harbour, Handler: boats.list', metadata)).toBe('pass');
    expect(await handlerIn('CodeUri: ../harbour, Handler: rafts.list', metadata)).toBe('fail');
  });
});

describe('the handler of a function that is built otherwise', () => {
  const built = (method: string) =>
    handlerIn('CodeUri: ../harbour, Handler: index.list', `{ BuildMethod: ${method} }`);

  it('is not known where a makefile makes the package, or nobody says what does', async () => {
    expect(await built('makefile')).toBe('unknown');
    expect(await built('!Ref Way')).toBe('unknown');
    const open = '{ BuildMethod: esbuild, BuildProperties: !Ref Way }';
    expect(await handlerIn('CodeUri: ../harbour, Handler: index.list', open)).toBe('unknown');
  });

  it('is a file of the folder where that is taken as it is', async () => {
    expect(await built('nodejs24.x')).toBe('fail');
  });
});
