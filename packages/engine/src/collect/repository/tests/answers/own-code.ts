import type { Meaning } from '../../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../../code/syntax/source-module.ts';
import type { Meanings } from './meanings.ts';
import type { StandIns } from './stand-ins.ts';

/** How routes of the application are put into one that a test makes. */
const ADDS = /^(use|route|register|include_router|register_blueprint|add_api_route)$/;
/** How containers of dependencies give an object of a class. */
const GIVES = /^(get|resolve|inject|createComponent)$/;
const FURTHEST = 12;

/** Finds code of the application in what a test works with. */
export class OwnCode {
  readonly #meanings: Meanings;
  readonly #standIns: StandIns;
  readonly #touching = new Map<Call | string, boolean>();

  constructor(meanings: Meanings, standIns: StandIns) {
    this.#meanings = meanings;
    this.#standIns = standIns;
  }

  /** Whether something of the application is in a value, or in what it was made with. */
  isIn(module: SourceModule, value: Expression, within: number, steps = 0): boolean {
    if (steps > FURTHEST) return false;
    const meaning = this.#meanings.of(module, value, within);
    const all = meaning.kind === 'several' ? meaning.of : [meaning];
    if (all.some((one) => this.#isOfOwn(one) || this.#isMadeWith(one, steps))) return true;
    const inside = (one: Expression) => this.isIn(module, one, within, steps + 1);
    switch (value.kind) {
      case 'name':
        return this.#isAddedTo(module, value.name, within, steps);
      case 'object':
        return value.members.some((one) => inside(one.value));
      case 'list':
        return value.items.some(inside);
      default:
        return false;
    }
  }

  /** Whether a name stands for a function or a class of the application. */
  isCode(module: SourceModule, value: Expression, within: number): boolean {
    const meaning = this.#meanings.of(module, value, within);
    return (meaning.kind === 'function' || meaning.kind === 'class') && this.#isOfOwn(meaning);
  }

  /** Whether a container gives an object of a class of the application: `module.get(Cards)`. */
  isGivenBy({ callee, arguments: [first], within }: Call, module: SourceModule): boolean {
    return (
      callee.kind === 'member' &&
      GIVES.test(callee.name) &&
      first?.value.kind === 'name' &&
      this.#meanings.of(module, first.value, within).kind === 'class' &&
      this.isCode(module, first.value, within) &&
      !this.#standIns.provided.has(first.value.name)
    );
  }

  #isOfOwn(meaning: Meaning): boolean {
    const { kind } = meaning;
    if (kind !== 'function' && kind !== 'class' && kind !== 'module' && kind !== 'made') return false;
    return this.#meanings.isOwn(meaning.module) && !this.#standIns.isReplaced(meaning.module);
  }

  /** `Test.createTestingModule({ imports: [CardsModule] }).compile()`. */
  #isMadeWith(meaning: Meaning, steps: number): boolean {
    if (meaning.kind !== 'made') return false;
    const { module } = meaning;
    const call = module.calls[meaning.call]!;
    return this.#once(call, () => {
      const parts = call.arguments.map(({ value }) => value);
      if (call.callee.kind === 'member') parts.push(call.callee.of);
      return parts.some((value) => this.isIn(module, value, call.within, steps + 1));
    });
  }

  /** `app.use(cards)`, `app.include_router(cards)`. */
  #isAddedTo(module: SourceModule, name: string, within: number, steps: number): boolean {
    return this.#once(`${module.file} ${name}`, () =>
      module.calls.some(
        ({ callee, arguments: given }) =>
          callee.kind === 'member' &&
          ADDS.test(callee.name) &&
          callee.of.kind === 'name' &&
          callee.of.name === name &&
          given.some(({ value }) => this.isIn(module, value, within, steps + 1)),
      ),
    );
  }

  /** What is asked while it is being asked leads back to itself, and adds nothing. */
  #once(key: Call | string, ask: () => boolean): boolean {
    const before = this.#touching.get(key);
    if (before !== undefined) return before;
    this.#touching.set(key, false);
    const answer = ask();
    this.#touching.set(key, answer);
    return answer;
  }
}
