/**
 * Writes which services the policies managed by AWS allow whole, from a clone of iann0036/iam-dataset, so that a test can
 * say whether a policy belongs to our list:
 *
 *     node scripts/knowledge/managed-policies.ts <clone of iam-dataset> <date of its commit>
 *
 * A service is allowed whole where a statement without a condition allows `service:*` on every resource of it. Only names
 * and services are kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: unknown;
}

const [clone, date] = process.argv.slice(2);
if (clone === undefined || date === undefined) {
  console.error(
    'which clone of iam-dataset, and of which date? node scripts/knowledge/managed-policies.ts <clone> <date>',
  );
  process.exit(2);
}

const git = (...command: readonly string[]): string =>
  execFileSync('git', ['-C', clone, ...command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

function wholeServices(statements: readonly Statement[]): readonly string[] {
  const whole = statements
    .filter(
      (s) => s.Effect === 'Allow' && s.Condition === undefined && list(s.Resource).some(isEveryResource),
    )
    .flatMap((s) => list(s.Action).filter((action) => /^[\w-]+:\*$/.test(action)));
  return [...new Set(whole)].sort();
}

/** Everything, or all that a service has: `arn:aws:apigateway:*::/*`. */
function isEveryResource(resource: string): boolean {
  return resource === '*' || /^arn:aws:[\w-]+:\*:\*?:\/?\*$/.test(resource);
}

/** The document of a policy; a clone may lack the largest files. */
function read(path: string): string | undefined {
  try {
    return git('show', `HEAD:${path}`);
  } catch {
    return undefined;
  }
}

const paths = git('ls-tree', '-r', '--name-only', 'HEAD', 'aws/managedpolicies').trim().split('\n');
const rows = paths.flatMap((path) => {
  const text = read(path);
  if (text === undefined) return [];
  const { document } = JSON.parse(text) as { document: { Statement: Statement | readonly Statement[] } };
  const services = wholeServices(list(document.Statement));
  return services.length === 0 ? [] : [[basename(path, '.json'), services] as const];
});

console.log(`${paths.length} policies, ${rows.length} of which allow a whole service`);
writeFileSync(
  new URL('../../packages/engine/test/oracles/managed-policies.json', import.meta.url),
  `${JSON.stringify({ source: `iann0036/iam-dataset, aws/managedpolicies, ${date}`, policies: Object.fromEntries(rows) }, null, 1)}\n`,
);
