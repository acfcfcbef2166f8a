import type { Expression, SourceModule } from '../syntax/source-module.ts';
import { lastName } from './reach.ts';

const ASKS_SIGNED_IN = /^is_?(authenticated|logged_?in|signed_?in)$/i;

/**
 * Whether a test holds where nobody is signed in: `!user` and `user.role !== 'admin'` do, `user` and `user && …` do not.
 * `isIdentity` says of an expression whether it is what was read of the caller, `isFailing` whether it is only there for who
 * proved nothing.
 */
export function holdsForNobody(
  module: SourceModule,
  test: Expression,
  isIdentity: (value: Expression) => boolean,
  isFailing: (value: Expression) => boolean = () => false,
): boolean | undefined {
  const of = (one: Expression) => holdsForNobody(module, one, isIdentity, isFailing);
  switch (test.kind) {
    case 'not': {
      const inner = of(test.of);
      return inner === undefined ? undefined : !inner;
    }
    case 'both':
    case 'choice': {
      const decides = test.kind === 'choice';
      const parts = test.of.map(of);
      if (parts.includes(decides)) return decides;
      return parts.includes(undefined) ? undefined : !decides;
    }
    case 'name':
    case 'member':
      return isFailing(test) ? true : isIdentity(test) ? false : undefined;
    case 'call': {
      const { callee } = module.calls[test.call]!;
      return ASKS_SIGNED_IN.test(lastName(callee) ?? '') ? false : undefined;
    }
    case 'compare': {
      const { operator, left, right } = test;
      const other = isIdentity(left) ? right : isIdentity(right) ? left : undefined;
      if (other?.kind !== 'literal' || !/^(==|!=)$/.test(operator)) return undefined;
      if (isFailing(left) || isFailing(right)) return undefined;
      const isNothing = other.value === null || other.value === '' || other.value === false;
      return (operator === '==') === isNothing;
    }
    default:
      return undefined;
  }
}
