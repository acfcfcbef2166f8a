import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionTag, parse, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Labelled } from './labelled.ts';

interface Scenario {
  readonly name?: string;
  readonly input?: object;
  readonly expectations?: { readonly rules?: Readonly<Record<string, string>> };
}

/**
 * The tests of the Guard rules registry (Apache-2.0): templates on which a rule passes, fails or is skipped. A rule that
 * is skipped there is suppressed in the template or has no resource: those are left out.
 */
export function guard(folder: string): readonly Labelled[] {
  return globSync('rules/aws/*/tests/*.{yml,yaml}', { cwd: folder }).flatMap((file) => {
    const scenarios = parse(readFileSync(join(folder, file), 'utf8'), {
      logLevel: 'silent',
      customTags: INTRINSICS,
    }) as readonly Scenario[] | null;
    return (scenarios ?? []).flatMap(({ name = '', input, expectations }, at) => {
      if (input === undefined || input === null) return [];
      const code = {
        language: 'cloudformation' as const,
        files: { 'template.json': JSON.stringify(input) },
      };
      return Object.entries(expectations?.rules ?? {}).flatMap(([rule, verdict]): readonly Labelled[] =>
        verdict === 'PASS' || verdict === 'FAIL'
          ? [
              {
                corpus: 'Guard rules registry',
                rule,
                name: `${file.split('/').at(-1)}, ${at + 1}: ${name}`,
                code,
                label: verdict === 'PASS' ? 'pass' : 'fail',
              },
            ]
          : [],
      );
    });
  });
}

/** `!Ref x` as CloudFormation means it; the parser alone would read a plain `x`. */
const INTRINSICS = [
  'Ref',
  'GetAtt',
  'Sub',
  'Join',
  'Select',
  'ImportValue',
  'FindInMap',
  'Split',
  'GetAZs',
].flatMap((name): (ScalarTag | CollectionTag)[] => {
  const key = name === 'Ref' ? name : `Fn::${name}`;
  const argument = (value: unknown) =>
    name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value;
  return [
    { tag: `!${name}`, resolve: (text: string) => ({ [key]: argument(text) }) },
    ...(['seq', 'map'] as const).map((collection) => ({
      tag: `!${name}`,
      collection,
      resolve: (items: YAMLMap | YAMLSeq) => ({ [key]: items.toJSON() }) as unknown as YAMLMap,
    })),
  ];
});
