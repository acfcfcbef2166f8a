import type { PipelineStep } from './pipeline.ts';
import { isOpen } from './shell-text.ts';

/** The folders of a machine in which a job has put the repository itself, and whether others are beside it. */
export class Checkouts {
  readonly #folders = new Set<string>();
  #isMixed = false;

  /** Whether files of others lie among those of the repository, from another one or from jobs before. */
  get isMixed(): boolean {
    return this.#isMixed;
  }

  /** Takes notice of a step that checks the repository out: `actions/checkout` with a `path`, and no other repository. */
  heed({ uses, inputs }: PipelineStep): void {
    if (/download-artifact@/.test(uses ?? '')) this.#isMixed = true;
    if (!/^actions\/checkout@/.test(uses ?? '')) return;
    if (inputs.has('repository')) this.#isMixed = true;
    const path = inputs.get('path')?.replace(/^(?:\.\/)+|\/+$/g, '');
    if (path === undefined || path === '' || path === '.' || isOpen(path)) return;
    if (inputs.has('repository')) return;
    this.#folders.add(path);
  }

  /** A folder of the machine as one of the repository. */
  within(folder: string | undefined): string | undefined {
    for (const own of this.#folders) {
      if (folder === own) return '.';
      if (folder?.startsWith(`${own}/`) === true) return folder.slice(own.length + 1);
    }
    return folder;
  }
}
