import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Code, Labelled } from './labelled.ts';

type Examples = Partial<
  Record<Code['language'], { readonly good?: readonly string[]; readonly bad?: readonly string[] }>
>;

/** The examples of Trivy's checks (MIT): whole files that are good or bad for one rule. */
export function trivy(folder: string): readonly Labelled[] {
  const checks = join(folder, 'checks/cloud/aws');
  return globSync('**/*.yaml', { cwd: checks }).flatMap((file) => {
    const rego = join(checks, file.replace(/\.yaml$/, '.rego'));
    const rule = existsSync(rego) ? /^#\s+id:\s*(AWS-\d+)/m.exec(readFileSync(rego, 'utf8'))?.[1] : undefined;
    if (rule === undefined) return [];
    const examples = parse(readFileSync(join(checks, file), 'utf8')) as Examples;
    return (['terraform', 'cloudformation'] as const).flatMap((language) => {
      const of = (label: 'pass' | 'fail', texts: readonly string[] = []): readonly Labelled[] =>
        texts.map((text, at) => ({
          corpus: `Trivy, ${language === 'terraform' ? 'Terraform' : 'CloudFormation'}`,
          rule,
          name: `${file}, ${label === 'pass' ? 'good' : 'bad'} ${at + 1}`,
          code: { language, files: { [FILE[language](text)]: text } },
          label,
        }));
      const own = examples[language];
      return own === undefined ? [] : [...of('pass', own.good), ...of('fail', own.bad)];
    });
  });
}

const FILE = {
  terraform: () => 'main.tf',
  cloudformation: (text: string) => (text.trimStart().startsWith('{') ? 'template.json' : 'template.yaml'),
};
