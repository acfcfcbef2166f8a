/** What runs in the other thread of {@link ParsingThread}. */
import { parentPort, workerData } from 'node:worker_threads';
import type { GrammarName } from '../../../cdk/source/grammar.ts';
import type { Kinds } from './flat-tree.ts';
import { parsedCode, parserOf } from './parse-code.ts';
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

// What goes wrong is told to whoever asks for a file in it.
for (const grammar of workerData as readonly GrammarName[]) void parserOf(grammar).catch(() => undefined);

const told = new Set<GrammarName>();

/** One message after the other: what the first tree of a grammar tells holds for those that follow. */
let work: Promise<void> = Promise.resolve();
parentPort?.on('message', (all: readonly Asked[]) => {
  work = work.then(() => answerAll(all));
});

async function answerAll(all: readonly Asked[]): Promise<void> {
  const answers: Answered[] = [];
  for (const asked of all) answers.push(await answerOf(asked));
  const trees = answers.flatMap(({ parsed }) =>
    parsed === undefined ? [] : [parsed.nodes.buffer as ArrayBuffer],
  );
  parentPort?.postMessage(answers, trees);
}

async function answerOf({ number, grammar, text }: Asked): Promise<Answered> {
  const parsed = await parsedCode(grammar, text);
  if (parsed === undefined) return { number };
  const { errors, tree } = parsed;
  const { nodes, isWhole, kinds } = tree;
  const more = {
    ...(tree.text === text ? {} : { text: tree.text }),
    ...(told.has(grammar) ? {} : { kinds }),
  };
  told.add(grammar);
  return { number, parsed: { nodes, isWhole, errors, ...more } };
}
