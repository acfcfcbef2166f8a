/** What the text of a file of tests shows, in a language that is not parsed. */
export interface WrittenCases {
  readonly framework: string;
  readonly cases: readonly WrittenCase[];
  /** Whether something may make more tests than those that are written. */
  readonly isOpen: boolean;
}

export interface WrittenCase {
  readonly name: string;
  /** Where it stands in the text. */
  readonly index: number;
  /** Whether code is seen to stand in it: an empty one may still start what its class is made of. */
  readonly hasCode: boolean;
  /** What keeps it from running; `open` where that cannot be told. */
  readonly skipped?: string | 'open';
  /** What keeps all others from running. */
  readonly focused?: string | 'open';
}
