import type { Language } from 'web-tree-sitter';
import { loadLanguage } from '../../tree-sitter.ts';

/** The Terraform grammar with its engine. Starts in about 10 ms; loaded once. */
export function loadGrammar(): Promise<Language> {
  loading ??= loadLanguage('@tree-sitter-grammars/tree-sitter-hcl', 'tree-sitter-terraform.wasm');
  return loading;
}

let loading: Promise<Language> | undefined;
