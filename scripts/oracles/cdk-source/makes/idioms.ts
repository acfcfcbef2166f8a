import type { Syntax } from './syntax.ts';

/* Ways in which the compilers of the library write things. */

/** What hands on the exports of others, and what only tells where a warning comes from. */
export function isAside(node: Syntax): boolean {
  const callee = node.child('function')?.text ?? '';
  if (callee === 'Object.defineProperty') return node.child('arguments')?.children[1]?.text === 'exports';
  return callee === '__exportStar' || callee === 'Error.captureStackTrace';
}

/** `exports.A = A`, and `exports.A = exports.B = …`. */
export function isExport(node: Syntax): boolean {
  return (
    /^exports\.[\w$]+$/.test(node.child('left')?.text ?? '') && node.child('right')?.type === 'identifier'
  );
}

/** `C.prototype` as something is set there, which makes nothing. */
export function isMarked(node: Syntax | undefined): boolean {
  if (node?.type !== 'member_expression' || node.child('property')?.text !== 'prototype') return false;
  const around = node.parent;
  if (around?.type === 'member_expression')
    return around.field === 'left' && around.parent?.type === 'assignment_expression';
  return (
    around?.type === 'arguments' &&
    /^(?:Object\.defineProperty|__decorate)$/.test(around.parent?.child('function')?.text ?? '')
  );
}

export function isWhole(node: Syntax): boolean {
  return node.parent?.children.length === 3;
}

/** A text that something is only compared with. */
export function isCompared(node: Syntax): boolean {
  const text = node.parent;
  const around = text?.parent;
  if (around?.type === 'binary_expression') return /[=!]==?/.test(around.children[1]?.type ?? '');
  if (around?.type === 'switch_case') return text?.field === 'value';
  if (around?.type === 'arguments')
    // The key of a map.
    return around.children[1] === text && /\.set$/.test(around.parent?.child('function')?.text ?? '');
  return (
    around?.type === 'array' && /^(?:includes|indexOf)$/.test(around.parent?.child('property')?.text ?? '')
  );
}

/** Whether a declaration stands in no function and no class. */
export function isTop(node: Syntax): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent)
    if (!/^(?:program|variable_declaration|lexical_declaration|export_statement)$/.test(at.type))
      return false;
  return true;
}

/** Names by which a file knows the modules that it loads. */
export function modulesIn(source: string): ReadonlyMap<string, string> {
  const later = /\b([\w$]+)\s*=\s*\(\)=>\{var tmp=(?:__importStar\()?require\("([^"]+)"\)/g;
  const atOnce = /(?:const|var|let|,)\s*([\w$]+)\s*=\s*(?:__importStar\()?require\("([^"]+)"\)/g;
  const found = [...source.matchAll(later), ...source.matchAll(atOnce)].map(
    ([, name = '', module = '']): [string, string] => [name, module],
  );
  return new Map(found.filter(([name]) => name !== 'tmp' && name !== 'value'));
}

export function exportsIn(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(/exports\.([\w$]+)=([A-Za-z_$][\w$]*)(?![\w$.(])/g)];
  return new Map(
    found.flatMap(([, name = '', target = '']): [string, string][] =>
      name === target || target === 'void' || target === 'exports' ? [] : [[name, target]],
    ),
  );
}
