/** The names that a module gives to those who load it; `open` where more can be told only by running it. */
export function exportedNames(
  text: string,
  language: 'python' | 'javascript',
): { readonly names: ReadonlySet<string>; readonly open: boolean } {
  return language === 'python' ? ofPython(text) : ofJavaScript(text);
}

/** What stands at the beginning of a line: definitions, assignments, imports. */
function ofPython(text: string): { names: ReadonlySet<string>; open: boolean } {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)/gm)) names.add(name!);
  for (const [, targets] of text.matchAll(/^((?:\w+\s*=\s*)+)(?!=)/gm))
    for (const [name] of targets!.matchAll(/\w+/g)) names.add(name);
  for (const [, name] of text.matchAll(/^(\w+)\s*:[^=\n]+=/gm)) names.add(name!);
  for (const [, imported] of text.matchAll(/^(?:from\s+[\w.]+\s+)?import\s+(\([^)]*\)|[^\n]+)/gm))
    for (const part of imported!.replace(/[()]/g, '').split(','))
      names.add(
        part
          .trim()
          .split(/\s+as\s+|\s+/)
          .at(-1) ?? '',
      );
  const open =
    /^from\s+[\w.]+\s+import\s+\*|^(?:try|if|with|for|else|except)\b|\bglobals\(\)|\bsetattr\(/m.test(text);
  return { names, open };
}

/** `export` of modules and `exports` of CommonJS. */
function ofJavaScript(text: string): { names: ReadonlySet<string>; open: boolean } {
  const names = new Set<string>();
  const declared = /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:function\*?|const|let|var|class)\s+([\w$]+)/g;
  for (const [, name] of text.matchAll(declared)) names.add(name!);
  for (const [, list] of text.matchAll(/\bexport\s*\{([^}]*)\}/g)) addListed(list!, names);
  for (const [, name] of text.matchAll(/\b(?:module\.)?exports\.([\w$]+)\s*=/g)) names.add(name!);
  for (const [, list] of text.matchAll(/\bmodule\.exports\s*=\s*\{([^}]*)\}/g)) addListed(list!, names);
  if (/\bexport\s+default\b/.test(text)) names.add('default');
  const open =
    /\bexport\s*\*/.test(text) ||
    /\bmodule\.exports\s*=\s*(?!\{)/.test(text) ||
    /\bmodule\.exports\s*=\s*\{[^}]*(\.\.\.|[{(])/.test(text) ||
    /\bexport\s+(?:const|let|var)\s*[{[]/.test(text) ||
    /\b(?:Object\.(?:assign|definePropert(?:y|ies))\(\s*(?:module\.)?exports|exports\[)/.test(text);
  return { names, open };
}

/** `a, b as c`, `a: x, b`: the name behind `as`, and the one before a colon. */
function addListed(list: string, names: Set<string>): void {
  for (const part of list.split(',')) {
    const name = part.includes(':') ? part.split(':')[0] : part.split(/\s+as\s+/).at(-1);
    const trimmed = name?.trim() ?? '';
    if (/^[\w$]+$/.test(trimmed)) names.add(trimmed);
  }
}
