/** Whose pages an expression for origins lets in: those of anybody, of hosts that only begin or end so, or the own alone. */
export type Fits = 'any' | 'others' | 'own';

/** How a package holds an expression against an origin: against the whole of it, or from its start alone. */
export type HeldAgainst = 'whole' | 'start';

const SOMETHING = String.raw`(?:\\[wWdDsS]|\[[^\]]*\]|\.)(?:[*+]\??|\{[^}]*\})?`;
const ONLY_SOMETHING = new RegExp(`^(?:${SOMETHING}|[()?:*+|])*$`);
/** Something of any length right before a name: `.*example` is the end of `badexample` too. */
const BEFORE_A_NAME = /(?:\\[wWdD]|\[[^\]]*\]|\.)(?:[*+]\??|\{[^}]*\})\)?[a-z0-9]/i;

/** What an expression for origins fits. */
export function fitsOf(expression: string, held: HeldAgainst): Fits {
  const body = expression.replace(/^\^|^\\A/, '').replace(/\$$|\\[zZ]$/, '');
  const host = body.replace(/^(?:\(?https?\??\)?|\(\?:https?\|https?\)|\.\*|\\w\+):(?:\\?\/){2}/, '');
  if (ONLY_SOMETHING.test(host)) return 'any';
  const isEnded = held === 'whole' || /(?:[^\\]\$|\\[zZ])$/.test(expression);
  // Names below one's own end in a dot: `([-\w]+\.)*example\.com`.
  const top = host.replace(/\((?:\?:)?[^()]*\\\.\)(?:[*+?]\??|\{[^}]*\})?/g, '');
  return !isEnded || BEFORE_A_NAME.test(top) ? 'others' : 'own';
}

/** Whether flask-cors takes a text for an expression. */
export function looksLikeExpression(text: string): boolean {
  return text !== '*' && /[*\\\]?$^[()]/.test(text);
}
