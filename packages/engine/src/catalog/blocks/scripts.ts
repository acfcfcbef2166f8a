import type { Reading } from '../../model/reading.ts';
import { namesSecret, SECRET_VALUE } from '../../model/redaction.ts';
import type { Truth } from '../../model/truth.ts';

/** `NAME=value`, `export NAME="value"`, `name: value`; not what a command or a variable answers. */
const ASSIGNED =
  /(?:^|[\s;"'])([A-Za-z_][\w.-]{0,60})["']?[ \t]{0,4}[=:][ \t]{0,4}["']?([^\s"'$`<({*%][^\s"';]{3,})/gm;

/** Where it is, a switch, or what was to be replaced: no secret. */
const NO_SECRET =
  /^(true|false|yes|no|none|null|arn:|https?:|\/|change|replace|example|placeholder|your[-_])/i;

/** Whether a secret stands in a script of the code, by its form or by the name of the setting it is given to. */
export function secretInScript(script: Reading<string>): Truth {
  return script.decoded().hasPiece('a script without secrets', hasSecret);
}

function hasSecret(text: string): boolean {
  return namesOne(text) || namesOne(encodedIn(text));
}

/** What a text that is written encoded (base64) says; nothing where it is no such text. */
function encodedIn(text: string): string {
  if (!/^[A-Za-z0-9+/\s]{24,}={0,2}\s*$/.test(text)) return '';
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return /^[\t\n\r\x20-\x7e\u{a0}-\u{fffc}]*$/u.test(decoded) ? decoded : '';
}

function namesOne(text: string): boolean {
  if (SECRET_VALUE.test(text)) return true;
  return [...text.matchAll(ASSIGNED)].some(
    ([, name, value]) => namesSecret(name!) && !NO_SECRET.test(value!),
  );
}
