import type { Location } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { member, membersOf, textOf } from '../structured-text.ts';
import type { Action, Credential, PipelineJob } from './pipeline.ts';
import { isOpen } from './shell-text.ts';

export function noteAction(uses: string, at: Location, actions: Action[]): void {
  const docker = /^docker:\/\/(.+)$/.exec(uses)?.[1];
  const [name = uses, ref = ''] = (docker ?? uses).split('@');
  const pinned = docker === undefined ? /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(ref) : /^sha256:/.test(ref);
  actions.push({ name, ref, pinned, by: /^(actions|github)\//.test(name) ? 'host' : 'others', at });
}

/** What a key of an account looks like where it stands in the text; another text is made up, for a stand-in of AWS. */
const WRITTEN = /^(?:AKIA|ASIA)[A-Z0-9]{16}$|^[A-Za-z0-9/+]{40}$/;

/** Whether a variable is given a key of an account: from somewhere else, or in so many words. */
export function isKey(name: string, text: string): boolean {
  if (!/^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/.test(name) || text.trim() === '') return false;
  return isOpen(text) || text.includes('$') || WRITTEN.test(text.trim());
}

export function credentialsIn(
  env: Value | undefined,
  job: string | undefined,
  credentials: Credential[],
): void {
  for (const [name, value] of membersOf(env)) {
    const text = textOf(value) ?? '';
    if (isKey(name, text) && !/\b(?:steps|needs)\./.test(text))
      credentials.push({ kind: 'key', name, ...(job === undefined ? {} : { job }), at: value.origin.at });
  }
}

/** What of an account a workflow of another repository is handed: a key of a user, or a role that its identity may take. */
export function credentialsHanded(
  job: Value,
  id: string,
  permissions: PipelineJob['permissions'],
  credentials: Credential[],
): void {
  const hasIdentity =
    permissions?.all === 'write-all' ||
    permissions?.scopes.some(({ scope, access }) => scope === 'id-token' && access === 'write') === true;
  for (const [name, value] of membersOf(member(job, 'secrets'))) {
    const from = /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/.exec(textOf(value) ?? '')?.[1];
    if (from === undefined) continue;
    const names = [name, from];
    if (names.some((one) => OF_A_USER.test(one)))
      credentials.push({ kind: 'key', name: from, job: id, at: value.origin.at });
    else if (hasIdentity && names.some((one) => OF_A_ROLE.test(one)))
      credentials.push({ kind: 'role', name: from, job: id, at: value.origin.at });
  }
}

const OF_A_USER = /(?:^|[-_])aws[-_](?:\w+[-_])*(?:access[-_]?key|secret[-_](?:access[-_])?key)(?:[-_]id)?$/i;
const OF_A_ROLE =
  /(?:^|[-_])(?:aws|oidc)[-_](?:\w+[-_])*role(?:[-_](?:arn|to[-_]assume|name))?$|^role[-_]to[-_]assume$/i;

export function credentialsOf(
  uses: string,
  inputs: Value | undefined,
  job: string,
  credentials: Credential[],
): void {
  for (const [name, value] of membersOf(inputs)) {
    const text = textOf(value) ?? '';
    if (/\b(?:steps|needs)\./.test(text)) continue;
    if (/^(aws[-_]access[-_]key[-_]id|aws[-_]secret[-_]access[-_]key|access[-_]key[-_]id)$/i.test(name))
      credentials.push({ kind: 'key', name, job, at: value.origin.at });
  }
  const role = member(inputs, 'role-to-assume');
  if (
    /configure-aws-credentials/.test(uses) &&
    role !== undefined &&
    member(inputs, 'aws-access-key-id') === undefined
  )
    credentials.push({ kind: 'role', name: 'role-to-assume', job, at: role.origin.at });
}
