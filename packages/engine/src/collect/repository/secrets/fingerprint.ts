import { hash } from 'node:crypto';
import { type EntropyClass, entropyClass, isOfWords } from '../../../model/secrets/randomness.ts';

/**
 * What is told of a secret in place of it. Six digits of a hash do not help to guess what was drawn by lot out of more than
 * 2^90; of a password of a person, or one made of words, they would tell which of a list it is, so that has none.
 */
export function fingerprintOf(secret: string): {
  readonly entropy: EntropyClass;
  readonly fingerprint?: string;
} {
  const entropy = entropyClass(secret);
  return entropy === 'high' && !isOfWords(secret)
    ? { entropy, fingerprint: hash('sha256', secret).slice(0, 6) }
    : { entropy };
}
