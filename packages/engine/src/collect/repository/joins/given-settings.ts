import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import type { Argument, Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import type { ReachedCode } from './reached-code.ts';

/** What a call is given, as far as it is written out. */
export class Given {
  readonly program: Program;
  readonly module: SourceModule;
  readonly call: Call;
  readonly reached: ReachedCode;

  constructor(program: Program, module: SourceModule, call: Call, reached: ReachedCode) {
    this.program = program;
    this.module = module;
    this.call = call;
    this.reached = reached;
  }

  get isSpread(): boolean {
    return this.call.arguments.some(({ spread }) => spread);
  }

  at(index: number): Expression | undefined {
    const one: Argument | undefined = this.call.arguments[index];
    return one === undefined || one.name !== undefined ? undefined : one.value;
  }

  named(name: string): Expression | undefined {
    return this.call.arguments.find((one) => one.name === name)?.value;
  }

  number(value: Expression | undefined): number | undefined {
    if (value === undefined) return undefined;
    const meaning = this.program.resolve(this.module, value, this.call.within);
    return meaning.kind === 'value' &&
      meaning.value.kind === 'literal' &&
      typeof meaning.value.value === 'number'
      ? meaning.value.value
      : undefined;
  }

  /** A text that is written out. */
  text(value: Expression): string | undefined {
    const meaning = this.program.resolve(this.module, value, this.call.within);
    return meaning.kind === 'value' && meaning.value.kind === 'literal'
      ? String(meaning.value.value)
      : undefined;
  }

  /** What is not written is false. */
  boolean(value: Expression | undefined): boolean | 'open' {
    if (value === undefined) return false;
    const { kind, ...rest } = this.program.resolve(this.module, value, this.call.within);
    const literal =
      kind === 'value' && 'value' in rest && rest.value.kind === 'literal' ? rest.value : undefined;
    return typeof literal?.value === 'boolean' ? literal.value : 'open';
  }

  /** The same of another call. */
  of(module: SourceModule, call: Call): Given {
    return new Given(this.program, module, call, this.reached);
  }

  /** What a member of an object is; the object may be the first argument of something that is made: `new NodeHttpHandler({…})`. */
  object(
    value: Expression | undefined,
    maker?: RegExp,
  ): ReadonlyMap<string, Expression> | 'open' | undefined {
    if (value === undefined) return this.isSpread ? 'open' : undefined;
    const meaning = this.program.resolve(this.module, value, this.call.within);
    if (meaning.kind === 'made' && maker !== undefined && meaning.members.length === 0) {
      const call = meaning.module.calls[meaning.call]!;
      const path = this.program.pathOf(meaning.module, call.callee, call.within) ?? call.path ?? '';
      const inner = new Given(this.program, meaning.module, call, this.reached);
      return maker.test(path) ? (inner.object(inner.at(0)) ?? new Map()) : 'open';
    }
    if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return 'open';
    if (meaning.value.open) return 'open';
    return new Map(meaning.value.members.map((one) => [one.name, one.value]));
  }

  /** What made a value, where that is a call of a name. */
  made(value: Expression, maker: RegExp): Given | undefined {
    const meaning = this.program.resolve(this.module, value, this.call.within);
    if (meaning.kind !== 'made' || meaning.members.length > 0) return undefined;
    const call = meaning.module.calls[meaning.call]!;
    const path = this.program.pathOf(meaning.module, call.callee, call.within) ?? call.path ?? '';
    return maker.test(path) ? new Given(this.program, meaning.module, call, this.reached) : undefined;
  }
}

/** Whether some query of the code is given a limit of its own. */
export const hasLimitedQueries = onceFor((reached: ReachedCode): boolean =>
  reached.modules.some((module) =>
    module.calls.some(
      ({ callee, arguments: given }) =>
        callee.kind === 'member' &&
        /^(query|execute)$/.test(callee.name) &&
        given[0]?.value.kind === 'object' &&
        given[0].value.members.some(({ name }) => name === 'timeout'),
    ),
  ),
);
