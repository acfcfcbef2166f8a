import type { SourceModule } from '../code/syntax/source-module.ts';
import { chainOf, within } from './source-text.ts';
import type { TestCase } from './test-case.ts';

const SAYS_SO =
  /(?:\bnot?|n['’]t|\b(?:do|does|did|should|would|wo|ca|is|was)nt|never)[\s_]+(?:raise|throw|fail|crash|reject|error|blow)|\bno[\s_]+(?:error|exception)|without[\s_]+(?:an?[\s_]+)?(?:error|raising|throwing|exception|failing|crashing)/i;
const EXPECTS = /^(?:raises|assertRaises\w*|toThrow\w*|throws|rejects|throwsAsync|rejectedWith|rejected)$/;

/**
 * Whether a test is about nothing being thrown, which it shows by ending: its name says so, or it calls what another test of the
 * file expects to throw.
 */
export function provesByEnding(one: TestCase, cases: readonly TestCase[], module: SourceModule): boolean {
  if (SAYS_SO.test(one.name.replaceAll('_', ' '))) return true;
  const thrown = expectedToThrow(cases, module);
  return thrown.size > 0 && calledIn(one, module).some((name) => thrown.has(name));
}

const THROWN = new WeakMap<SourceModule, ReadonlySet<string>>();

function expectedToThrow(cases: readonly TestCase[], module: SourceModule): ReadonlySet<string> {
  const before = THROWN.get(module);
  if (before !== undefined) return before;
  const found = new Set(
    cases.flatMap((one) => {
      const called = calledIn(one, module);
      return called.some((name) => EXPECTS.test(name)) ? called.filter(isOwnName) : [];
    }),
  );
  THROWN.set(module, found);
  return found;
}

/** The last names of what a test calls, and of what it reads on the way: `expect(f()).rejects.toThrow()`. */
function calledIn({ body }: TestCase, module: SourceModule): readonly string[] {
  if (body === undefined) return [];
  return within(module.calls, body).flatMap((call) => {
    const chain = chainOf(call.callee, module);
    if (chain === undefined) return [];
    const last = chain.steps.at(-1) ?? chain.root;
    return chain.steps.includes('rejects') ? [last, 'rejects'] : [last];
  });
}

/** What every test calls says nothing, nor does what only tells a stand-in what to do. */
function isOwnName(name: string): boolean {
  return (
    !EXPECTS.test(name) &&
    !OF_STAND_INS.test(name) &&
    !/^(expect|assert\w*|get|post|put|delete|send|create|save|set|fn|mock|patch|dict|str|int|list|resolve|render|add|append|update|insert|push)$/.test(
      name,
    )
  );
}

/** How Jest, Vitest, Sinon, ts-mockito, `unittest.mock` and the stubbers of the SDKs call it. From their documentation. */
const OF_STAND_INS = new RegExp(
  `^(?:${[
    'mock(?:Resolved|Rejected|Return|Throw)\\w*|mock(?:Implementation\\w*|Clear|Reset|Restore|Name|Module|Deep)',
    '(?:clear|reset|restore)AllMocks|resetModules|(?:do|un|dont)[mM]ock|mocked|hoisted|spyOn|spy|stub(?:Env|Global)?',
    'resolves(?:Arg|This|Once)?|returns(?:Arg|This)?|rejects(?:Once)?|callsFake\\w*|callThrough|withArgs|onCall|on(?:First|Second|Third)Call',
    'use(?:Fake|Real)Timers|advanceTimers\\w*|run(?:All|OnlyPending)Timers\\w*|setSystemTime',
    'when|instance|then(?:Return|Throw|Resolve|Reject)|then|catch',
    'Mock|MagicMock|AsyncMock|object|configure_mock|reset_mock|add_(?:response|client_error)',
  ].join('|')})$`,
);
