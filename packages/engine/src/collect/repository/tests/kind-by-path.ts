type Kind = 'end-to-end' | 'security' | 'integration';

/** What a file of tests is by its path; nothing where that says nothing. */
export function kindByPath(file: string): Kind | undefined {
  return PATH_KINDS.find(([, pattern]) => pattern.test(file.replace(/\.\w+$/, '')))?.[0];
}

const PATH_KINDS: readonly (readonly [Kind, RegExp])[] = [
  // Not what AWS calls so: groups, Security Hub.
  [
    'security',
    /(^|[/._-])(security(?![-_ ]?(?:hub|groups?|lake|contacts?|txt))|xss|csrf|injections?|penetration|sqli)([/._-]|$)/i,
  ],
  [
    'end-to-end',
    /(^|\/)((e2e|end-to-end)([_-]tests?)?|tests?[_-]e2e|cypress|journeys?|playwright)(\/|$)|[._-](e2e|cy)([._-]|$)/i,
  ],
  ['integration', /(^|[/._-])(integration|integ|it)([/_.-]|$)|(^|\/)int(\/|$)/i],
];
