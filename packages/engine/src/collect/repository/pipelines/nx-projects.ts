import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import type { PackageScripts } from './scripts.ts';

/** Whether a file may be a project of Nx. */
export function isNxProject(path: string): boolean {
  return /(^|\/)project\.json$/.test(path);
}

/** What executors run, by the documentation of their plugins. */
const EXECUTORS: readonly (readonly [name: RegExp, command: string])[] = [
  [/[:/]jest$/, 'jest'],
  [/(?:vite|vitest):test$/, 'vitest run'],
  [/:cypress$/, 'cypress run'],
  [/:playwright$/, 'playwright test'],
  [/(?:eslint:lint|linter:eslint|:lint)$/, 'eslint .'],
  [/:(?:tsc|swc|webpack|rollup|esbuild|vite:build|build|browser|application)$/, 'tsc'],
];

/** The targets of a project of Nx, as the scripts that they come to; nothing where the file cannot be read. */
export function nxTargets(file: string, text: string): PackageScripts | undefined {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined || root === undefined) return undefined;
  const scripts = new Map(
    [...membersOf(member(root, 'targets'))].flatMap(([name, target]) => {
      const command = commandOf(target);
      return command === undefined ? [] : [[name, { command, line: target.origin.at.line }] as const];
    }),
  );
  return { name: textOf(member(root, 'name')), scripts };
}

function commandOf(target: Value): string | undefined {
  const executor = textOf(member(target, 'executor'));
  const options = member(target, 'options');
  const own = textOf(member(target, 'command'));
  if (own !== undefined) return fromTheTop(own);
  if (executor === undefined) return undefined;
  if (/:run-script$/.test(executor)) {
    const script = textOf(member(options, 'script'));
    return script === undefined ? undefined : `npm run ${script}`;
  }
  if (!/:run-commands$/.test(executor))
    return EXECUTORS.find(([name]) => name.test(executor))?.[1] ?? `executor ${executor}`;
  const one = textOf(member(options, 'command'));
  const all = itemsOf(member(options, 'commands')).flatMap(
    (each) => textOf(each) ?? textOf(member(each, 'command')) ?? [],
  );
  const command = [...(one === undefined ? [] : [one]), ...all].join(' && ');
  return command === '' ? undefined : fromTheTop(command, textOf(member(options, 'cwd')));
}

/** Nx runs commands from the top of the workspace. */
function fromTheTop(command: string, folder = '.'): string {
  return `cd "$GITHUB_WORKSPACE/${folder.replace('{workspaceRoot}/', '')}" && ${command}`;
}
