import { inCode, type Location } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { FunctionAt } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { FoundRoute } from '../code/routes/route.ts';
import { type Served, servedBy } from '../code/routes/served.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { asked, says } from './loggers.ts';
import { usersIn } from './users.ts';

/** Sensitive operations of the routes, with whether somebody writes down who did them. */
export function sensitiveOperations(program: Program): readonly RepositoryFact[] {
  const all = servedBy(program);
  const seen = new Set<string>();
  return all.routes.flatMap((route) => {
    const of = sensitiveBy(route);
    const name = `${route.method} ${route.path}`;
    if (of === undefined || seen.has(name)) return [];
    seen.add(name);
    const place = at(route.module, route.at);
    return [
      fact({
        type: 'Repository::SensitiveOperation',
        address: `audit of ${name}`,
        at: place,
        properties: {
          path: route.path,
          method: route.method,
          of,
          file: route.handlers.at(-1)?.module.file ?? route.module.file,
          audited: auditedAs(all, program, route, place),
        },
      }),
    ];
  });
}

/** What is sensitive by its path: the first row that fits decides. */
const SENSITIVE: readonly (readonly [of: string, methods: RegExp, path: RegExp])[] = [
  [
    'removes a person',
    /^DELETE$/,
    /(^|\/)(accounts?|users?|profiles?|me|members?|customers?|patients?|tenants?|organi[sz]ations?|employees?)(\/(:[\w]+|\{[^}]+\}|<[^>]+>|\[[^\]]+\]))?\/?$/i,
  ],
  [
    'removes a person',
    /^POST$/,
    /(^|\/)(delete-?(account|user|me)|(account|users?|me)\/(delete|erase))(\/|$)/i,
  ],
  [
    'hands out data',
    /^(GET|POST)$/,
    /^(?!.*\/(status|state|progress|formats?|options|settings|config|preview|[\w-]*folders?)\/?$).*(^|\/)(exports?|takeout|data-?export|gdpr|subject-access)(\/|$)/i,
  ],
  [
    'administers',
    /./,
    /^(?!.*\/(health(z|[-_]?checks?)?|ping|readyz?|livez?|version)\/?$).*(^|\/)admin(istration)?(\/|$)/i,
  ],
  [
    'changes what somebody may do',
    /^(POST|PUT|PATCH|DELETE)$/,
    /(^|\/)(roles?|permissions?|grants?|impersonate|api-?keys?)(\/|$)/i,
  ],
];

function sensitiveBy({ method, path }: FoundRoute): string | undefined {
  if (path === undefined) return undefined;
  return SENSITIVE.find(([, methods, pattern]) => methods.test(method) && pattern.test(path))?.[0];
}

/** Names of what keeps who did what. */
const AUDIT =
  /(?:^|[^a-z])audit(?!or)|[a-z]Audit(?!or)|activity_?log|ActivityLog|security_?event|SecurityEvent/;
/** Looking something up writes nothing. */
const READS = /^(get|list|query|scan|find|select|count|fetch|read|search)/i;

function auditedAs(all: Served, program: Program, route: FoundRoute, place: Location) {
  const around = [...route.guards, ...route.options].some(({ value, module }) => speaks(value, module));
  const named = route.guards.some(({ name }) => name !== undefined && AUDIT.test(name));
  if (around || named) return true;
  const functions: readonly FunctionAt[] = [...route.handlers, ...(route.before ?? [])];
  const reaches = functions.map((one) => all.reaches.of(one));
  const name = { method: route.method, path: route.path };
  if (
    reaches.some(({ calls }) =>
      calls.some(({ call, module }) => audits(call, module) && !leavesOut(program, module, call, name)),
    )
  )
    return true;
  if (
    functions.some(({ module, function: number }) =>
      module.functions[number]!.decorators.some((one) => speaks(one, module)),
    )
  )
    return true;
  const unread = unreadIn(program);
  const open = (what: string) => unknown('unresolved-expression', what, inCode(place));
  if (functions.length === 0) return open(`finding ${route.handlerName ?? 'what answers the route'}`);
  if (keepsHistory(program)) return open('whether the history that the code keeps tells who did it');
  if (!isSpokenOf(program)) return unread === undefined ? false : open(`reading ${unread}`);
  if (hasLibrary(program)) return open('which changes the library for audit trails writes down');
  if (unread !== undefined) return open(`reading ${unread}`);
  // Something else writes an audit trail: what is called by such a name and not seen may do it as well.
  const first = reaches.flatMap((reach) => reach.open).find(({ name }) => MAY_WRITE.test(name));
  return first === undefined ? false : open(`what ${first.name} does`);
}

const MAY_WRITE = /record|track|^log|event|notify|emit|publish|history|trace|report|hook|dispatch/i;

/** Whether a call writes something down as an audit record, by what it is called or handed. */
function audits({ callee, arguments: given }: Call, module: SourceModule): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  if (READS.test(name)) return false;
  if (AUDIT.test(name) || (callee.kind === 'member' && namesAudit(callee.of))) return true;
  return given.some(
    ({ name: own, value }) => (own !== undefined && AUDIT.test(own)) || speaks(value, module),
  );
}

