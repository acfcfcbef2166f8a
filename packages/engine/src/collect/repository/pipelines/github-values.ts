import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { type Context, counts, evaluateExpression, interpolated } from './github-expressions.ts';
import type { PipelineJob, Trigger } from './pipeline.ts';
import type { Shell } from './shell-ran.ts';
import { isOpen, OPEN } from './shell-text.ts';

export function triggersOf(document: Value | undefined): readonly Trigger[] {
  const on = member(document, 'on') ?? member(document, 'true');
  if (on?.kind === 'object') {
    return [...on.members].map(([event, filter]) => {
      const branches = itemsOf(member(filter, 'branches')).flatMap((branch) => textOf(branch) ?? []);
      return { event, at: filter.origin.at, ...(branches.length > 0 ? { branches } : {}) };
    });
  }
  return itemsOf(on).flatMap((event) => {
    const name = textOf(event);
    return name === undefined ? [] : [{ event: name, at: event.origin.at }];
  });
}

export function branchesOf(triggers: readonly Trigger[]): readonly string[] | undefined {
  return triggers.find(({ event }) => event === 'push')?.branches;
}

export function conditionOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : (textOf(value) ?? undefined);
}

/** Whether a condition lets something run although what it needs has failed. */
export function isAnyway(condition: string | undefined): boolean {
  if (condition === undefined) return false;
  return (
    /\balways\(\)|!\s*cancelled\(\)|!\s*failure\(\)\s*\|\||success\(\)\s*\|\|\s*failure\(\)/.test(
      condition,
    ) && !/\.result\s*==\s*'success'|!\s*failure\(\)|!\s*contains\(/.test(condition)
  );
}

export function variablesOf(envs: readonly (Value | undefined)[], own: Context): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const env of envs)
    for (const [name, value] of membersOf(env)) {
      const text = interpolated(textOf(value) ?? OPEN, own);
      found.set(name, /\$\{GITHUB_\w+\}/.test(text) ? OPEN : text);
    }
  return found;
}

export function mayFail(value: Value | undefined, why: string, own: Context): { readonly mayFail?: string } {
  if (value === undefined) return {};
  const text = textOf(value);
  const answer = text === undefined ? undefined : counts(evaluateExpression(text, own));
  return answer === true ? { mayFail: why } : {};
}

export function permissionsOf(value: Value | undefined): PipelineJob['permissions'] {
  if (value === undefined) return undefined;
  const text = textOf(value);
  const at = value.origin.at;
  if (text !== undefined) return { all: text, scopes: [], at };
  return {
    scopes: [...membersOf(value)].map(([scope, access]) => ({ scope, access: textOf(access) ?? OPEN })),
    at,
  };
}

export function environmentOf(value: Value | undefined, own: Context): PipelineJob['environment'] {
  const named = value?.kind === 'object' ? member(value, 'name') : value;
  const text = textOf(named);
  return text === undefined ? undefined : { name: interpolated(text, own), at: named!.origin.at };
}

export function imageOf(value: Value | undefined, own: Context): PipelineJob['image'] {
  const named = value?.kind === 'object' ? member(value, 'image') : value;
  const text = textOf(named);
  return text === undefined ? undefined : { name: interpolated(text, own), at: named!.origin.at };
}

export function folderFrom(path: string | undefined, own: Context): string | undefined {
  if (path === undefined) return '.';
  const text = interpolated(path, own).replace(/^\$\{GITHUB_WORKSPACE\}\/?/, '');
  if (isOpen(text)) return undefined;
  return text.replace(/^\.\//, '').replace(/\/+$/, '') || '.';
}

/** Without a word bash ends at the first failure; with its name it minds those in pipes too. */
export function shellNamed(name: string | undefined): Shell {
  if (name === undefined || name === 'sh') return { errexit: true, pipefail: false };
  if (name === 'bash') return { errexit: true, pipefail: true };
  if (/^bash\b/.test(name)) return { errexit: /\s-\w*e/.test(name), pipefail: /pipefail/.test(name) };
  return { errexit: true, pipefail: true };
}

/** Whether a key is written, and not only perhaps in a part that cannot be read. */
export function hasOwn(value: Value, key: string): boolean {
  return value.kind === 'object' && value.members.has(key);
}

/** `failure()`, and not `!failure()`, which keeps a step from running after one. */
export function onlyAfterFailure(condition: string): boolean {
  return /\bfailure\(\)/.test(condition.replace(/!\s*failure\(\)/g, ''));
}
