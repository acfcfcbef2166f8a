import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** What could hold facts of a type, by what is said of it. */
async function holders(files: Readonly<Record<string, string>>, type: string): Promise<readonly string[]> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const root = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  return root.notSeen.flatMap(({ holds, what }) => (holds?.includes(type) ? [what] : []));
}

const GO = 'package main\n\nfunc main() {}\n';
const MODULE = 'module worker\n\nrequire github.com/aws/aws-lambda-go v1.49.0\n';

describe('code in languages that are not read', () => {
  it('asks no language model and no relational database where manifests and files name none', async () => {
    const files = { 'worker/go.mod': MODULE, 'worker/main.go': GO };
    expect(await holders(files, 'Repository::ModelCall')).toEqual([]);
    expect(await holders(files, 'Repository::DatabaseConnection')).toEqual([]);
    expect(await holders(files, 'Repository::Route')).toEqual(['worker/main.go']);
  });

  it('may where no manifest lies above it, or one cannot be read', async () => {
    expect(await holders({ 'worker/main.go': GO }, 'Repository::ModelCall')).toEqual(['worker/main.go']);
    const beside = { 'other/go.mod': MODULE, 'worker/main.go': GO };
    expect(await holders(beside, 'Repository::ModelCall')).toEqual(['worker/main.go']);
    const broken = { 'worker/go.mod': 'module \0'.repeat(500), 'worker/main.go': GO };
    expect(await holders(broken, 'Repository::ModelCall')).toEqual(['worker/main.go']);
  });

  it('may where one names a package, or the code a host or a statement, and that place is named', async () => {
    const manifest = { 'go.mod': `${MODULE}require github.com/openai/openai-go v1.12.0\n`, 'main.go': GO };
    expect(await holders(manifest, 'Repository::ModelCall')).toEqual(['go.mod']);
    const statement = {
      'Shop/Shop.csproj': '<Project />',
      'Shop/Store.cs': 'class Store { string all = "SELECT id FROM books"; }',
    };
    expect(await holders(statement, 'Repository::DatabaseConnection')).toEqual(['Shop/Store.cs']);
  });

  it('tells documents from rows: a context of documents is no mapper of tables', async () => {
    const files = {
      'Shop/Shop.csproj': '<PackageReference Include="MongoDB.Driver" Version="3.4.0" />',
      'Shop/Store.cs': 'class Store(IMongoDatabase dbContext) {}',
    };
    expect(await holders(files, 'Repository::DatabaseConnection')).toEqual([]);
    const mapped = { ...files, 'Shop/Rows.cs': 'class Rows : DbContext {}' };
    expect(await holders(mapped, 'Repository::DatabaseConnection')).toEqual(['Shop/Rows.cs']);
  });

  it('is left out where it is a tool of developers that nothing builds or deploys', async () => {
    const tool = { 'tools/sort-prices/main.go': GO };
    expect(await holders(tool, 'Repository::Lease')).toEqual([]);
    for (const [file, text] of [
      ['Makefile', 'image:\n\tgo build -o out/sort ./tools/sort-prices\n'],
      ['Dockerfile', 'FROM golang:1.24\nCOPY . .\nRUN go build ./...\n'],
      ['main.tf', 'locals { source = "../tools/sort-prices" }'],
      ['infra/app.ts', "import { App } from 'aws-cdk-lib';\nnew App();\nconst code = 'tools/sort-prices';"],
    ] as const)
      expect(await holders({ ...tool, [file]: text }, 'Repository::Lease')).toContain(
        'tools/sort-prices/main.go',
      );
  });
});
