const STATES: readonly (readonly [RegExp, string])[] = [
  [/\.tfstate(?:\.\d+)?(?:\.backup)?$/, 'terraform'],
  [/(?:^|\/)\.pulumi\/stacks\/.+\.json$/, 'pulumi'],
];

/** Whose state a file keeps, by its path. */
export function stateTool(path: string): string | undefined {
  return STATES.find(([pattern]) => pattern.test(path))?.[1];
}
