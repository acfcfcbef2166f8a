import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Code, Label, Labelled } from './labelled.ts';

const LANGUAGES = ['terraform', 'cloudformation'] as const;
const ID = /\bid\s*=\s*["'](CKV2?_AWS_\d+)["']/;

/**
 * Checkov's own tests (Apache-2.0): folders of examples with the names of resources that must pass and fail, for checks
 * written in Python and for those on the graph. Tests that build their input in Python are not read.
 */
export function checkov(folder: string): readonly Labelled[] {
  return [...LANGUAGES.flatMap((language) => ofResources(folder, language)), ...ofGraph(folder)];
}

function ofResources(folder: string, language: Code['language']): readonly Labelled[] {
  const tests = join(folder, 'tests', language, 'checks/resource/aws');
  return globSync('test_*.py', { cwd: tests }).flatMap((file) => {
    const source = readFileSync(join(tests, file), 'utf8');
    const module = /from (checkov\.\w+\.checks\.resource\.aws\.\w+) import check/.exec(source)?.[1];
    const examples = /["']\/?(example_\w+(?:\/[\w.]+)?)["']/.exec(source)?.[1];
    if (module === undefined || examples === undefined) return [];
    const check = join(folder, `${module.replaceAll('.', '/')}.py`);
    const rule = existsSync(check) ? ID.exec(readFileSync(check, 'utf8'))?.[1] : undefined;
    const at = join(tests, examples);
    if (rule === undefined || !existsSync(at)) return [];
    const code = codeIn(at, language);
    return (['pass', 'fail'] as const).flatMap((label) =>
      namesIn(source, label).map((name) => ({
        corpus: `Checkov, ${language === 'terraform' ? 'Terraform' : 'CloudFormation'}`,
        rule,
        name: `${file}: ${examples}`,
        code,
        resource: language === 'terraform' ? name : name.split('.').at(-1)!,
        label,
      })),
    );
  });
}

/** `passing_resources = { "aws_x.y", … }` in a test. */
function namesIn(source: string, label: Label): readonly string[] {
  const set = new RegExp(`${label}(?:ing|ed)_resources\\s*=\\s*\\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  const names = set.matchAll(/["']([\w.[\]:-]+)["']/g);
  return [...new Set(Array.from(names, ([, name]) => name!))];
}

function ofGraph(folder: string): readonly Labelled[] {
  const tests = join(folder, 'tests/terraform/graph/checks/resources');
  const rules = new Map(
    globSync('*.yaml', { cwd: join(folder, 'checkov/terraform/checks/graph_checks/aws') }).map((file) => {
      const text = readFileSync(join(folder, 'checkov/terraform/checks/graph_checks/aws', file), 'utf8');
      return [basename(file, '.yaml'), /\bid:\s*["']?(CKV2?_AWS_\d+)/.exec(text)?.[1]];
    }),
  );
  return globSync('*/expected.yaml', { cwd: tests }).flatMap((file) => {
    const at = join(tests, dirname(file));
    const rule = rules.get(dirname(file));
    if (rule === undefined) return [];
    const expected = parse(readFileSync(join(tests, file), 'utf8')) as Partial<
      Record<Label, readonly string[] | null>
    >;
    const code = codeIn(at, 'terraform');
    return (['pass', 'fail'] as const).flatMap((label) =>
      (expected[label] ?? []).map((resource) => ({
        corpus: 'Checkov, graph',
        rule,
        name: dirname(file),
        code,
        resource,
        label,
      })),
    );
  });
}

function codeIn(at: string, language: Code['language']): Code {
  const wanted = language === 'terraform' ? /\.(tf|tfvars|json|tpl)$/ : /\.(ya?ml|json|template)$/;
  if (statSync(at).isFile())
    return { language, files: { [templateName(basename(at), language)]: readFileSync(at, 'utf8') } };
  const files = readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name) && entry.name !== 'expected.yaml')
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    language,
    files: Object.fromEntries(files.map((path) => [path.slice(at.length + 1), readFileSync(path, 'utf8')])),
  };
}

/** A template is recognised by its content, and a folder may hold several. */
function templateName(name: string, language: Code['language']): string {
  return language === 'terraform' ? 'main.tf' : name;
}
