import { join } from '../../files/paths.ts';
import type { OpenFolder } from './shell-ran.ts';
import { isOpen, TOP } from './shell-text.ts';

/** Where a shell stands, as far as its words tell. */
export class Folder {
  /** From the top of the repository; nothing where it is not known. */
  readonly path: string | undefined;
  /** How it is told, where it is not known. */
  readonly open: OpenFolder | undefined;

  constructor(path: string | undefined, open?: OpenFolder) {
    this.path = path;
    this.open = path === undefined ? open : undefined;
  }

  /** Where `cd` leads from here. */
  at(path: string, written: string): Folder {
    if (path.startsWith('/') || path.startsWith('~')) return new Folder(undefined);
    const isFromTop = path.startsWith(TOP);
    const own = isFromTop ? path.slice(TOP.length) : path;
    const before = isFromTop ? '.' : (this.path ?? this.open?.path);
    if (!isOpen(path) && (isFromTop || this.path !== undefined))
      return new Folder(join(isFromTop ? '.' : this.path!, own));
    return new Folder(undefined, {
      path: before === undefined || before === '.' ? own : `${before}/${own}`,
      written: this.open === undefined ? written : `${this.open.written} ${written}`,
    });
  }
}
