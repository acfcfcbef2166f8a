/** The folder of a path of the repository; `.` is the assessed folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** A path relative to a folder, both relative to the assessed folder; `undefined` where it leads out of it. */
export function join(folder: string, path: string): string | undefined {
  const parts = folder === '.' || path.startsWith('/') ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}
