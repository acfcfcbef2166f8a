import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type GrammarName, grammarOf } from '../../../cdk/source/grammar.ts';
import type { Kinds } from './flat-tree.ts';
import { isReadableCode } from './parse.ts';
import { type CodeParser, type ParsedCode, parsedCode } from './parse-code.ts';
import type { Answered, Asked } from './parsing-worker.ts';

/** Fewer files are parsed before another thread has learned to. */
const LEAST_FILES = 150;
/** As many files go over in one message, for a message costs as much as parsing a short one. */
const TOGETHER = 8;
/** As many files are with the other thread at once: trees that wait to be read take many times the room of their text. */
const MOST_ASKED = 64;

interface Waiting {
  readonly asked: Asked;
  readonly answer: (parsed: Promise<ParsedCode | undefined> | ParsedCode | undefined) => void;
}

/** A second thread that parses code while this one reads what is parsed already, and helps where it has nothing to read. */
export class ParsingThread {
  readonly #worker: Worker;
  readonly #kinds = new Map<GrammarName, Kinds>();
  /** With the other thread, by number. */
  readonly #asked = new Map<number, Waiting>();
  /** The other thread takes them from the first on, this one from the last. */
  readonly #waiting: Waiting[] = [];
  #count = 0;
  #helps = false;
  #hasEnded = false;

  /** `undefined` where so few files are to be parsed, or so few threads are to be had, that it would not pay. */
  static for(paths: readonly string[], threads = availableParallelism()): ParsingThread | undefined {
    const code = paths.filter(isReadableCode);
    if (threads < 2 || code.length < LEAST_FILES) return undefined;
    return new ParsingThread(code.flatMap((path) => grammarOf(path) ?? []));
  }

  /** What will be asked of it is in these grammars: it learns them before. */
  constructor(grammars: readonly GrammarName[] = []) {
    // From source in the tests; built it lies beside the bundle.
    const file = import.meta.url.endsWith('.ts') ? './parsing-worker.ts' : './parsing-worker.js';
    this.#worker = new Worker(new URL(file, import.meta.url), { workerData: [...new Set(grammars)] });
    this.#worker.on('message', (answered: readonly Answered[]) => this.#answered(answered));
    this.#worker.on('error', () => this.end());
    this.#worker.on('exit', () => this.end());
  }

  /** What the other thread cannot parse, because it has ended, this one does. */
  readonly parse: CodeParser = (grammar, text) => {
    if (this.#hasEnded) return parsedCode(grammar, text);
    return new Promise((answer) => {
      this.#waiting.push({ asked: { number: this.#count++, grammar, text }, answer });
      if (this.#waiting.length >= TOGETHER) this.#ask();
      this.#help();
    });
  };

  /** What is not parsed yet is parsed in this thread. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    void this.#worker.terminate();
    const left = [...this.#asked.values(), ...this.#waiting.splice(0)];
    this.#asked.clear();
    for (const one of left) void parseHere(one);
  }

  #ask(): void {
    while (this.#asked.size <= MOST_ASKED - TOGETHER && this.#waiting.length > 0) {
      const next = this.#waiting.splice(0, TOGETHER);
      for (const one of next) this.#asked.set(one.asked.number, one);
      this.#worker.postMessage(next.map(({ asked }) => asked));
    }
  }

  /** One file, whenever everything else that there was to do is done. */
  #help(): void {
    if (this.#helps || this.#waiting.length === 0) return;
    this.#helps = true;
    setImmediate(async () => {
      const last = this.#waiting.pop();
      if (last !== undefined) await parseHere(last);
      this.#helps = false;
      this.#help();
    });
  }

  #answered(answers: readonly Answered[]): void {
    for (const { number, parsed } of answers) {
      const one = this.#asked.get(number);
      // Ended in between: this thread has parsed it.
      if (one === undefined) continue;
      this.#asked.delete(number);
      one.answer(parsed === undefined ? undefined : this.#whole(one.asked, parsed));
    }
    this.#ask();
  }

  #whole({ grammar, text: sent }: Asked, parsed: NonNullable<Answered['parsed']>): ParsedCode {
    const { nodes, isWhole, errors, text = sent } = parsed;
    const kinds = parsed.kinds ?? this.#kinds.get(grammar)!;
    this.#kinds.set(grammar, kinds);
    return { grammar, errors, tree: { kinds, nodes, text, isWhole } };
  }
}

/** Ends when it is parsed; what went wrong is told to whoever asked. */
async function parseHere({ asked: { grammar, text }, answer }: Waiting): Promise<void> {
  const parsed = parsedCode(grammar, text);
  answer(parsed);
  await parsed.catch(() => undefined);
}
