import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type Range,
} from '../../code/syntax/source-module.ts';
import { catchesAll, comparedIn, type TestModule } from '../assertions.ts';
import { within } from '../source-text.ts';

/** Whether a comparison that fails may not fail its test: it is caught, suppressed or expected, and nothing surely hands it on. */
export function mayBeSwallowed(at: Place, range: Range, tests: TestModule): boolean {
  return isCaught(at, range, tests) || isSuppressed(at, range, tests) || isExpected(at, range, tests);
}

function isCaught(at: Place, range: Range, { module }: TestModule): boolean {
  return within(module.catches, range).some((one) => {
    if (!isIn(at, one.tried) || !catchesAll(one, module)) return false;
    const { caught } = one;
    const isHandedOn =
      within(module.throws, caught).length > 0 ||
      within(module.asserts, caught).some(({ isFalse }) => isFalse) ||
      within(module.calls, caught).some(({ path = '' }) => HANDS_ON.test(path));
    return !isHandedOn;
  });
}

/** What ends a test with an error that it is given, or with one of its own. */
const HANDS_ON = /(^|\.)(fail|done|reject)$/;

/** Where the block of a `with` ends is not told: whatever comes behind may stand in it. */
function isSuppressed(at: Place, range: Range, { module }: TestModule): boolean {
  return within(module.calls, range).some(
    (call) => call.path === 'contextlib.suppress' && isBefore(call.at, at) && takesFailures(call),
  );
}

/** `with pytest.raises(AssertionError): assert …`, and that `with` itself: the error may be that of the comparison. */
function isExpected(at: Place, range: Range, tests: TestModule): boolean {
  const { module } = tests;
  return within(module.asserts, range).some(({ at: start, during }) => {
    if (during === undefined || !(at === start || isIn(at, during))) return false;
    const raises = within(module.calls, { at: start, end: during.at }).some(
      (call) => RAISES.test(call.path ?? '') && takesFailures(call),
    );
    return raises && comparedIn(during, tests).assertions.length > 0;
  });
}

const RAISES = /(^|\.)(raises|assertRaises(Regex)?)$/;

function takesFailures({ arguments: given }: Call): boolean {
  return given.some(({ value }) => isFailure(value));
}

function isFailure(value: Expression): boolean {
  if (value.kind === 'list') return value.items.some(isFailure);
  return value.kind === 'name' && /^(Exception|BaseException|AssertionError)$/.test(value.name);
}
