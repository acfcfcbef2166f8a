import type { Value } from '../../../model/value.ts';
import { member, membersOf, textOf } from '../structured-text.ts';
import type { PipelineJob } from './pipeline.ts';

/**
 * Whether a workflow of another repository can deploy nothing, by what its caller gives it: the host hands down no secret and
 * no more rights than are written, so that without a secret and without `id-token: write` it can prove to no account who it
 * is. What is called a deployment, or may run on a machine of one's own, which has rights of its own, stays open.
 */
export function hasNothingToDeployWith(
  calls: string,
  id: string,
  job: Value,
  permissions: PipelineJob['permissions'],
): { readonly deploysNothing?: true } {
  const settled = !calls.startsWith('./') && isHarmless(calls, id, job, permissions);
  return settled ? { deploysNothing: true } : {};
}

function isHarmless(calls: string, id: string, job: Value, permissions: PipelineJob['permissions']): boolean {
  if (permissions === undefined || (permissions.all !== undefined && permissions.all !== 'read-all'))
    return false;
  if (!permissions.scopes.every(({ scope, access }) => HARMLESS.test(access) || CHANGES_WORDS.has(scope)))
    return false;
  if (member(job, 'secrets') !== undefined && !onlyForTools(member(job, 'secrets'))) return false;
  const inputs = [...membersOf(member(job, 'with'))];
  const given = inputs.flatMap(([name, value]) => [name, textOf(value) ?? 'secret']);
  return ![...given, id, calls.replace(/^[^/]*\/[^/]*\/|@.*$/g, '')].some((name) => MAY_DEPLOY.test(name));
}

const HARMLESS = /^(?:read|none)$/;

/** What may be written in these is read by people, and run by nobody. */
const CHANGES_WORDS = new Set([
  'pull-requests',
  'issues',
  'checks',
  'statuses',
  'discussions',
  'security-events',
]);

/** Words for a deployment, for rights by another way, and for machines that have some of their own. */
const MAY_DEPLOY =
  /deploy|releas|appl[yi]|promot|roll.?out|ship|publish|provision|terra|cdk|infra|\bcd\b|secret|token|password|credential|key|runner|runs.?on|hosted/i;

/** Secrets by which one asks a tool, and no account. */
const OF_TOOLS = /^(?:SONAR|SNYK|CODECOV|SLACK|TEAMS|DISCORD|GITGUARDIAN|SEMGREP|FOSSA)_/;

function onlyForTools(secrets: Value | undefined): boolean {
  const named = [...membersOf(secrets)];
  return (
    secrets?.kind === 'object' &&
    secrets.open === undefined &&
    named.every(([name, value]) => {
      const written = /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/.exec(textOf(value) ?? '')?.[1];
      return OF_TOOLS.test(name) && written !== undefined && OF_TOOLS.test(written);
    })
  );
}
