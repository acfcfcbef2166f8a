import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DIFFERENCES } from './parity/differences.ts';
import { LANGUAGES, type Language, NAMES } from './parity/names.ts';
import { assessFolder } from './support/assess-folder.ts';

/*
 * One application written four times. What a check says of a thing does not hang on the language it is written in; where
 * it does, the language really does something else, and `parity/differences.ts` says what.
 */
type Said = ReadonlyMap<string, string>;

const folder = fileURLToPath(new URL('./parity', import.meta.url));

async function saidIn(language: Language): Promise<Said> {
  const { outcomes } = await assessFolder(`${folder}/${language}`);
  const said = new Map<string, string[]>();
  for (const { check, resource, outcome } of outcomes) {
    const name = resource === null ? 'the whole' : nameOf(resource.address, language);
    const key = `${check}: ${name}`;
    said.set(key, [...(said.get(key) ?? []), outcome]);
  }
  return new Map([...said].map(([key, all]) => [key, worstOf(all)]));
}

/** Of a thing in parts, what is worst: a role is an administrator where one of its policies makes it one. */
function worstOf(outcomes: readonly string[]): string {
  return ['fail', 'unknown', 'pass', 'not-applicable'].find((o) => outcomes.includes(o)) ?? outcomes.join();
}

function nameOf(address: string, language: Language): string {
  const named = Object.entries(NAMES).find(([, { [language]: addresses }]) =>
    typeof addresses === 'string' ? addresses === address : addresses.includes(address),
  );
  return named?.[0] ?? `${address} (${language} only)`;
}

describe('the application "orders" in Terraform, CloudFormation, SAM and CDK', async () => {
  const said = new Map(
    await Promise.all(LANGUAGES.map(async (language) => [language, await saidIn(language)] as const)),
  );
  const keys = [...new Set([...said.values()].flatMap((of) => [...of.keys()]))].sort();

  it('is judged the same, check by check, but for the differences that have a reason', () => {
    const different = keys.flatMap((key) => {
      const each = LANGUAGES.map((language) => said.get(language)!.get(key) ?? 'nothing');
      const line = `${key}: ${each.join(' / ')}`;
      return new Set(each).size === 1 || DIFFERENCES.has(line) ? [] : [line];
    });
    expect(different).toEqual([]);
  });

  it('has only differences that are there', () => {
    const lines = keys.map(
      (key) => `${key}: ${LANGUAGES.map((l) => said.get(l)!.get(key) ?? 'nothing').join(' / ')}`,
    );
    expect([...DIFFERENCES.keys()].filter((line) => !lines.includes(line))).toEqual([]);
  });

  it('is read whole in every language: every named thing is there', () => {
    for (const name of Object.keys(NAMES)) {
      for (const language of LANGUAGES) {
        const there = [...said.get(language)!.keys()].some((key) => key.endsWith(`: ${name}`));
        expect(there, `${name} in ${language}`).toBe(true);
      }
    }
  });

  it('agrees on most: the same outcomes by far outnumber the differences', () => {
    const same = keys.filter((key) => new Set(LANGUAGES.map((l) => said.get(l)!.get(key))).size === 1);
    expect(same.length).toBeGreaterThan(70);
    expect(DIFFERENCES.size).toBeLessThan(same.length / 10);
  });
});
