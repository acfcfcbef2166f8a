import { type Plain, placeIn, written } from '../fact.ts';

/** One package that a manifest asks for. */
export interface Dependency {
  readonly name: string;
  readonly range: string;
  readonly kind: 'runtime' | 'development' | 'optional' | 'peer';
  readonly exact: boolean;
  readonly line: number;
}

/** The dependencies as a property of their manifest, each at its own line. */
export function dependenciesIn(file: string, dependencies: readonly Dependency[]): Plain {
  return dependencies.map(({ line, ...said }) => written(said, placeIn(file, line)));
}

const COMMIT = /[#@][0-9a-f]{40}\b/;

/** Whether npm, yarn or pnpm can take one version only. What lies in the same repository is of the same commit. */
export function isExactForNpm(range: string): boolean {
  if (/^(file|link|portal|workspace):/.test(range)) return true;
  if (/^(git\+|git:|github:|https?:)/.test(range)) return COMMIT.test(range) || /\.tgz$/.test(range);
  return /^=?\s*v?\d+\.\d+\.\d+(?:[-+][\w.-]+)*$/.test(range.replace(/^npm:.*@/, ''));
}

/** Whether pip can take one version only (PEP 440: `==` without `*`, `===`, or a file or commit by its address). */
export function isExactForPip(range: string): boolean {
  if (range.startsWith('@'))
    return COMMIT.test(range) || /\.(whl|tar\.gz|zip)\b/.test(range) || /@\s*file:/.test(range);
  return range.split(',').some((part) => /^\s*={2,3}\s*[^*,\s]+\s*$/.test(part));
}

/** The name of a Python package in its one form (PEP 503). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** A requirement as PEP 508 writes it: `requests[socks]>=2.31 ; python_version < "3.12"`. */
export function requirementIn(text: string): { readonly name: string; readonly range: string } | undefined {
  const match = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*([^;]*)/.exec(text);
  if (match === null) return undefined;
  const range = match[2]!.trim().replace(/^\((.*)\)$/, '$1');
  if (range !== '' && !/^[=<>!~@]/.test(range)) return undefined;
  return { name: pythonName(match[1]!), range };
}
