import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { unreadIn } from '../practices/unread.ts';

const CREATES =
  /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/gi;
const PROTECTS =
  /^((\w+_)?locks?|(\w+_)?leases?|(user_|web_)?sessions?|rate_?limits?|idempotency(_keys?)?|revoked_tokens?|token_(blacklist|denylist)|login_attempts)$/i;
/** Libraries that ask a table of sessions by themselves. */
const ASKS_SESSIONS =
  /^(connect-pg-simple|express-mysql-session|connect-session-(knex|sequelize)|@quixo3\/prisma-session-store|connect-typeorm|flask_session)$/;

/** Tables of migrations that are there to protect, with the files of code that name them. */
export function protectiveTables(
  program: Program | undefined,
  migrations: readonly { readonly file: string; readonly text: string }[],
): readonly RepositoryFact[] {
  const tables = new Map<string, { file: string; line: number }>();
  for (const { file, text } of migrations)
    for (const found of text.matchAll(CREATES))
      if (PROTECTS.test(found[1]!) && !tables.has(found[1]!))
        tables.set(found[1]!, { file, line: text.slice(0, found.index).split('\n').length });
  if (tables.size === 0 || program === undefined) return [];
  const users = usersOf(program, [...tables.keys()]);
  return [...tables].map(([name, { file, line }]) => {
    const place = placeIn(file, line);
    const own = [...(users.get(name) ?? [])].sort().map((one) => written(one, placeIn(one)));
    const unread = unreadIn(program);
    const usedIn: Plain =
      unread === undefined
        ? own
        : openList(own, unknown('unresolved-expression', `reading ${unread}`, inCode(place)));
    return fact({
      type: 'Repository::ProtectiveTable',
      address: `protective table ${name}`,
      at: place,
      properties: { path: file, name, usedIn },
    });
  });
}

function usersOf(program: Program, names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const patterns = names.map((name) => [name, new RegExp(`\\b${name}\\b`, 'i')] as const);
  const look = (text: string, file: string) => {
    for (const [name, pattern] of patterns) {
      if (!pattern.test(text)) continue;
      if (
        text.trim().toLowerCase() !== name.toLowerCase() &&
        !/\b(from|into|update|join|table|only|delete)\b/i.test(text)
      )
        continue;
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  };
  for (const module of program.modules.values()) {
    for (const { module: imported } of module.imports)
      if (ASKS_SESSIONS.test(imported))
        for (const name of names)
          if (/session/i.test(name)) found.set(name, (found.get(name) ?? new Set()).add(module.file));
    for (const { value } of everyOne(module, 'literal'))
      if (typeof value.value === 'string') look(value.value, module.file);
    for (const { parts } of module.texts)
      look(parts.filter((part) => typeof part === 'string').join(' ? '), module.file);
    for (const { target } of module.bindings) if (target.kind === 'member') look(target.name, module.file);
  }
  return found;
}
