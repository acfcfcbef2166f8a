import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { inlineTests } from './checkov-inline.ts';
import type { Code, Label, Labelled } from './labelled.ts';

const LANGUAGES = ['terraform', 'cloudformation'] as const;
const ID = /\b(?:check_)?id\s*=\s*["'](CKV2?_AWS_\d+)["']/;
const CORPUS = { terraform: 'Checkov, Terraform', cloudformation: 'Checkov, CloudFormation' } as const;

/**
 * Checkov's own tests (Apache-2.0): folders of examples with the names of resources that must pass and fail, or with the
 * verdict in the names of files; Terraform that stands in the test itself; and checks on the graph.
 */
export function checkov(folder: string): readonly Labelled[] {
  return [
    ...LANGUAGES.flatMap((language) => ofChecks(folder, language, 'resource')),
    ...ofChecks(folder, 'terraform', 'data'),
    ...LANGUAGES.flatMap((language) => ofGraph(folder, language)),
  ];
}

function ofChecks(
  folder: string,
  language: Code['language'],
  kind: 'resource' | 'data',
): readonly Labelled[] {
  const tests = join(folder, 'tests', language, 'checks', kind, 'aws');
  return globSync('test_*.py', { cwd: tests }).flatMap((file): readonly Labelled[] => {
    const source = readFileSync(join(tests, file), 'utf8');
    const module = /from (checkov\.\w+\.checks\.\w+\.aws\.\w+) import (?:check|scanner)/.exec(source)?.[1];
    if (module === undefined) return [];
    const check = join(folder, `${module.replaceAll('.', '/')}.py`);
    const checkSource = existsSync(check) ? readFileSync(check, 'utf8') : '';
    const rule = ID.exec(checkSource)?.[1];
    if (rule === undefined) return [];
    const corpus = CORPUS[language];
    const type = /supported_resources?\s*=\s*\(?\[?\s*["'](aws_\w+)/.exec(checkSource)?.[1];
    const inline = inlineTests(source, type).map(({ name, label, code }) => ({
      ...{ corpus, rule, name: `${file}: ${name}`, code, label },
    }));
    const examples = /["']\/?(example_\w+(?:\/[\w.]+)?)["']/.exec(source)?.[1];
    const at = join(tests, examples ?? '');
    if (examples === undefined || !existsSync(at)) return inline;
    const code = codeIn(at, language);
    const name = `${file}: ${examples}`;
    const named = (['pass', 'fail'] as const).flatMap((label) =>
      namesIn(source, label).map((resource) => ({
        corpus,
        rule,
        name,
        label,
        ...labelled(code, resource, rule),
      })),
    );
    return [
      ...inline,
      ...named,
      ...(named.length === 0 ? byFileName(code).map((one) => ({ corpus, rule, ...one })) : []),
    ];
  });
}

/** A document of statements is judged where it is used: this one as the policy of a topic, or as the trust of a role. */
function labelled(code: Code, name: string, rule: string): Pick<Labelled, 'code' | 'resource'> {
  if (code.language === 'cloudformation') return { code, resource: name.split('.').at(-1)! };
  const document = /^(?:data\.)?aws_iam_policy_document\.([\w-]+)$/.exec(name)?.[1];
  if (document === undefined) return { code, resource: name };
  const json = `data.aws_iam_policy_document.${document}.json`;
  const use =
    rule === 'CKV_AWS_358'
      ? { type: 'aws_iam_role', text: `name = "used"\n  assume_role_policy = ${json}` }
      : rule === 'CKV_AWS_283'
        ? {
            type: 'aws_sns_topic_policy',
            text: `arn = "arn:aws:sns:eu-west-1:111111111111:used"\n  policy = ${json}`,
          }
        : { type: 'aws_iam_policy', text: `name = "used"\n  policy = ${json}` };
  return {
    code: {
      ...code,
      files: { ...code.files, 'use.tf': `resource "${use.type}" "use" {\n  ${use.text}\n}\n` },
    },
    resource: `${use.type}.use`,
  };
}

/** `ALBListenerHTTPS-FAILED-HTTP.yaml`: the whole template. */
function byFileName({ files, language }: Code): readonly Pick<Labelled, 'name' | 'code' | 'label'>[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const verdict = /(?:^|[-_.])(PASS|FAIL)(?:ED)?\b/.exec(path.replaceAll(/(?<=PASS|FAIL|ED)_/g, '-'))?.[1];
    return verdict === undefined
      ? []
      : [
          {
            name: path,
            code: { language, files: { [path]: text } },
            label: verdict === 'PASS' ? 'pass' : 'fail',
          },
        ];
  });
}

/** `passing_resources = { "aws_x.y", … }` in a test. */
function namesIn(source: string, label: Label): readonly string[] {
  const set = new RegExp(`${label}(?:ing|ed)_resources\\s*=\\s*\\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  const names = set.matchAll(/(["'])((?:\\.|(?!\1).)+)\1/g);
  return [...new Set(Array.from(names, ([, , name]) => name!.replaceAll('\\"', '"')))];
}

function ofGraph(folder: string, language: Code['language']): readonly Labelled[] {
  const tests = join(folder, 'tests', language, 'graph/checks/resources');
  const checks = join(folder, 'checkov', language, 'checks/graph_checks');
  const rules = new Map(
    globSync('**/*.yaml', { cwd: checks }).map((file) => {
      const text = readFileSync(join(checks, file), 'utf8');
      return [basename(file, '.yaml').toLowerCase(), /\bid:\s*["']?(CKV2?_AWS_\d+)/.exec(text)?.[1]];
    }),
  );
  return globSync('*/expected.yaml', { cwd: tests }).flatMap((file) => {
    const at = join(tests, dirname(file));
    const rule = rules.get(dirname(file).toLowerCase());
    if (rule === undefined) return [];
    const expected = parse(readFileSync(join(tests, file), 'utf8')) as Partial<
      Record<Label, readonly string[] | null>
    >;
    const code = codeIn(at, language);
    return (['pass', 'fail'] as const).flatMap((label) =>
      (expected[label] ?? []).map((resource) => ({
        corpus: 'Checkov, graph',
        rule,
        name: dirname(file),
        label,
        ...labelled(code, resource, rule),
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
