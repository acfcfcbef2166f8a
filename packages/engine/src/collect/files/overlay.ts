import type { FileText, Repository } from './repository.ts';

/** A repository with some files in memory in front of its own: what lies below `folder` on disk is not there any more. */
export function overlay(
  base: Repository,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Repository {
  const below = `${folder}/`;
  const covered = (path: string) => path.startsWith(below);
  const mounted = new Map([...files].map(([path, bytes]) => [`${below}${path}`, bytes]));
  const paths = [...base.paths.filter((path) => !covered(path)), ...mounted.keys()].sort();
  const known = new Set(paths);
  return {
    root: base.root,
    paths,
    skipped: base.skipped.filter((skipped) => !covered(skipped.file) && skipped.file !== folder),
    has: (path) => known.has(path),
    leftOut: (path) => (covered(path) ? undefined : base.leftOut(path)),
    text: async (path): Promise<FileText> => {
      if (!covered(path)) return base.text(path);
      const bytes = mounted.get(path);
      return bytes === undefined
        ? { kind: 'skipped', why: 'no such file' }
        : { kind: 'text', text: new TextDecoder('utf-8').decode(bytes) };
    },
    bytes: async (path) => (covered(path) ? mounted.get(path) : base.bytes(path)),
  };
}