/** `audit=route in AUDITED`, with a list that does not name the route. */
function leavesOut(
  program: Program,
  module: SourceModule,
  { callee, arguments: given, within }: Call,
  { method, path }: Pick<FoundRoute, 'method' | 'path'>,
): boolean {
  if ((callee.kind === 'name' || callee.kind === 'member') && AUDIT.test(callee.name)) return false;
  const lists = given.flatMap(({ value }) =>
    [...partsOf(value, module)].flatMap((part) => {
      if (part.kind !== 'compare' || part.operator !== 'in') return [];
      const list = program.resolve(module, part.right, within);
      return list.kind === 'value' && list.value.kind === 'list' && !list.value.open
        ? [list.value.items]
        : [];
    }),
  );
  const named = lists.flat().flatMap((item) => (item.kind === 'literal' ? [String(item.value)] : []));
  return lists.length > 0 && !named.includes(`${method} ${path}`) && !named.includes(path ?? '');
}

function namesAudit(of: Expression): boolean {
  return (of.kind === 'name' || of.kind === 'member') && AUDIT.test(of.name);
}

/** Whether a value names an audit trail: a table, a member, a statement that writes to it. */
function speaks(value: Expression, module: SourceModule): boolean {
  return [...partsOf(value, module)].some((part) => {
    switch (part.kind) {
      case 'name':
      case 'member':
        return AUDIT.test(part.name);
      case 'object':
        return part.members.some(({ name }) => AUDIT.test(name));
      case 'literal':
        return typeof part.value === 'string' && writesAudit(part.value);
      case 'text':
        return module.texts[part.text]!.parts.some((one) => typeof one === 'string' && writesAudit(one));
      case 'call': {
        const { callee } = module.calls[part.call]!;
        return (
          (callee.kind === 'name' || callee.kind === 'member') &&
          AUDIT.test(callee.name) &&
          !READS.test(callee.name)
        );
      }
      default:
        return false;
    }
  });
}

function writesAudit(text: string): boolean {
  return (
    text.length < 400 &&
    AUDIT.test(text) &&
    !/^\s*(select|delete|npm|yarn|create|drop|alter)\b/i.test(text) &&
    // An address, or what browsers report to: nothing is written there by naming it.
    !/\/api\/|https?:\/\/|\bcsp\b|\breport-(to|uri)\b/i.test(text)
  );
}

function isSpokenOf(program: Program): boolean {
  return says(program, AUDIT);
}

/** Tables of earlier states beside those of today: who changed something may stand in them. */
function keepsHistory(program: Program): boolean {
  return says(program, HISTORY);
}

/** Where somebody worked, what was said in a chat: no earlier states of a record. */
const HISTORY =
  /^(?!(?:\w*(?:work|employment|job|career|education|chat|message|conversation|browser|router|search|medical|travel)_?)history$)(create_history|version_class|versioned|Versioned\w*|\w+History|\w+_history|HistoryModel)$/i;

/** Libraries that write changes of the models down by themselves. */
const LIBRARIES =
  /^(auditlog|django_auditlog|simple_history|easyaudit|easy_audit|field_history|pghistory|sqlalchemy_continuum|postgresql_audit|@casl\/audit|typeorm-auditing|mongoose-(audit|history)[\w-]*|sequelize-paper-trail|@cap-js\/audit-logging|@keystonejs\/[\w-]*audit[\w-]*)(\.|\/|$)/;

function hasLibrary(program: Program): boolean {
  return asked(program, 'audit library', () =>
    [...program.modules.values()].some(({ imports }) => imports.some(({ module }) => LIBRARIES.test(module))),
  );
}

/** Places that write an audit record to where it is kept: a statement, a line of the log, a service. */
export function auditRecords(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found = new Map<string, RepositoryFact>();
  for (const call of module.calls) {
    if (!audits(call, module)) continue;
    // Who calls a function of the repository writes nothing by that: the function does.
    const callee = program.resolve(module, call.callee, call.within);
    if (program.functionsOf(callee).functions.length > 0) continue;
    // Nor does who calls one of a file that was not read: what it does was not seen.
    if (callee.kind === 'open' && unreadIn(program) !== undefined) continue;
    if (isDefinition(call)) continue;
    const address = addressOf(module, call.within);
    if (found.has(address)) continue;
    const place = at(module, call.at);
    found.set(
      address,
      fact({
        type: 'Repository::AuditRecord',
        address: `audit record in ${address}`,
        at: place,
        properties: {
          path: module.file,
          function: functionAround(module, call.within),
          usedIn: usersIn(program, module, call.within, place),
        },
      }),
    );
  }
  return [...found.values()];
}

/** What describes a table, a model or a route of audit records writes none. */
function isDefinition({ callee, path, isNew }: Call): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  return (
    /^(require|import|Table|Column|relationship|ForeignKey|model|Schema|define|use|get|post|put|patch|delete|register|include_router|add_url_rule|getLogger|get_logger|child|Logger|belongsTo|hasMany|pgTable|mysqlTable|Resource|TypedDict|namedtuple|Enum|Symbol|createTable|create_table|dropTable|path|re_path)$/.test(
      name,
    ) ||
    /^(process\.env|os\.environ|os\.getenv)/.test(path ?? '') ||
    (isNew && /(Client|Service|Logger|Repository|Table)$/.test(name))
  );
}
