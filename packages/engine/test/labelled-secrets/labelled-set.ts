import { NO_KEYS } from './no-keys.ts';
import { seeded } from './random.ts';
import { type Kind, TRUE_KEYS } from './true-keys.ts';

/** A small file of which it is known whether a secret stands in it. */
export interface Labelled {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  readonly isSecret: boolean;
  /** Not looked at while the patterns were made. */
  readonly held: boolean;
  /** The secret alone, where it is one text: it may stand in no report. */
  readonly secret?: string;
}

/**
 * Files with keys, placeholders, hashes, identifiers and words, labelled by how they are made. No text that a host would
 * take for a live key stands in the sources: it is put together here, from a seed.
 */
export function labelledSet(seed = 20_261_121): readonly Labelled[] {
  const random = seeded(seed);
  const made = (kinds: readonly Kind[], isSecret: boolean, each: (kind: Kind) => number) =>
    kinds.flatMap((kind) =>
      Array.from({ length: each(kind) }, (): Labelled => {
        const { file, text, secret } = kind.make(random);
        return {
          kind: kind.name,
          file,
          text,
          isSecret,
          held: kind.held === true,
          ...(secret === undefined ? {} : { secret }),
        };
      }),
    );
  return [
    ...made(TRUE_KEYS, true, () => 4),
    ...made(NO_KEYS, false, ({ name }) => (name.startsWith('placeholder') ? 2 : 3)),
  ];
}
