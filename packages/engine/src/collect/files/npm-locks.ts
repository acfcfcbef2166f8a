/**
 * How lock files of npm, yarn, pnpm and bun fix the versions of a package, by the documentation of each: the name of the file,
 * and what finds each version in it. `name` is the source of an expression without groups.
 */
export function npmLocks(name: string): readonly (readonly [file: string, version: RegExp])[] {
  const ofNpm = new RegExp(
    `"(?:[^"\\n]*node_modules/)?${name}"\\s*:\\s*\\{\\s*(?:"name"[^\\n]*\\s*)?"version"\\s*:\\s*"([^"]+)"`,
    'g',
  );
  return [
    ['package-lock.json', ofNpm],
    ['npm-shrinkwrap.json', ofNpm],
    ['yarn.lock', new RegExp(`^"?${name}@[^\\n]*:\\n\\s+version:? "?([\\w.+-]+)"?`, 'gm')],
    ['pnpm-lock.yaml', new RegExp(`^\\s+['"]?/?${name}[@/]([\\w.+-]+)`, 'gm')],
    ['bun.lock', new RegExp(`"${name}@(\\d[\\w.+-]*)"`, 'g')],
  ];
}
