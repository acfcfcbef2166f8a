import type { List } from './shell-tree.ts';

/** A function of a shell: what it runs, and the file that it was taken from where that is another one. */
export interface ShellFunction {
  readonly body: List;
  readonly file?: string;
}

/** The functions that a text defines as it is read from top to bottom. */
export function functionsIn(body: List): ReadonlyMap<string, List> {
  const found = new Map<string, List>();
  for (const { pipes } of body)
    for (const { pipe } of pipes)
      for (const command of pipe.commands)
        if (command.kind === 'function') found.set(command.name, command.body);
        else if (command.kind === 'group')
          for (const [name, own] of functionsIn(command.body)) found.set(name, own);
  return found;
}
