import type { Call, Expression, Read, SourceModule } from '../../code/syntax/source-module.ts';
import { type Chain, chainOf } from '../source-text.ts';

/** What an assertion asks of what it is given. */
export interface Asked {
  /**
   * `value`: what it is; `kind`: that it is there, or of a kind; `truth`: that it counts as true; `raises`: that something is thrown;
   * `called`: that a stand-in was called.
   */
  readonly how: 'value' | 'kind' | 'truth' | 'raises' | 'called' | 'open';
  readonly of: readonly Expression[];
}

const CALLED =
  /^(toHave(Been|Last|Nth)\w*Called\w*|toHaveBeen(Last|Nth)CalledWith|toHave(Last|Nth)?Return\w*|(last|nth)?[cC]alled\w*|assert_\w*(called|awaited)\w*|assert_has_(calls|awaits)|assert_any_(call|await)|toHaveReceived\w*|not(Called|Have\w*))$/;
const RAISES = /^(toThrow\w*|throws?\w*|rejects|rejectedWith|rejected|raises|assertRaises\w*)$/;
const KIND =
  /^(toBeDefined|toBeInstanceOf|toBeTypeOf|exists?|an?|instance[oO]f|isObject|isArray|isString|isNumber|isFunction|isDefined|typeOf|assertIsInstance|assertIsNotNone|isNotNull|notNull)$/;
const TRUTH = /^(toBeTruthy|ok|isOk|assertTrue|truthy|assert|expect|true)$/;
const VALUE = new RegExp(
  `^(?:${[
    'toBe|toEqual\\w*|toStrictEqual|toMatch\\w*|toContain\\w*|toHaveLength|toBe(?:Greater|Less)Than\\w*|toBeCloseTo|toBe(?:Null|Undefined|Falsy|NaN)',
    'toBeInTheDocument|toBeVisible|toHave(?:TextContent|Value|Attribute|Class|DisplayValue)|toBe(?:Disabled|Enabled|Checked)',
    'equals?|eq|eqls?|(?:not)?[dD]eep\\w*|(?:not)?[sS]trictEqual|notEqual\\w*|includes?|contains?|length(?:Of)?|match\\w*|is|isNot|same\\w*|not',
    '(?:is)?(?:true|false|null|undefined|empty|True|False|Null|Undefined|Empty|NaN)|members|keys|above|below|least|most|within|closeTo|oneOf|status|body|property',
    'assert(?:Not)?(?:Equals?|In|AlmostEqual|Regex\\w*|\\w+Equal)|assert(?:Greater|Less)\\w*|assertCountEqual|assertFalse|assertIs(?:Not|None)?|assert(?:Not)?Contains|assertContains',
  ].join('|')})$`,
);
/** What chai compares by being read. */
const READ = /^(true|false|null|undefined|NaN|empty|finite|ok|exist)$/;
/** Types of the language: what an answer is made of, whatever it says. */
const BUILT_IN =
  /^(dict|list|str|int|float|bool|tuple|set|bytes|object|Object|Array|String|Number|Boolean|Function|Promise|Map|Set|Date)$/;
const ANYTHING = /^expect\.(any|anything)$/;

/** What a call that compares asks, and of what. */
export function askedByCall(call: Call, module: SourceModule): Asked {
  const chain = chainOf(call.callee, module);
  const last = chain?.steps.at(-1) ?? chain?.root ?? (call.callee.kind === 'member' ? call.callee.name : '');
  const given = call.arguments.map(({ value }) => value);
  const subject = subjectOf(call.callee, module);
  if (subject !== undefined) return askedOf(subject, given, last, chain, module);
  if (call.callee.kind === 'member' && (last === 'expect' || CALLED.test(last)))
    return { how: last === 'expect' ? 'value' : 'called', of: [call.callee.of] };
  if (chain !== undefined && !isOfLibrary(chain)) return { how: 'open', of: given };
  if (KIND.test(last) && /nstance[oO]f|assertIsInstance/.test(last) && !isBuiltIn(given[1]))
    return { how: 'open', of: given };
  if (last === 'assertIsNot' && given.some(isNothing)) return { how: 'kind', of: given };
  const how = howOf(last);
  if (how === 'value' && given[0] !== undefined && asksKind(given[0], module))
    return { how: 'kind', of: given };
  return { how, of: TRUTH.test(last) && chain?.root !== 't' ? given.slice(0, 1) : given };
}

/** What a member that is only read asks: `expect(reply).to.be.null`. */
export function askedByRead({ value }: Read, module: SourceModule): Asked | undefined {
  const subject = subjectOf(value, module);
  const chain = subject === undefined ? undefined : chainOf(value, module);
  const last = chain?.steps.at(-1) ?? '';
  return subject === undefined || !READ.test(last) ? undefined : askedOf(subject, [], last, chain, module);
}

