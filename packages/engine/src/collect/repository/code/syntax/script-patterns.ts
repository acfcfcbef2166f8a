import { keyOf, type ScriptWalk } from './script.ts';
import type { Expression, NamedMember } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Gives each name of a pattern its part of the value. */
export function bindPattern(
  walk: ScriptWalk,
  pattern: SyntaxNode,
  value: Expression,
  declares: boolean,
): void {
  const { builder } = walk;
  const at = pattern.at;
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      builder.bind({ kind: 'name', name: walk.source(pattern), at }, value, declares);
      return;
    case 'object_pattern':
      for (const part of pattern.namedChildren) {
        if (part.type === 'comment') continue;
        if (part.type === 'rest_pattern') {
          const rest = part.namedChildren[0];
          if (rest) bindPattern(walk, rest, value, declares);
          continue;
        }
        const key = part.childForFieldName('key') ?? part.childForFieldName('left') ?? part;
        const name =
          key.type === 'shorthand_property_identifier_pattern' ? walk.source(key) : keyOf(walk, key);
        const own = part.at;
        const of: Expression =
          name === undefined ? { kind: 'other', at: own } : { kind: 'member', of: value, name, at: own };
        if (name !== undefined) builder.read(of);
        bindPattern(walk, part.childForFieldName('value') ?? part, of, declares);
      }
      return;
    case 'object_assignment_pattern':
    case 'assignment_pattern': {
      const left = pattern.childForFieldName('left');
      const right = pattern.childForFieldName('right');
      if (left === null || right === null) return;
      const either: Expression = { kind: 'choice', of: [value, walk.expression(right)], inTurn: true, at };
      bindPattern(walk, left, either, declares);
      return;
    }
    case 'array_pattern': {
      let index = 0;
      for (const part of pattern.children) {
        // A hole has no node: `const [, second] = parts`.
        if (part.type === ',') index++;
        if (/^([[\],]|comment)$/.test(part.type)) continue;
        const own = part.at;
        const written = value.kind === 'list' && !value.open ? value.items[index] : undefined;
        const item: Expression = written ?? {
          kind: 'index',
          of: value,
          index: { kind: 'literal', value: index, at: own },
          at: own,
        };
        bindPattern(walk, part, item, declares);
      }
      return;
    }
    case 'member_expression':
    case 'subscript_expression':
      builder.bind(walk.chain(pattern), value, declares);
      exported(walk, pattern, value);
      return;
    default:
      walk.visit(pattern);
  }
}

/** The names that a pattern gives to members of what it is handed; `otherwise` is told each value that stands in for one. */
export function patternMembers(
  walk: ScriptWalk,
  pattern: SyntaxNode,
  otherwise: (value: SyntaxNode) => void,
): readonly NamedMember[] {
  return pattern.namedChildren.flatMap((part) => {
    if (part === null) return [];
    if (part.type === 'shorthand_property_identifier_pattern') {
      const name = walk.source(part);
      return [{ member: name, local: name }];
    }
    if (part.type === 'object_assignment_pattern') {
      const left = part.childForFieldName('left');
      const right = part.childForFieldName('right');
      if (right !== null) otherwise(right);
      const name = left === null ? undefined : walk.source(left);
      return name === undefined ? [] : [{ member: name, local: name }];
    }
    const key = part.childForFieldName('key');
    const value = part.childForFieldName('value');
    const member = key === null ? undefined : keyOf(walk, key);
    if (member === undefined || value === null) return [];
    if (value.type === 'object_pattern')
      return patternMembers(walk, value, otherwise).map((m) => ({
        member: `${member}.${m.member}`,
        local: m.local,
      }));
    const local = value.type === 'assignment_pattern' ? value.childForFieldName('left') : value;
    return local === null ? [] : [{ member, local: walk.source(local) }];
  });
}

/** `module.exports = x`, `module.exports.a = x`, `exports.a = x`. */
function exported(walk: ScriptWalk, target: SyntaxNode, value: Expression): void {
  const path = /^(?:module\.)?exports(?:\.([\w$]+))?$/.exec(walk.source(target).slice(0, 200));
  if (path === null) return;
  const { builder } = walk;
  builder.exports.push({ name: path[1] ?? '*', value, at: target.at });
}
