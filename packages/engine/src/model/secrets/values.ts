import { nameSays } from './names.ts';
import { isPlaceholder } from './placeholders.ts';
import { entropyOf, isOfWords } from './randomness.ts';
import type { TextForm } from './secret-texts.ts';

/** Where a value is, and not what it is: an expression, a name, an address, what a store or a program gives. */
const REFERENCE =
  /\$\{|\$\(|\{\{|#\{|<%|^\$[A-Za-z_{(]|^%[^%]+%$|^!|^&|^\*[A-Za-z]|^(?:process\.env|os\.environ|env|var|local|data|module|each|self|this|config|settings|secrets|params|props|req|request|event|ctx|context|args|options|random_\w+|aws_\w+|azurerm_\w+|google_\w+)[.[(]|^ENC\[|^Ag[A-Za-z0-9+/]{200,}|^\$ANSIBLE_VAULT|^(?:op|vault|ssm|secretsmanager|sm|gcp|azure|awssm|ref\+\w+|env|file|aws-sm|aws-ssm|keyvault):|^arn:|^projects\/|^kms:|^valueFrom|^\/[\w.@-]+(?:\/[\w.@{}-]+)*$|^\.{0,2}\/|^~\//;

/** What KMS, Fernet and Spring Cloud made of a secret: without their key it is none. */
const CIPHERTEXT = /^AQ[A-Z]CAH[A-Za-z0-9+/]{40,}|^gAAAAAB[\w-]{60,}={0,2}$|^\{cipher\}/;

/** Whether a value is a secret that was encrypted, by its form, or by its name where it looks like one. */
function isEncrypted(value: string, name: string): boolean {
  return (
    CIPHERTEXT.test(value) || (/encrypted|cipher_?text/i.test(name) && /^[A-Za-z0-9+/=_-]{40,}$/.test(value))
  );
}

/** Whether a value says where a secret is. */
export function isReference(value: string): boolean {
  return REFERENCE.test(value);
}

/** What a secret was made into, and cannot be made out of. */
const HASH =
  /^\$(?:2[abxy]?|5|6|1|apr1|argon2\w*|pbkdf2[\w-]*|scrypt|y)\$|^\{(?:SSHA|SHA|MD5|CRYPT|bcrypt)\}|^(?:sha(?:1|256|384|512)|md5|pbkdf2)[-:_$]|^0x[0-9a-f]{40}$|^pbkdf2_/i;

/** Whether a value is the hash of a secret. */
export function isHash(value: string): boolean {
  return HASH.test(value);
}

/** Keys that emulators document: everybody has them. */
const WELL_KNOWN = ['Eby8vdM02xNOcqFl', 'C2y6yDjf5/R+ob0N'];

/** Code, a type, a call, an address, a number: nothing that somebody would keep secret. */
const NO_VALUE =
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|string|str|bytes|object|number|boolean|any|required|optional|self|this|\d{1,7}|\d+(?:\.\d+)+|\d+(?:ms|s|m|h|d|min|px|rem|em|%))$|^#[0-9a-f]{3,8}$|^[\w.]+\(|^\(|^\[|^\{|^<|=>|\(\)|^https?:\/\/|^[a-z][\w+.-]*:\/\/|^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:ssh-(?:rsa|ed25519)|ecdsa-)|^-----BEGIN (?:CERTIFICATE|PUBLIC|RSA PUBLIC)|^data:|^pk[._](?:live|test|eyJ)|^pub[0-9a-f]{32}$|^base64:$|^rgba?\(/i;

const OF_KEYS = /(?:api|access|secret|private|signing|encryption|auth)[-_]?key$/i;

/** Names of what somebody made up, and a token whose signature signs nothing. */
const MADE_UP_NAME = /^(?:mock|fake|dummy|sample|example)(?:[-_]|[A-Z](?=[a-z]))/i;
const UNSIGNED = /^eyJ[\w-]+\.[\w-]+\.[\w-]{0,19}$/;

/** AWS draws forty characters: anything else under this name is for an emulator, which takes every word. */
const KEY_OF_AWS = /aws_?secret_?access_?key/i;
const DRAWN_BY_AWS = /^[A-Za-z0-9/+=]{40}$/;

/** Words and a number with something between them. */
function isSpoken(value: string): boolean {
  return value.length >= 16 && /\d{3}/.test(value) && /^[a-z\d]+(?:[-_.][a-z\d]+){2,}$/i.test(value);
}

/** A fingerprint, a file, a path, what Cognito calls a device by (`eu-west-2_` and a UUID): what names are called keys, too. */
const NO_KEY =
  /^[0-9a-f]{32,64}$|^[0-9A-F]{40}$|\.[a-z]{2,8}$|^[\w.-]{1,24}\/|^(?:[a-z]{2}(?:-[a-z]+)+-\d_)?[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What a value is that stands under the name of a secret; nothing where it is none. */
export function judged(
  value: string,
  says: 'password' | 'secret' | 'key',
  {
    form,
    isFallback,
    isQuoted,
    name,
  }: { form: TextForm; isFallback: boolean; isQuoted: boolean; name: string },
): 'secret' | 'placeholder' | undefined {
  if (value.length < 3 || value.length > 600) return undefined;
  if (isReference(value) || isHash(value) || isEncrypted(value, name) || !/^[\x20-\x7e]+$/.test(value))
    return undefined;
  if (WELL_KNOWN.some((start) => value.startsWith(start))) return 'placeholder';
  if (MADE_UP_NAME.test(name) || UNSIGNED.test(value)) return 'placeholder';
  if (KEY_OF_AWS.test(name) && !DRAWN_BY_AWS.test(value) && isFallback) return undefined;
  if (isPlaceholder(value))
    return isSetOrNamed(name, value, says, form)
      ? 'placeholder'
      : shownAsPlaceholder(value, form, isFallback, says);
  if (NO_VALUE.test(value)) return undefined;
  // The name of a secret in its place: `smtp-password`.
  if (
    !/\d/.test(value) &&
    nameSays(value) !== undefined &&
    /^[a-z]+(?:[_-][a-z]+)+$|^[A-Z]+(?:_[A-Z]+)+$/.test(value)
  )
    return undefined;
  // Words of people; without quotes a text with a gap is a sentence or a command.
  if (/\s/.test(value)) return undefined;
  // Escapes, formats and expressions that were cut off.
  if (/[<>{}]|%[sd]|\\[A-Za-z(]|\$$/.test(value) && !/[<>{}].*\d.*[A-Z]/.test(value)) return undefined;
  if (
    !isQuoted &&
    form === 'settings' &&
    /^[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)+(?:\(.*)?$/.test(value) &&
    isOfWords(value)
  )
    return undefined;
  const words = isOfWords(value);
  if (says === 'password') {
    const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
    if (words)
      return classes >= 4 && /\d{3,}/.test(value) && value.length >= 8
        ? 'secret'
        : shownAsPlaceholder(value, form, isFallback, says);
    return value.length >= 6 && (classes >= 2 || value.length >= 12) ? 'secret' : undefined;
  }
  // A key that somebody made of words and a number and uses: `shop-key-of-the-page-4711`.
  if (words && form === 'code' && isQuoted && OF_KEYS.test(name) && isSpoken(value)) return 'secret';
  if (words) return shownAsPlaceholder(value, form, isFallback, says);
  const least = says === 'key' ? 20 : 12;
  if (value.length < least || entropyOf(value) < (says === 'key' ? 3.2 : 2.7)) return undefined;
  if (says === 'key' && (!/\d/.test(value) || NO_KEY.test(value))) return undefined;
  // Names of things: a path, a class, a key of a table.
  if (
    /^[\w-]+(?:[./:][\w-]+)+$/.test(value) &&
    value.split(/[./:]/).every((part) => isOfWords(part) || part.length < 4)
  )
    return undefined;
  return 'secret';
}

/** `SECRET_KEY="test"`: set for whoever reads it from the environment. `"graphKey": "<your-api-key>"`: says itself what will stand there. */
function isSetOrNamed(
  name: string,
  value: string,
  says: 'password' | 'secret' | 'key',
  form: TextForm,
): boolean {
  if (form === 'code') return says !== 'key' && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name);
  return form === 'settings' && says === 'key' && nameSays(value.replace(/^<(.+)>$/, '$1')) === 'secret';
}

/** A word in place of a secret is worth telling where it would hold: in settings, and where nothing else is set. */
function shownAsPlaceholder(
  value: string,
  form: TextForm,
  isFallback: boolean,
  says: 'password' | 'secret' | 'key',
): 'placeholder' | undefined {
  if (says === 'key' || /\s/.test(value)) return undefined;
  return isFallback || form === 'settings' || form === 'shell' ? 'placeholder' : undefined;
}