function askedOf(
  subject: Expression,
  given: readonly Expression[],
  last: string,
  chain: Chain | undefined,
  module: SourceModule,
): Asked {
  const of = [subject, ...given];
  const isNegated = chain?.steps.includes('not') === true;
  const nothing =
    /^(toBeNull|toBeUndefined|null|undefined|None)$/.test(last) ||
    (given.length > 0 && given.every(isNothing));
  // That nothing is thrown says nothing of what was answered.
  if (chain?.steps.includes('rejects') === true || RAISES.test(last))
    return { how: isNegated ? 'open' : 'raises', of: [subject] };
  if (isNegated && nothing) return { how: 'kind', of };
  if (isNegated && /^(toBeDefined|exists?)$/.test(last)) return { how: 'value', of };
  if (isNegated && (last === 'toBeFalsy' || last === 'ok')) return { how: 'truth', of: [subject] };
  if (/^(toBeInstanceOf|instance[oO]f)$/.test(last) && !isBuiltIn(given[0])) return { how: 'open', of };
  if ((given.length > 0 && given.every((one) => isAnything(one, module))) || asksKind(subject, module))
    return { how: 'kind', of };
  if (last === 'toHaveProperty' || last === 'property')
    return { how: given.length > 1 ? 'value' : 'open', of: [subject] };
  return { how: last === 'true' ? 'value' : howOf(last), of };
}

function howOf(last: string): Asked['how'] {
  if (CALLED.test(last)) return 'called';
  if (RAISES.test(last)) return 'raises';
  if (KIND.test(last)) return 'kind';
  if (TRUTH.test(last)) return 'truth';
  return VALUE.test(last) ? 'value' : 'open';
}

/** Of `expect(reply).to.equal(3)` and `reply.should.equal(3)` the reply. */
function subjectOf(value: Expression, module: SourceModule): Expression | undefined {
  if (value.kind === 'member') return value.name === 'should' ? value.of : subjectOf(value.of, module);
  if (value.kind !== 'call') return undefined;
  const { callee, arguments: given } = module.calls[value.call]!;
  const isExpect =
    (callee.kind === 'name' && callee.name === 'expect') ||
    (callee.kind === 'member' &&
      callee.of.kind === 'name' &&
      callee.name === 'expect' &&
      callee.of.name === 'chai') ||
    (callee.kind === 'member' &&
      callee.of.kind === 'name' &&
      callee.of.name === 'expect' &&
      callee.name === 'soft');
  const isShould = callee.kind === 'name' && callee.name === 'should';
  return isExpect || isShould ? given[0]?.value : subjectOf(callee, module);
}

/** `assert.equal`, `self.assertEqual`, `t.is`; what is imported alone is called so by its module. */
function isOfLibrary({ root, steps }: Chain): boolean {
  return steps.length === 0 || /^(assert|self|cls|t|chai|should|expect|pytest|test|np|tap)$/.test(root);
}

function isNothing(value: Expression): boolean {
  return (
    (value.kind === 'literal' && value.value === null) ||
    (value.kind === 'name' && value.name === 'undefined')
  );
}

/** `typeof reply`, `type(reply)`, `Array.isArray(reply)`, `reply !== undefined`: whether it is there, and of which kind. */
function asksKind(value: Expression, module: SourceModule): boolean {
  switch (value.kind) {
    case 'other':
      return value.isKind === true;
    case 'not':
      return asksKind(value.of, module);
    case 'compare':
      if (isNothing(value.right) && value.operator === '!=') return true;
      return asksKind(value.left, module) && !isOfOwnType(value, module);
    case 'call': {
      const { path = '', arguments: given } = module.calls[value.call]!;
      return path === 'isinstance' ? isBuiltIn(given[1]?.value) : KIND_OF.test(path);
    }
    default:
      return false;
  }
}

/** `type(reply) is Receipt`: of which own type it is, as `isinstance` asks. */
function isOfOwnType(
  { left, right }: Extract<Expression, { kind: 'compare' }>,
  module: SourceModule,
): boolean {
  if (left.kind !== 'call' || module.calls[left.call]!.path !== 'type') return false;
  return (right.kind === 'name' || right.kind === 'member') && !isBuiltIn(right);
}

const KIND_OF = /^(type|callable|hasattr|Array\.isArray)$/;

function isBuiltIn(value: Expression | undefined): boolean {
  if (value?.kind === 'list') return value.items.length > 0 && value.items.every(isBuiltIn);
  return value?.kind === 'name' && BUILT_IN.test(value.name);
}

function isAnything(value: Expression, module: SourceModule): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = module.calls[value.call]!;
  const chain = chainOf(callee, module);
  return chain !== undefined && ANYTHING.test([chain.root, ...chain.steps].join('.'));
}

/** What a condition asks: `reply == 3`, `isinstance(reply, dict)`, `not found`; each part of `and` for itself. */
export function askedByCondition(said: Expression, module: SourceModule): readonly Asked[] {
  if (asksKind(said, module)) return [{ how: 'kind', of: [said] }];
  switch (said.kind) {
    case 'compare':
      return [{ how: 'value', of: [said.left, said.right] }];
    case 'both':
      return said.of.flatMap((one) => askedByCondition(one, module));
    case 'not': {
      const [inner] = askedByCondition(said.of, module);
      return [inner?.how === 'truth' ? { how: 'value', of: inner.of } : inner!];
    }
    case 'literal':
      return [{ how: 'value', of: [said] }];
    default:
      return [{ how: 'truth', of: [said] }];
  }
}
