const TENANT =
  /\b(?:x-)?(tenant|tenant[_-]?id|tenantId|organi[sz]ation_?[iI]d|org_id|orgId|company_?[iI]d|workspace_?[iI]d|custom:(?:tenant|company|org)\w*)\b/g;

/** The first place where a file names tenants. Prose is none, nor is a variable that the file makes of another text itself. */
export function tenantNamedIn(text: string): { readonly name: string; readonly index: number } | undefined {
  const own = new Map<string, boolean>();
  for (const { 0: name, index } of text.matchAll(TENANT)) {
    if (isProse(text, name, index)) continue;
    let isOwn = own.get(name);
    if (isOwn === undefined) {
      isOwn = isOwnMaking(text, name);
      own.set(name, isOwn);
    }
    if (!isOwn) return { name, index };
  }
  return undefined;
}

/** `… derives a companyId from …`: no code has an article before a name. */
function isProse(text: string, name: string, index: number): boolean {
  return (
    /\b(an?|the|each|every|this|its|their|your|our|per)\s$/i.test(
      text.slice(Math.max(0, index - 8), index),
    ) && /^[\s.,;)]/.test(text.slice(index + name.length, index + name.length + 1))
  );
}

/** What a text becomes by itself: `name.toLowerCase().replace(…)`, and what is drawn by lot. */
const MADE =
  /^(?!(?:req|request|event|ctx|context|claims|user|session|auth|token|headers|params|query|body|cookies?|url|origin|host|hostname|domain|sub_?[dD]omain)\b)(?:[\w$]+(?:\.(?:toLowerCase|toUpperCase|trim|replace|replaceAll|slice|substring|normalize|toString)\([^\n]*?\))+|(?:crypto\.)?(?:randomUUID|uuid|uuidv4|nanoid)\(\))\s*;?\s*$/;

/** Whether a name is nothing but a variable that the file makes of something else, whoever asks. */
function isOwnMaking(text: string, name: string): boolean {
  if (!/^\w+$/.test(name)) return false;
  const made = [...text.matchAll(new RegExp(String.raw`\b(?:const|let|var)\s+${name}\s*=\s*([^\n]*)`, 'g'))];
  if (made.length === 0 || !made.every(([, value]) => value!.length < 200 && MADE.test(value!))) return false;
  // A member, a key with a value of its own, a part of a path, a text, a parameter: it comes from elsewhere. Nor does
  // `where: { tenantId }` ask for anything but the rows of one of them.
  const elsewhere = new RegExp(
    String.raw`[.'"\x60:<@#]${name}\b|\b${name}(?:['"\x60]|\s*\??\s*:)|\b${name}\s*=(?!=)|\{[^{}\n]*\b${name}\b[^{}\n]*\}\s*=|\([^()\n]*\b${name}\b[^()\n]*\)\s*(?:=>|\{)|(?<!\$)\{${name}\b|\bwhere\s*:\s*\{[^{}]{0,200}\b${name}\b`,
    'g',
  );
  const definitions = made.map(({ index, 0: whole }) => [index, index + whole.length] as const);
  return [...text.matchAll(elsewhere)].every(({ index }) =>
    definitions.some(([start, end]) => index >= start && index < end),
  );
}
