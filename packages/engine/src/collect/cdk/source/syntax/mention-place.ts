import type { Node } from 'web-tree-sitter';

/** The members that are read of a name, one of another, and the expression that they end in. */
export function pathBehind(node: Node): { readonly path: readonly string[]; readonly whole: Node } {
  const path: string[] = [];
  let at = node;
  for (;;) {
    const around: Node | null = at.parent;
    if (around === null) break;
    if (/^(?:parenthesized_expression|non_null_expression)$/.test(around.type)) {
      at = around;
      continue;
    }
    const isObject = around.childForFieldName('object')?.id === at.id;
    const name = around.childForFieldName('property') ?? around.childForFieldName('attribute');
    if (!/^(?:member_expression|attribute)$/.test(around.type) || !isObject || name === null) break;
    path.push(name.text);
    at = around;
  }
  return { path, whole: at };
}

/** A name that is only written down: of an argument, or of what is declared. */
export function isLabel(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'keyword_argument') return parent.childForFieldName('name')?.id === node.id;
  if (parent?.type === 'attribute') return parent.childForFieldName('attribute')?.id === node.id;
  return false;
}

/** `new X(scope, id, { type: 'AWS::…' })`: the type that is written there. */
export function typeMade(callee: Node): string | undefined {
  const made = callee.parent;
  if (made?.type !== 'new_expression') return undefined;
  const settings = made.childForFieldName('arguments')?.namedChild(2);
  if (settings?.type !== 'object' || settings.namedChildren.some((one) => one?.type === 'spread_element'))
    return undefined;
  const pair = settings.namedChildren.find((one) => one?.childForFieldName('key')?.text === 'type');
  const value = pair?.childForFieldName('value');
  return value?.type === 'string' ? value.text.slice(1, -1) : undefined;
}
