export interface EntryDraft {
  readonly title: string;
  readonly text: string;
}

export interface Entry extends EntryDraft {
  readonly id: number;
  readonly version: number;
  readonly created_at: Date;
}

/** Where entries are kept. Each operation names the user whose they are. */
export interface EntryStore {
  list(user: number, before: number, limit: number): Promise<readonly Entry[]>;
  search(user: number, words: string, sort: string): Promise<readonly Entry[]>;
  insert(user: number, draft: EntryDraft): Promise<number>;
  /** Whether the entry still had this version. */
  update(user: number, id: number, version: number, draft: EntryDraft): Promise<boolean>;
  delete(user: number, id: number): Promise<void>;
}

/** The entries of users. */
export class Entries {
  readonly #store: EntryStore;

  constructor(store: EntryStore) {
    this.#store = store;
  }

  page(user: number, before: number, limit: number) {
    return this.#store.list(user, before, limit);
  }

  search(user: number, words: string, sort: string) {
    return this.#store.search(user, words.trim(), sort);
  }

  async add(user: number, draft: EntryDraft): Promise<Entry> {
    const id = await this.#store.insert(user, draft);
    return { ...draft, id, version: 1, created_at: new Date() };
  }

  change(user: number, id: number, version: number, draft: EntryDraft) {
    return this.#store.update(user, id, version, draft);
  }

  remove(user: number, id: number) {
    return this.#store.delete(user, id);
  }
}
