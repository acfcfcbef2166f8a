import { ABOUT_A_SECRET } from './secrets/names.ts';
import { secretsIn } from './secrets/secret-texts.ts';
import type { Scalar } from './value.ts';

/** Names of settings whose values are secrets. */
export const SECRET_NAME =
  /(^|[_.\-/])(secret|token|password|passwd|passphrase|pwd|credential|credentials|private[_-]?key|api[_-]?key|access[_-]?key|signing[_-]?key|encryption[_-]?key|secret[_-]?key|auth[_-]?key|client[_-]?secret|jwt[_-]?key|connection[_-]?string|dsn)s?($|[_.\-/0-9])/i;

/** Values that are secrets whatever their name: AWS keys, private keys, tokens with a public prefix. */
export const SECRET_VALUE =
  /(AKIA|ASIA)[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(sk|rk)_live_[0-9a-zA-Z]{10,}|\bgh[pousr]_[0-9A-Za-z]{20,}|\bxox[abprs]-[0-9A-Za-z-]{10,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/;

/** Units of time stand under the names of what they measure: Cognito's `token_validity_units { access_token = "minutes" }`. */
const UNIT_OF_TIME = /^(seconds|minutes|hours|days)$/;

/** Whether a setting of this name holds a secret itself. */
export function namesSecret(name: string): boolean {
  const before = NAMES.get(name);
  if (before !== undefined) return before;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const secret = SECRET_NAME.test(words) && !ABOUT_A_SECRET.test(words);
  if (NAMES.size < MOST_NAMES) NAMES.set(name, secret);
  return secret;
}

/** The names of settings are few, and asked for with each value that is shown. */
const NAMES = new Map<string, boolean>();
const MOST_NAMES = 10_000;

/** A scalar as it may be shown: texts are shortened, secrets replaced by kind and length. */
export function shown(value: Scalar, key?: string): string {
  if (typeof value !== 'string') return String(value);
  const named = key !== undefined && namesSecret(key) && !UNIT_OF_TIME.test(value);
  if (named) return hidden(value);
  if (HARMLESS.has(value)) return value;
  if (SECRET_VALUE.test(value)) return hidden(value);
  const text = withoutSecretTexts(withoutGivenSecrets(value))
    .replace(/\s+/g, ' ')
    .replace(/(:\/\/[^:/@\s]+:)[^@\s]+@/g, '$1(hidden)@');
  if (text === value && text.length <= 80 && HARMLESS.size < MOST_NAMES) HARMLESS.add(text);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Texts that are shown as they are: most paths and names are in several outcomes. */
const HARMLESS = new Set<string>();

/** What is said of a secret instead of showing it. */
export function hidden(value: string): string {
  return `(hidden, ${value.length} characters)`;
}

/** What a command is given by name: `--secret-string x`, `PASSWORD=x`. */
const GIVEN = /(?<![\w-])(--[\w-]+[= ]\s*|[A-Za-z]\w*=)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'|&;<>]+)/g;

/** The same by a letter: `curl -u name:x`, `docker login -p x`, `sshpass -p x`, `mysql -px`. */
const GIVEN_BY_LETTER =
  /(\bcurl\s.{0,200}?(?:-u|--user)[= ] ?["']?[^\s:"']{1,100}:|\b(?:docker|podman|helm registry) login\s.{0,200}?-p\s|\bsshpass -p ?|\bmysql\w{0,9}\s.{0,200}?\s-p)([^\s"'$|&;<>(][^\s"'|&;<>]*)/g;

/** Names and calls that lead to a value, and are none. */
const LEADS_ELSEWHERE = /^["']?(?:[$`-]|\(hidden,|file:|var\.|local\.|data\.|module\.|process\.env|os\.)/;

/** The same with what a command is given as a secret hidden, however simple: nobody finds it by its looks. */
export function withoutGivenSecrets(text: string): string {
  if (!text.includes('=') && !text.includes('-')) return text;
  const byLetter = text.replace(GIVEN_BY_LETTER, (_, given: string, value: string) => given + hidden(value));
  const setsParameter = text.includes('put-parameter');
  return byLetter.replace(GIVEN, (all, given: string, value: string) => {
    const name = given.replace(/^--|[= ]\s*$/g, '');
    const isSecret = namesSecret(name) || /password$/i.test(name) || (name === 'value' && setsParameter);
    return isSecret && !LEADS_ELSEWHERE.test(value) ? `${given}${hidden(value)}` : all;
  });
}

/** The same with every secret in it hidden that the repository would be searched for. */
function withoutSecretTexts(text: string): string {
  const secrets = secretsIn(text, 'settings').filter((one) => !one.isPlaceholder);
  return secrets.reduceRight(
    (left, { from, to }) => `${left.slice(0, from)}${hidden(text.slice(from, to))}${left.slice(to)}`,
    text,
  );
}

/**
 * A line of source code as it may be shown: literals after a secret's name, and values that are secrets by their form,
 * are replaced. Works on any of HCL, YAML, JSON and code.
 */
export function redactLine(line: string): string {
  const assigned = withoutSecretTexts(withoutGivenSecrets(line)).replace(
    /(["']?)([A-Za-z_][\w.\-/]*)\1(\s*(?:=>|[:=])\s*)(?:(["'])((?:\\.|(?!\4).)*)\4|([^\s"'{[,]\S*))/g,
    (
      all: string,
      quote: string,
      name: string,
      middle: string,
      mark: string | undefined,
      text: string | undefined,
      bare: string | undefined,
    ) => {
      if (!namesSecret(name)) return all;
      const literal = text ?? bare ?? '';
      if (
        literal.length === 0 ||
        UNIT_OF_TIME.test(literal) ||
        /^\$\{|^(var|local|data|module|aws_\w+)\.|^!|^(true|false|null)$|^[a-z]+\([{[]?$|^\(hidden,/.test(
          literal,
        )
      )
        return all;
      return `${quote}${name}${quote}${middle}${mark ?? ''}${hidden(literal)}${mark ?? ''}`;
    },
  );
  return assigned
    .replace(new RegExp(SECRET_VALUE.source, 'g'), (secret) => hidden(secret))
    .replace(/(:\/\/[^:/@\s]+:)[^@\s"'$]+@/g, '$1(hidden)@');
}
