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
    expect(await holders(files, 'Repository::Change')).toEqual(['worker/main.go']);
  });

  it('serves nothing in a project of Gradle or Maven that holds tests alone', async () => {
    const page = { 'browser/src/main/java/ui/Page.java': 'package ui;\n\npublic class Page {}\n' };
    const gradle = (more = '') => ({
      'browser/build.gradle': `apply plugin: 'java'
dependencies {
    compile "org.seleniumhq.selenium:selenium-java:3.141.59"
    compile("org.testng:testng:6.10") { exclude group: "x" }
    ${more}
}
test.dependsOn browser
`,
      ...page,
    });
    const maven = (more = '') => ({
      'browser/pom.xml': `<project><dependencies>
<dependency><groupId>org.seleniumhq.selenium</groupId><artifactId>selenium-java</artifactId></dependency>
<dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId></dependency>
</dependencies>${more}</project>`,
      ...page,
    });
    const all = ['browser/src/main/java/ui/Page.java'];
    expect(await holders(gradle(), 'Repository::StartCall')).toEqual([]);
    expect(await holders(maven(), 'Repository::StartCall')).toEqual([]);
    for (const more of [
      'compile "org.springframework:spring-web:6.2.0"',
      'compile project(":prices")',
      'implementation libs.server',
      'developmentOnly("io.javalin:javalin:6.7.0")',
      'add("runtime", libs.server)',
    ])
      expect(await holders(gradle(more), 'Repository::StartCall')).toEqual(all);
    expect(
      await holders(maven('<parent><artifactId>shop</artifactId></parent>'), 'Repository::StartCall'),
    ).toEqual(all);
    const above = { 'build.gradle': 'subprojects { apply plugin: "application" }\n' };
    expect(await holders({ ...gradle(), ...above }, 'Repository::StartCall')).toEqual(all);
    const main = {
      'browser/src/main/java/ui/Page.java': 'class Page { public static void main(String[] a) {} }',
    };
    expect(await holders({ ...gradle(), ...main }, 'Repository::StartCall')).toEqual(all);
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

  it('may where the word stands in a longer name, and not where it is a part of another word', async () => {
    const ruby = (gem: string, code = 'puts 1\n') => ({ Gemfile: `gem '${gem}'\n`, 'app.rb': code });
    expect(await holders(ruby('ruby_llm'), 'Repository::ModelCall')).toEqual(['Gemfile']);
    expect(await holders(ruby('rack', 'RubyLLM.chat\n'), 'Repository::ModelCall')).toEqual(['app.rb']);
    expect(await holders(ruby('fulfillment'), 'Repository::ModelCall')).toEqual([]);
    expect(await holders(ruby('pg'), 'Repository::DatabaseConnection')).toEqual(['Gemfile']);
    const php = { 'composer.json': '{}', 'app.php': '<?php $db = pg_connect(getenv("DATABASE"));' };
    expect(await holders(php, 'Repository::DatabaseConnection')).toEqual(['app.php']);
    const spring = {
      'pom.xml': '<artifactId>spring-ai-starter-model-chat</artifactId>',
      'App.java': 'class App {}',
    };
    expect(await holders(spring, 'Repository::ModelCall')).toEqual(['pom.xml']);
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

  it('has no lease where nothing names one, nor when something ends', async () => {
    const of = (code: string) =>
      holders({ 'worker/go.mod': MODULE, 'worker/main.go': `package main\n${code}\n` }, 'Repository::Lease');
    expect(await of('// Please release the block.\nfunc settle() { client.PutObject(ctx, input) }')).toEqual(
      [],
    );
    for (const code of [
      'row := map[string]any{"worker": id, "expires_at": end}',
      'type Row struct { leaseOwner string }',
      'input.ConditionExpression = aws.String("attribute_not_exists(id)")',
      'client.SetNX(ctx, key, id, time.Minute)',
      'row.itemTTL = end',
    ])
      expect(await of(code)).toEqual(['worker/main.go']);
    expect(await holders({ 'worker/main.go': GO }, 'Repository::Lease')).toEqual(['worker/main.go']);
  });

  it('is left out where it is a tool of developers that nothing builds or deploys', async () => {
    const tool = { 'tools/sort-prices/main.go': GO };
    expect(await holders(tool, 'Repository::Change')).toEqual([]);
    for (const [file, text] of [
      ['Makefile', 'image:\n\tgo build -o out/sort ./tools/sort-prices\n'],
      ['Dockerfile', 'FROM golang:1.24\nCOPY . .\nRUN go build ./...\n'],
      ['main.tf', 'locals { source = "../tools/sort-prices" }'],
      ['infra/app.ts', "import { App } from 'aws-cdk-lib';\nnew App();\nconst code = 'tools/sort-prices';"],
    ] as const)
      expect(await holders({ ...tool, [file]: text }, 'Repository::Change')).toContain(
        'tools/sort-prices/main.go',
      );
  });

  describe('that imports nothing which serves or signs', () => {
    const go = (imports: readonly string[], body: string) => ({
      'go.mod': MODULE,
      'main.go': `package main\n\nimport (\n${imports.map((one) => `\t"${one}"\n`).join('')})\n\n${body}\n`,
    });
    const LAMBDA = ['github.com/aws/aws-lambda-go/events', 'github.com/aws/aws-lambda-go/lambda'];
    const started = (event: string) =>
      go(
        LAMBDA,
        `func take(e events.${event}) error { return nil }\n\nfunc main() {\n\tlambda.Start(take)\n}`,
      );

    it('has no routes and makes no tokens', async () => {
      for (const files of [started('SQSEvent'), go(['fmt', 'os'], 'func main() {}'), { 'main.go': GO }]) {
        expect(await holders(files, 'Repository::Route')).toEqual([]);
        expect(await holders(files, 'Repository::Token')).toEqual([]);
      }
    });

    it('has where it listens, is called by a gateway, or by what is not told', async () => {
      const serves = [
        go(['net/http'], 'func main() {\n\thttp.ListenAndServe(":80", nil)\n}'),
        started('APIGatewayV2HTTPRequest'),
        go(LAMBDA, 'func main() {\n\tlambda.Start(made())\n}'),
        go(LAMBDA, 'func take(e any) error { return nil }\n\nfunc main() {\n\tlambda.Start(take)\n}'),
      ];
      for (const files of serves) expect(await holders(files, 'Repository::Route')).toEqual(['main.go']);
      const signs = go(['crypto/hmac', 'crypto/sha256'], 'func main() {}');
      expect(await holders(signs, 'Repository::Token')).toEqual(['main.go']);
    });

    it('is not known where a package of others is not, or a folder of its own was not seen', async () => {
      for (const path of ['example.org/shop/start', 'worker/start', 'C'])
        expect(await holders(go([path], 'func main() { start.All() }'), 'Repository::Route')).toEqual([
          'main.go',
        ]);
    });

    it('is told of Java by what its classes are and what their methods take', async () => {
      const java = (text: string) =>
        holders({ 'Shop.java': `package shop;\n${text}\n` }, 'Repository::Route');
      expect(await java('public class Shop { public int sum(String a, int b) { return b; } }')).toEqual([]);
      expect(await java('public class Shop { public Answer sum(Order order) { return null; } }')).toEqual([
        'Shop.java',
      ]);
      expect(await java('import com.sun.net.httpserver.HttpServer;\npublic class Shop {}')).toEqual([
        'Shop.java',
      ]);
      expect(await java('import org.example.Server;\npublic class Shop {}')).toEqual(['Shop.java']);
    });
  });
});
