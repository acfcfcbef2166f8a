import type { MemoryFile } from '../../packages/engine/test/support/memory-file-system.ts';
import { mutate, mutateJson, mutateWords } from './mutate.ts';
import type { Seed } from './seeds.ts';

type Pick = (below: number) => number;
type Files = Readonly<Record<string, MemoryFile>>;

/** The files of a seed after one to three of its targets were broken: their text, their place, or whether they are there. */
export function broken(seed: Seed, pick: Pick): Files {
  let files: Files = seed.files;
  for (let times = seed.targets.length === 1 ? 1 : 1 + pick(3); times > 0; times--) {
    const target = seed.targets[pick(seed.targets.length)]!;
    files =
      seed.targets.length > 1 && pick(6) === 0
        ? displaced(files, target, seed.targets[pick(seed.targets.length)]!, pick)
        : { ...files, [target]: brokenText(files[target], target, pick) };
  }
  return files;
}

function brokenText(file: MemoryFile | undefined, path: string, pick: Pick): MemoryFile {
  if (typeof file !== 'string') return '';
  if (/\.(?:json|file|tfstate)$/.test(path) && pick(8) !== 0 && isJson(file)) return mutateJson(file, pick);
  if (WORDS.test(path) && pick(2) === 0) return mutateWords(file, pick);
  return mutate(file, pick);
}

/** What still says something when its words took each other's place. */
const WORDS =
  /\.(?:[mc]?[jt]sx?|py|ya?ml|toml|md|sql|sh|env|html|txt)$|(?:^|\/)(?:Makefile|Dockerfile|Jenkinsfile)$/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A file that is gone, unreadable, no text, a link, or another one in its place. */
function displaced(files: Files, target: string, other: string, pick: Pick): Files {
  switch (pick(7)) {
    case 0:
      return Object.fromEntries(Object.entries(files).filter(([path]) => path !== target));
    case 1:
      return { ...files, [target]: { error: ['EACCES', 'EIO', 'ENOENT', 'EMFILE'][pick(4)]! } };
    case 2:
      return { ...files, [target]: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 255, 254, 0]) };
    case 3:
      return { ...files, [target]: { link: ['/etc/passwd', '..', '.', target][pick(4)]! } };
    case 4:
      return { ...files, [target]: { link: other.split('/').at(-1)! } };
    case 5:
      return { ...files, [target]: '' };
    default:
      return { ...files, [target]: files[other] ?? '' };
  }
}
