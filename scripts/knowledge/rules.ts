/**
 * Writes the ids of the rules that other tools have, from clones of their repositories, so that a test can say whether
 * an alias exists:
 *
 *     node scripts/knowledge/rules.ts <folder with checkov, trivy-checks, cdk-nag, aws-guard-rules-registry, prowler,
 *     scorecard, zizmor>
 *
 * Only ids are kept. Those of the AWS Foundational Security Best Practices are the ids in Prowler's list of them.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('which folder holds the clones? node scripts/knowledge/rules.ts <folder>');
  process.exit(2);
}

const RULES: Readonly<Record<string, () => readonly string[]>> = {
  checkov: () =>
    found('checkov/checkov/{terraform,cloudformation}/**/*.{py,yaml}', /\b(CKV2?_(?:AWS|TF)_\d+)\b/g),
  trivy: () => found('trivy-checks/checks/cloud/aws/**/*.rego', /^#\s+id:\s*(AWS-\d+)/gm),
  'cdk-nag': () => [
    ...found('cdk-nag/src/packs/aws-solutions.ts', /ruleSuffixOverride: '(\w+)'/g).map(
      (id) => `AwsSolutions-${id}`,
    ),
    ...globSync('cdk-nag/src/rules/*/*.ts', { cwd: folder })
      .map((path) => basename(path, '.ts'))
      .filter((name) => name !== 'index'),
  ],
  guard: () => found('aws-guard-rules-registry/rules/**/*.guard', /^rule\s+([A-Z0-9_]+)\b/gm),
  prowler: () =>
    globSync('prowler/prowler/providers/aws/services/*/*/*.metadata.json', { cwd: folder }).map((path) =>
      basename(path, '.metadata.json'),
    ),
  fsbp: () =>
    found(
      'prowler/prowler/compliance/aws/aws_foundational_security_best_practices_aws.json',
      /"Id": "([A-Za-z0-9]+\.\d+)"/g,
    ),
  'checkov-pipelines': () =>
    found(
      'checkov/checkov/{github_actions,gitlab_ci,circleci_pipelines,bitbucket_pipelines,azure_pipelines}/**/*.{py,yaml}',
      /\b(CKV2?_(?:GHA|GITLABCI|CIRCLECIPIPELINES|BITBUCKETPIPELINES|AZUREPIPELINES)_\d+)\b/g,
    ),
  scorecard: () => found('scorecard/docs/checks/internal/checks.yaml', /^ {2}([A-Z][A-Za-z-]+):$/gm),
  zizmor: () => found('zizmor/crates/zizmor/src/audit/*.rs', /audit_meta!\(\s*\w+,\s*"([\w-]+)"/g),
};

function found(glob: string, pattern: RegExp): readonly string[] {
  return globSync(glob, { cwd: folder! }).flatMap((path) =>
    Array.from(readFileSync(join(folder!, path), 'utf8').matchAll(pattern), ([, id]) => id!),
  );
}

const rules = Object.fromEntries(
  Object.entries(RULES).map(([tool, ids]) => [
    tool,
    [...new Set(ids())].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  ]),
);
for (const [tool, ids] of Object.entries(rules)) console.log(`${tool}: ${ids.length}`);
writeFileSync(
  new URL('../../packages/engine/test/oracles/rules.json', import.meta.url),
  `${JSON.stringify(rules, null, 1)}\n`,
);
