/** What runs in the other thread of {@link ParsingThread}. */
import { parentPort } from 'node:worker_threads';
import type { GrammarName } from '../../../cdk/source/grammar.ts';
import type { Kinds } from './flat-tree.ts';
import { parsedCode } from './parse-code.ts';
import type { Place } from './source-module.ts';

export interface Asked {
  readonly number: number;
  readonly grammar: GrammarName;
  readonly text: string;
}

/** The tree without what the one who asks has. */
export interface Answered {
  readonly number: number;
  readonly parsed?: {
    readonly nodes: Int32Array;
    readonly isWhole: boolean;
    readonly errors: readonly Place[];
    /** Where it is not the text that was sent. */
    readonly text?: string;
    /** With the first tree of a grammar. */
    readonly kinds?: Kinds;
  };
}

const told = new Set<GrammarName>();

parentPort?.on('message', async ({ number, grammar, text }: Asked) => {
  const parsed = await parsedCode(grammar, text);
  if (parsed === undefined) {
    parentPort?.postMessage({ number } satisfies Answered);
    return;
  }
  const { errors, tree } = parsed;
  const { nodes, isWhole, kinds } = tree;
  const answer: Answered = {
    number,
    parsed: {
      nodes,
      isWhole,
      errors,
      ...(tree.text === text ? {} : { text: tree.text }),
      ...(told.has(grammar) ? {} : { kinds }),
    },
  };
  told.add(grammar);
  parentPort?.postMessage(answer, [nodes.buffer as ArrayBuffer]);
});
