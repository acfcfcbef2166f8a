import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';

/** What says that a document is a schema, or describes an API: its head, or what stands together in a part of one. */
const HEAD =
  /^[\s{]*["']?(?:(?:openapi|swagger|asyncapi)["']?\s*:|\$schema["']?\s*:\s*["']?https?:\/\/json-schema\.org\/)/m;
const PARTS = [
  /["']?\b(?:properties|schemas?|responses|requestBody)["']?\s*:/,
  /["']?\btype["']?\s*:\s*["']?(?:object|string|array)\b/,
];

const EXAMPLES = /^(?:x-)?examples?$/;

/** Below these stand names that somebody chose: a property may be called `example`. */
const NAMES = /^(?:properties|patternProperties|definitions|\$defs|schemas|parameters|headers)$/;

const DEEPEST = 100;

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a place of a schema or of the description of an API (YAML or JSON) stands in an example: what is written there shows
 * its form, and is made up.
 */
export function placesInExamples(file: string, text: string): (at: number) => boolean {
  if (!/\.(?:ya?ml|json)$/i.test(file) || !text.includes('example')) return () => false;
  if (!HEAD.test(text) && !PARTS.every((part) => part.test(text))) return () => false;
  let ranges: readonly Range[] | undefined;
  return (at) => {
    ranges ??= examplesIn(text);
    return ranges.some(({ from, to }) => from <= at && at < to);
  };
}

/** Where the examples of a text stand; none of one that cannot be read. */
function examplesIn(text: string): readonly Range[] {
  const found: Range[] = [];
  const look = (node: unknown, above: string, depth: number): void => {
    if (depth > DEEPEST) return;
    if (isSeq(node)) for (const item of node.items) look(item, '', depth + 1);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const range = (value as Node | null)?.range;
      if (!EXAMPLES.test(name) || NAMES.test(above)) look(value, name, depth + 1);
      else if (range) found.push({ from: range[0], to: range[1] });
    }
  };
  try {
    const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
    for (const document of Array.isArray(documents) ? documents : []) {
      if (document.errors.length === 0) look(document.contents, '', 0);
    }
  } catch {
    return [];
  }
  return found;
}
