import type { List, ShellCommand, SimpleCommand } from './shell-tree.ts';

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

/** The plain commands of a list, however deep they stand. */
export function commandsIn(list: List): readonly SimpleCommand[] {
  const within = (command: ShellCommand): readonly SimpleCommand[] => {
    switch (command.kind) {
      case 'simple':
        return [command];
      case 'if':
        return [
          ...command.branches.flatMap(({ when, body }) => [...commandsIn(when), ...commandsIn(body)]),
          ...commandsIn(command.otherwise ?? []),
        ];
      case 'case':
        return command.arms.flatMap(({ body }) => commandsIn(body));
      case 'loop':
        return [...commandsIn(command.when ?? []), ...commandsIn(command.body)];
      case 'group':
        return commandsIn(command.body);
      case 'function':
        return [];
    }
  };
  return list.flatMap(({ pipes }) => pipes.flatMap(({ pipe }) => pipe.commands.flatMap(within)));
}
