import { afterHeaders, known, privateKeys, putParameters } from './by-form.ts';
import { named } from './by-name.ts';
import { inAddresses } from './in-addresses.ts';

/** A secret in a text, or what stands in the place of one. */
export interface SecretText {
  /** What it is: `GitHub token`, `password`, `private key`. */
  readonly kind: string;
  /** Where the secret alone stands: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** The name that it stands under, where it has one. */
  readonly name?: string;
  /** Whether somebody wrote it to be replaced, or documents it as an example. */
  readonly isPlaceholder: boolean;
  /** Told by a form that its host gave it, not by the name before it. */
  readonly isOfKnownForm: boolean;
  /** It holds where the environment has no other value: `process.env.KEY ?? 'x'`. */
  readonly isFallback: boolean;
}

/** A text with more of one kind is a list of something else. */
const MOST = 1_000;

/** How values are written: with quotes only, or without them, too; in prose nothing but settings is. */
export type TextForm = 'code' | 'settings' | 'shell' | 'prose' | 'dense';

/**
 * The secrets in a text, in the order in which they stand. Told by their own form, by the address that they stand in, or by the
 * name before them together with how much they look like drawn by lot. One pass for each of these, each linear.
 */
export function secretsIn(text: string, form: TextForm): readonly SecretText[] {
  const found: SecretText[] = [];
  const searches = [
    known,
    privateKeys,
    inAddresses,
    ...(form === 'dense' ? [] : [afterHeaders, putParameters, named]),
  ];
  for (const search of searches) {
    let left = MOST;
    for (const one of search(text, form)) {
      found.push(one);
      if (--left === 0) break;
    }
  }
  found.sort((a, b) => a.from - b.from || Number(b.isOfKnownForm) - Number(a.isOfKnownForm));
  let end = -1;
  return found.filter((one) => {
    if (one.from < end) return false;
    end = one.to;
    return true;
  });
}
