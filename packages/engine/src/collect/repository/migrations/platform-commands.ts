import { folderOf, join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import { member, membersOf, readStructured, textOf } from '../structured-text.ts';

/** A line that a platform runs when a version is released or started. */
export interface PlatformCommand {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The folder that the platform takes. */
  readonly context: string;
  readonly onlyIf?: string;
}

/** What platforms run by files that lie in the repository: a Procfile, `container_commands` of Elastic Beanstalk. */
export async function platformCommands(source: SourceOfFiles): Promise<readonly PlatformCommand[]> {
  const found: PlatformCommand[] = [];
  for (const file of source.paths) {
    const isOfProcesses = PROCFILE.test(file);
    if ((!isOfProcesses && !EXTENSION.test(file)) || source.kind(file) !== 'other') continue;
    const read = await source.text(file);
    if (read.kind !== 'text') continue;
    found.push(...(isOfProcesses ? processesIn(file, read.text, source) : extensionIn(file, read.text)));
  }
  return found;
}

const PROCFILE = /(?:^|\/)Procfile$/;
const EXTENSION = /(?:^|\/)\.ebextensions\/[^/]+\.config$/;

/** Heroku and what follows it run `release` before the new version is started; Elastic Beanstalk knows no such process. */
function processesIn(file: string, text: string, source: SourceOfFiles): readonly PlatformCommand[] {
  const context = folderOf(file);
  const isBeanstalk = source.paths.some((path) =>
    ['.ebextensions/', '.elasticbeanstalk/'].some((part) =>
      path.startsWith(join(context, part)!.replace(/\/?$/, '/')),
    ),
  );
  return text.split('\n').flatMap((line, index): readonly PlatformCommand[] => {
    const [, name, command] = /^(release|web)\s*:\s*(\S.*)$/.exec(line.trim()) ?? [];
    if (name === undefined) return [];
    const isDoubtful = name === 'release' && isBeanstalk;
    return [
      {
        text: command!,
        file,
        line: index + 1,
        context,
        ...(isDoubtful ? { onlyIf: `the platform runs the process release of ${file}` } : {}),
      },
    ];
  });
}

function extensionIn(file: string, text: string): readonly PlatformCommand[] {
  const [root] = readStructured(file, text).documents;
  const context = folderOf(folderOf(file));
  return [...membersOf(member(root, 'container_commands'))].flatMap(([, one]): readonly PlatformCommand[] => {
    const command = textOf(member(one, 'command'));
    const test = textOf(member(one, 'test'));
    if (command === undefined) return [];
    const at = member(one, 'command')!.origin.at.line;
    return [
      {
        text: command,
        file,
        line: at,
        context,
        ...(test === undefined ? {} : { onlyIf: test }),
      },
    ];
  });
}
