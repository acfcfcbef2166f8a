import type { Part } from './requests.ts';

/** The names in the query of an address; nothing where what is put in may hold some. Before the path stands a server. */
export function queryOf([server, ...rest]: readonly Part[]): readonly string[] | undefined {
  if (server === undefined || (typeof server !== 'string' && 'mayGoOn' in server)) return undefined;
  const isOpen = rest.some(
    (part, i) => typeof part !== 'string' && !/[/=]$/.test(textAt(i === 0 ? server : rest[i - 1]!)),
  );
  if (isOpen) return undefined;
  const [, query = ''] = [server, ...rest].map(textAt).join('').split('?');
  return [...query.replace(/#.*/, '').matchAll(/(?:^|&)([^=&]+)/g)].map(([, name]) => name!);
}

function textAt(part: Part): string {
  return typeof part === 'string' ? part : '{}';
}
