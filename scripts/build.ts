/** Builds every package into its `dist/`: one split ESM bundle, declarations for the library, and the grammar beside it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { keepPublicTypes } from './public-types.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

execFileSync(process.execPath, [join(top, 'scripts/generate-catalog.ts')], { stdio: 'inherit' });

const shared = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  mainFields: ['module', 'main'],
  conditions: ['module'],
  logLevel: 'warning',
  // Names are kept: a stack in somebody's report still says where.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: false,
} satisfies BuildOptions;

const engine = join(top, 'packages/engine');
const cli = join(top, 'packages/cli');
for (const folder of [engine, cli]) rmSync(join(folder, 'dist'), { recursive: true, force: true });

await build({
  ...shared,
  entryPoints: {
    index: join(engine, 'src/index.ts'),
    'parsing-worker': join(engine, 'src/collect/repository/code/syntax/parsing-worker.ts'),
  },
  outdir: join(engine, 'dist'),
  external: ['graphql', 'smol-toml', 'web-tree-sitter', 'yaml', 'zod'],
});
await build({
  ...shared,
  entryPoints: [join(cli, 'src/main.ts')],
  outdir: join(cli, 'dist'),
  external: ['@airworthy/engine'],
});

/** Tables of a parser repeat themselves over long ways, and notes their words: less than as a package packs them. */
function packed(bytes: Uint8Array): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
  return brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24 } });
}

/** The grammars of a package lie beside the bundle in one file, since they repeat each other, with their licence. */
const GRAMMARS = {
  '@tree-sitter-grammars/tree-sitter-hcl': ['tree-sitter-terraform.wasm'],
  'tree-sitter-typescript': ['tree-sitter-typescript.wasm', 'tree-sitter-tsx.wasm'],
  'tree-sitter-python': ['tree-sitter-python.wasm'],
};
for (const [name, files] of Object.entries(GRAMMARS)) {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const parts = files.map((file) => readFileSync(join(folder, file)));
  const lengths = Object.fromEntries(files.map((file, at) => [file, parts[at]!.length]));
  const beside = join(engine, 'dist', basename(name));
  writeFileSync(
    `${beside}.br`,
    packed(Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...parts])),
  );
  cpSync(join(folder, 'LICENSE'), `${beside}.LICENSE`);
}

/** What is long and only read where it is asked for. */
const ASSETS = {
  'notes.json': 'catalog/notes.generated.json',
  'makes.txt': 'collect/cdk/source/constructs/makes.generated.txt',
};
for (const [name, file] of Object.entries(ASSETS))
  writeFileSync(join(engine, 'dist', `${name}.br`), packed(readFileSync(join(engine, 'src', file))));

if (!process.argv.includes('--no-types')) {
  execFileSync(
    process.execPath,
    [join(top, 'node_modules/typescript/bin/tsc'), '--project', join(engine, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  );
  keepPublicTypes(join(engine, 'dist/types'));
}

mkdirSync(join(cli, 'bin'), { recursive: true });
if (existsSync(join(cli, 'bin/airworthy.js'))) chmodSync(join(cli, 'bin/airworthy.js'), 0o755);
for (const folder of [engine, cli]) cpSync(join(top, 'LICENSE'), join(folder, 'LICENSE'));
