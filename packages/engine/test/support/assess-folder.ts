import type { FileSystem } from '../../src/collect/files/file-system.ts';
import { nodeFileSystem } from '../../src/collect/files/node-file-system.ts';
import type { ParsedFiles } from '../../src/collect/files/parsed-files.ts';
import { type Assessment, assessRepository } from '../../src/index.ts';

/** Assesses a folder on disk as a user would, with a fixed date and nothing from the process's environment. */
export async function assessFolder(
  path: string,
  options: {
    readonly only?: readonly string[];
    readonly language?: 'terraform' | 'cloudformation' | 'cdk' | 'repository';
    readonly env?: string;
    readonly vars?: ReadonlyMap<string, string>;
    readonly roots?: readonly string[];
    readonly fileSystem?: FileSystem;
    readonly parsedFiles?: ParsedFiles;
  } = {},
): Promise<Assessment> {
  const run = await assessRepository({
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.roots === undefined ? {} : { roots: options.roots }),
    ...(options.vars === undefined ? {} : { vars: options.vars }),
    ...(options.only === undefined ? {} : { select: { only: options.only, skip: [] } }),
    ...(options.fileSystem === undefined ? {} : { fileSystem: options.fileSystem }),
    ...(options.parsedFiles === undefined ? {} : { parsedFiles: options.parsedFiles }),
    ...(options.language === undefined ? {} : { languages: [options.language] }),
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

/** The real files of a folder without its sub-folders, as if they were not there. */
export function flat(folder: string): FileSystem {
  return {
    ...nodeFileSystem,
    readDirectory: async (path) =>
      (await nodeFileSystem.readDirectory(path)).filter(
        (entry) => path !== folder || entry.kind !== 'directory',
      ),
  };
}
