import type { Expression, SourceModule } from '../syntax/source-module.ts';
import type { Meaning } from './meaning.ts';

/** What was found of the expressions of a module. */
interface Found {
  readonly module: SourceModule;
  readonly resolved: Map<Expression, Meaning>;
  /** What they are called by the packages that they come from. */
  readonly paths: Map<Expression, { readonly is: string | undefined }>;
}

/**
 * What was found, in maps of each module: readers go module by module, and a small map that was just used answers sooner than one
 * of all expressions of a repository.
 */
export class FoundByModule {
  readonly #all = new Map<SourceModule, Found>();
  #last: Found | undefined;

  of(module: SourceModule): Found {
    if (this.#last?.module === module) return this.#last;
    let found = this.#all.get(module);
    if (found === undefined) {
      found = { module, resolved: new Map(), paths: new Map() };
      this.#all.set(module, found);
    }
    this.#last = found;
    return found;
  }
}
