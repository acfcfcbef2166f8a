import { rangeOf } from './builder.ts';
import type { PythonWalk } from './python.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** `assert x`. */
export function assertion(walk: PythonWalk, node: SyntaxNode): void {
  const [said] = node.namedChildren;
  if (said) {
    const decided = constantOf(said, 0);
    const compared = comparedIn(said);
    walk.builder.assert({
      at: node.at,
      isConstant: decided === true,
      isFalse: decided === false,
      ...(compared === undefined ? {} : { compared }),
      said: walk.expression(said),
    });
  }
  for (const message of node.namedChildren.slice(1)) walk.visit(message);
}

function comparedIn(said: SyntaxNode): { operator: string; right: string } | undefined {
  if (said.type !== 'comparison_operator') return undefined;
  const operator = said.childrenForFieldName('operators').map((one) => one.text);
  const right = said.namedChildren.at(-1);
  return right ? { operator: operator.join(' '), right: right.text } : undefined;
}

/** What a `with` goes into: a test that is given what it expects compares by that. */
export function entered(walk: PythonWalk, node: SyntaxNode): void {
  const expects = isGivenRaises(node) || EXPECTING.test(walk.source(node));
  const during = expects ? node.parent?.parent?.childForFieldName('body') : null;
  if (expects)
    walk.builder.assert({
      at: node.at,
      isConstant: false,
      isFalse: false,
      ...(during ? { during: rangeOf(during) } : {}),
    });
  walk.visitAll(node);
}

/** An item of `with` that expects one. */
const EXPECTING = /^(?:[\w.]+\.)?(?:raises|assertRaises(?:Regex)?)\s*\(/;
/** What expects an error or a warning of the code below it. */
const EXPECTS = /\b(?:raises|warns|deprecated_call)\s*\(/;

/** `with error:` in a test that is given `error` by `parametrize`, which holds a `pytest.raises(…)` for it. */
function isGivenRaises(item: SyntaxNode): boolean {
  const value = item.childForFieldName('value');
  const named = value?.type === 'as_pattern' ? value.namedChildren[0] : value;
  if (named?.type !== 'identifier') return false;
  let test = item.parent;
  while (test !== null && test.type !== 'function_definition') test = test.parent;
  const around = test?.parent;
  if (around?.type !== 'decorated_definition') return false;
  return around.namedChildren.some((decorator) => {
    const call = decorator.type === 'decorator' ? decorator.namedChildren[0] : null;
    if (call?.type !== 'call' || !/\bparametrize$/.test(call.childForFieldName('function')?.text ?? ''))
      return false;
    const [names, ...values] = call.childForFieldName('arguments')?.namedChildren ?? [];
    if (!names || !new RegExp(`\\b${named.text}\\b`).test(names.text)) return false;
    return values.some((one) => EXPECTS.test(listWritten(one)));
  });
}

/** The list itself where a name at the top of the file stands for it. */
function listWritten(value: SyntaxNode): string {
  if (value.type !== 'identifier') return value.text;
  const [said] = value.root.namedChildren.flatMap((statement) => {
    const bound = statement.namedChildren[0];
    return bound?.type === 'assignment' && bound.childForFieldName('left')?.text === value.text
      ? [bound.childForFieldName('right')?.text ?? '']
      : [];
  });
  return said ?? '';
}

/** What an expression of literals comes to: `true`, `false`, or nothing where it is not decided. */
function constantOf(node: SyntaxNode, depth: number): boolean | undefined {
  if (depth > 10) return undefined;
  const inner = (child: SyntaxNode | null | undefined) => (child ? constantOf(child, depth + 1) : undefined);
  switch (node.type) {
    case 'true':
      return true;
    case 'false':
    case 'none':
      return false;
    case 'integer':
      return node.text !== '0';
    case 'string':
      return node.namedChildren.some((child) => child.type === 'string_content');
    case 'parenthesized_expression':
      return inner(node.namedChildren[0]);
    case 'tuple':
      // `assert (x, "message")` is a pair, which is always true.
      return node.namedChildCount > 0;
    case 'not_operator': {
      const of = inner(node.childForFieldName('argument'));
      return of === undefined ? undefined : !of;
    }
    case 'boolean_operator': {
      const sides = [inner(node.childForFieldName('left')), inner(node.childForFieldName('right'))];
      if (node.childForFieldName('operator')?.text === 'or')
        return sides.includes(true) ? true : sides.includes(undefined) ? undefined : false;
      return sides.includes(false) ? false : sides.includes(undefined) ? undefined : true;
    }
    case 'comparison_operator': {
      const [left, right] = node.namedChildren;
      if (node.namedChildCount !== 2 || !left || !right || !isLiteral(left) || !isLiteral(right))
        return undefined;
      const operator = node.children
        .map(({ type }) => type)
        .find((t) => t === '==' || t === 'is' || t === '!=');
      if (operator === undefined) return undefined;
      return (left.text === right.text) === (operator !== '!=');
    }
    default:
      return undefined;
  }
}

function isLiteral({ type }: SyntaxNode): boolean {
  return ['true', 'false', 'none', 'integer', 'float', 'string'].includes(type);
}
