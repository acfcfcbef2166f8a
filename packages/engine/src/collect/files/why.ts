const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file',
  ELOOP: 'a link that leads back to where it stands',
  EISDIR: 'a folder, not a file',
  ENOTDIR: 'not a folder',
  EMFILE: 'too many open files',
  EIO: 'the disk could not read it',
  ENAMETOOLONG: 'a path that is too long',
};

/** Why a file or folder could not be read, in words for the coverage ledger. */
export function whyOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return WORDS[code] ?? `could not be read (${code})`;
  return 'could not be read';
}
