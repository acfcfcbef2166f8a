import { onceForText } from '../../../once-for.ts';
import { type Expression, isIn, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf, placedPartsIn } from '../joins/expressions.ts';
import { requestsIn } from './requests.ts';
import { within } from './source-text.ts';
import type { TestCase } from './test-case.ts';

/** A test in which somebody reaches for what is of another. */
export interface Stranger {
  readonly test: string;
  readonly at: Place;
  readonly of: 'user' | 'tenant';
  /** Whether it says that this leads nowhere; unknown where it cannot be told from the test. */
  readonly refused: boolean | undefined;
  /** The routes that it asks for, with those of the tables of its file. */
  readonly routes: readonly Route[];
}

interface Route {
  readonly method: string | undefined;
  readonly path: string;
}

/** Names of members and arguments that say who acts. */
const ACTS =
  /^(user|as_?user|as|actor|by|user_?id|sub|username|email|owner|owner_?id|signed_?in_?as|caller|x-user-id|custom:tenant|(x-)?tenant(-?_?id)?|company(_?id)?|org(anization)?(_?id)?|workspace(_?id)?)$/i;
const OF_TENANT = /tenant|company|org(ani[sz]ation)?(_?id)?$|workspace/i;
/** Names of somebody else. */
const ANOTHER =
  /(^|_|[a-z](?=[A-Z]))(other|another|second|stranger|attacker|intruder|mallory|victim|foreign|someone_?else|outsider|non_?(owner|member)|not_?owner|unrelated|different)(_|[A-Z]|$)|^(bob|eve|mallory)(_\w+|s?(user|client|token|session|agent|headers?))?$|(user|token|client|tenant|owner|org|company|account|member|api|agent|session|headers?)_?(2|two|b|B|Two|second)$/i;
const IS_SOMEBODY =
  /user|token|client|tenant|owner|org|company|account|member|agent|session|customer|auth|header|person|login|workspace|alice|^bob|^eve(?!n|r)|mallory|stranger|attacker|intruder/i;
/** Titles of tests that say that somebody is kept from what is of another. */
const TITLED =
  /(another|other|different|second|foreign)('?s)?[\s_-]+(users?|tenants?|owners?|compan(y|ies)|organi[sz]ations?|customers?|accounts?|people|persons?|workspaces?)|someone[\s_-]else|cross[\s_-]?(tenant|user|account)|two[\s_-](users|tenants|compan)|(do(es)?[\s_-]not|cannot|can't|never)[\s_-].*(each[\s_-]other|of[\s_-](an)?other)|tenant[\s_-]isolation|isolat(es|ion)[\s_-].*(tenant|user)|non[\s_-]?owner|not[\s_-](the[\s_-])?owner|idor\b|only[\s_-](their|its|his|her|my|the[\s_-]caller'?s?)[\s_-]own|of[\s_-]the[\s_-]caller/i;

/** Titles and sentences that say that somebody may not, and not that something is not there. */
const FORBIDDEN =
  /\bunauthori[sz]ed\b|\bforbidden\b|\b(access|permission) denied\b|\bnot (allowed|permitted|authori[sz]ed)\b|\bnot an? (member|collaborator|owner)\b/i;

/** The tests of a module in which two people, or two tenants, take part. */
export function strangersIn(module: SourceModule, cases: readonly TestCase[]): readonly Stranger[] {
  const marks = marksOf(module);
  const tables = tablesOf(module);
  const found: Stranger[] = [];
  let asked: ReturnType<typeof requestsIn> | undefined;
  const requests = () => {
    asked ??= requestsIn(module);
    return asked;
  };
  for (const one of cases) {
    const { body } = one;
    const from = one.at.line;
    const to = body?.end.line ?? from;
    const range = { at: { line: from, column: 1 }, end: { line: to + 1, column: 1 } };
    const own = within(marks, range);
    const shows = module.elements.some(({ at }) => isIn(at, range));
    const titled = TITLED.test(one.name.replace(/^test_/, ''));
    // Names in what a component is to show are of people that it shows: nobody of them does anything.
    const named = shows ? [] : own;
    const others = own.some(({ other }) => other);
    if (!titled && !others && !areTwo(named)) continue;
    const tenant =
      /tenant|compan|organi[sz]ation|workspace/i.test(one.name) ||
      areTwo(named.map(({ ofTenant }) => (ofTenant === undefined ? {} : { ofTenant }))) ||
      own.some(({ tenant: is }) => is);
    const acting = areTwoActing(named.filter(({ listed }) => listed !== true));
    // Somebody else who gets 404 may as well ask for what is not there, and who has no valid token is nobody.
    const isPerson = own.some(({ other, byToken }) => other === true && byToken !== true);
    const forbids =
      own.some(({ forbids: is }) => is === true || (is === 'unless nobody' && isPerson)) ||
      (isPerson && FORBIDDEN.test(one.name.replaceAll(/[_-]/g, ' ')));
    // A title alone refuses nothing: with it counts what is not in an answer, too.
    const refuses =
      own.some(({ refuses: is, lacks }) => is === true || (titled && lacks === true)) ||
      (titled && tables.some(({ refused }) => refused) && own.some(({ compares }) => compares));
    found.push({
      test: one.name,
      at: one.at,
      of: tenant ? 'tenant' : 'user',
      // What a page shows or hides says nothing of what its server gives.
      refused: !shows && (acting || (others && (titled || forbids))) && refuses ? true : undefined,
      routes: eachOnce([...tables, ...requests().filter(({ at }) => isIn(at, range))]),
    });
  }
  return found;
}

/** Whether two users are named, or two tenants. */
function areTwo(named: readonly Pick<Mark, 'who' | 'ofTenant'>[]): boolean {
  return BY.some((by) => new Set(named.flatMap((one) => one[by] ?? [])).size >= 2);
}

const BY = ['who', 'ofTenant'] as const;

/** Whether two act, or one of them acts where there is what is of the other. */
function areTwoActing(named: readonly Mark[]): boolean {
  return BY.some(
    (by) =>
      named.some((one) => one.made !== true && one[by] !== undefined) &&
      new Set(named.flatMap((one) => one[by] ?? [])).size >= 2,
  );
}

interface Mark {
  readonly at: Place;
  readonly who?: string;
  /** A field of a record that is made: whose it is, and nobody who acts. */
  readonly made?: boolean;
  /** In a list of several: perhaps what is made for the test, and nobody who acts in it. */
  readonly listed?: boolean;
  readonly ofTenant?: string;
  readonly other?: boolean;
  readonly tenant?: boolean;
  readonly refuses?: boolean;
  /** `unless nobody`: whoever is not signed in is answered the same. */
  readonly forbids?: boolean | 'unless nobody';
  /** Somebody else by what they sign in with. */
  readonly byToken?: boolean;
  /** Something is nowhere in what is answered, or nothing is there. */
  readonly lacks?: boolean;
  /** An answer is compared with what a name stands for: a column of a table of tests. */
  readonly compares?: boolean;
}

/** What a module says of people and refusals, place by place. */
function marksOf(module: SourceModule): readonly Mark[] {
  const marks: Mark[] = [];
  const answered = answersIn(module);
  // One object, or one call, is of one person, by whichever of their names.
  const acts = (
    given: readonly { name?: string | undefined; value: Expression }[],
    { listed = false, made = false } = {},
  ) => {
    const named = given.filter((one) => !answered.has(one.value) && namesSomebody(one));
    const isTenant = ({ name }: { name?: string | undefined }) => OF_TENANT.test(name!);
    const user = named.find((one) => !isTenant(one));
    const tenant = named.find(isTenant);
    const first = user ?? tenant;
    if (first === undefined) return;
    marks.push({
      at: first.value.at,
      listed,
      made,
      ...(user === undefined ? {} : { who: textOf(user.value) }),
      ...(tenant === undefined ? {} : { ofTenant: textOf(tenant.value) }),
    });
  };
  const ofRecords = new Set<Expression>();
  for (const call of module.calls) {
    const made = makesRecord(call.callee);
    acts(call.arguments, { made });
    if (made)
      for (const { value } of call.arguments) for (const part of partsOf(value, module)) ofRecords.add(part);
    const signedIn = signsIn(call);
    if (signedIn !== undefined) marks.push({ at: call.at, who: signedIn });
    if (saysWhatLacks(call)) marks.push({ at: call.at, lacks: true });
  }
  for (const { at, compared } of module.asserts)
    if (compared !== undefined)
      marks.push({
        at,
        lacks:
          compared.operator === 'not in' ||
          (compared.operator === '==' && ALL_OR_NOTHING.test(compared.right)),
        compares: compared.operator === '==' && /^[a-z_]\w*$/i.test(compared.right),
        ...(/^(==|in)$/.test(compared.operator) && REFUSALS.test(compared.right)
          ? { refuses: true, forbids: forbiddenBy(/^\W*(40[13])\W*$/.exec(compared.right)?.[1]) }
          : {}),
      });
  const seen = new Set<string>();
  const parts = placedPartsIn(module).map(({ value }) => value);
  const inLists = new Set(parts.flatMap((part) => (part.kind === 'list' ? part.items : [])));
  for (const part of parts) {
    if (part.kind === 'object') acts(part.members, { listed: inLists.has(part), made: ofRecords.has(part) });
    if (answered.has(part)) continue;
    if (part.kind === 'literal' && REFUSED.has(String(part.value)))
      marks.push({ at: part.at, refuses: true, forbids: forbiddenBy(String(part.value)) });
    // What is thrown is told by its sentence: `rejects.toThrow('Unauthorized')`.
    if (part.kind === 'literal' && FORBIDDEN.test(String(part.value)))
      marks.push({ at: part.at, forbids: 'unless nobody' });
    if (part.kind !== 'name' && part.kind !== 'member') continue;
    // `.not.toThrow()`, `not.rejects`: nothing is refused.
    if (part.kind === 'member' && part.of.kind === 'member' && part.of.name === 'not') continue;
    const said = saidByName(part.name);
    if (said.length === 0) continue;
    const key = `${part.name} ${part.at.line}`;
    if (seen.has(key)) continue;
    seen.add(key);
    marks.push(...said.map((mark) => ({ at: part.at, ...mark })));
  }
  return marks;
}

/** What a name says of somebody else, or of a refusal. */
const saidByName = onceForText((name): readonly Omit<Mark, 'at'>[] => {
  const marks: Omit<Mark, 'at'>[] = [];
  if (ANOTHER.test(name) && IS_SOMEBODY.test(name))
    marks.push({
      other: true,
      tenant: OF_TENANT.test(name),
      byToken: /token|auth|header|session|login|jwt|cookie/i.test(name),
    });
  if (/^(Forbidden\w*|PermissionDenied|NotFound\w*|Unauthori[sz]ed\w*|rejects|toThrow|raises)$/.test(name))
    marks.push({ refuses: true, forbids: forbiddenBy(name) });
  return marks;
});

/** What a status or the name of an error says of who asked. */
function forbiddenBy(said: string | undefined): boolean | 'unless nobody' {
  if (/^(403|Forbidden\w*|PermissionDenied)$/.test(said ?? '')) return true;
  return /^(401|Unauthori[sz]ed\w*)$/.test(said ?? '') ? 'unless nobody' : false;
}

/** Nobody is no second person: a name that is empty is tried to be refused. */
function namesSomebody({ name, value }: { name?: string | undefined; value: Expression }): boolean {
  return name !== undefined && ACTS.test(name) && textOf(value).trim() !== '';
}

function textOf(value: Expression): string {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
}

/** What makes a record of a model, or writes one: `Invoice.objects.create`, `db.invoice.insert`. */
const MAKES =
  /^(objects|factory|factories|fixtures?|seed\w*|baker|mommy)$|^(bulk_|get_or_|update_or_)?(create|insert|save|put|upsert|seed)(_?(one|many|all|item|items|batch|record|records|bulk))?$/i;
/** Requests, tokens and people are made to act. */
const TO_ACT =
  /user|token|client|session|agent|auth|login|jwt|claim|header|event|request|context|member|account|person|caller|actor|customer|identity/i;

function makesRecord(callee: Expression): boolean {
  const names: string[] = [];
  for (let at = callee; ; at = at.of) {
    if (at.kind === 'name' || at.kind === 'member') names.push(at.name);
    if (at.kind !== 'member') break;
  }
  return names.some((name) => MAKES.test(name)) && !names.some((name) => TO_ACT.test(name));
}

/** What signs somebody in for the requests that follow. */
const SIGNS_IN = /^(force_?authenticate|force_?login|sign_?in(_?as)?|log_?in_?as|act(ing)?_?as)$/i;

function signsIn({ callee, arguments: given }: SourceModule['calls'][number]): string | undefined {
  if (!SIGNS_IN.test(calledName(callee) ?? '')) return undefined;
  const names: string[] = [];
  let at = given.find(({ name }) => name === undefined || name === 'user')?.value;
  for (; at !== undefined; at = at.kind === 'member' ? at.of : undefined)
    if (at.kind === 'name' || at.kind === 'member') names.unshift(at.name);
  return names.length === 0 ? undefined : names.join('.');
}

/** What holds only where something is missing, and what names all that is there. */
const LACKS =
  /^(assert(Not(In|Contains)|IsNone)|toHaveLength|toBeNull|toBeUndefined|isEmpty|isNull|isUndefined|toBeEmpty\w*)$/;
const EQUALS = /equal|^toBe$/i;

function saysWhatLacks({ callee, arguments: given }: SourceModule['calls'][number]): boolean {
  const name = calledName(callee) ?? '';
  return LACKS.test(name) || (EQUALS.test(name) && given.some(({ value }) => isAllOrNothing(value)));
}

/** A list with all that is there, or nothing. */
const ALL_OR_NOTHING = /^(\[[\s\S]*\]|None|0|\{\}|set\(\))$/;

function isAllOrNothing(value: Expression): boolean {
  return value.kind === 'list' || (value.kind === 'literal' && (value.value === null || value.value === 0));
}

function calledName(callee: Expression): string | undefined {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
}

/** What a stand-in is told to answer: nobody acts in it, and what it refuses the test has said itself. */
const STANDS_IN =
  /^(HttpResponse|Response|mock(Return|Resolved|Rejected)Value(Once)?|reply|respond(With)?|fulfill|returns|resolves|rejects|yields|return_value|side_effect)$/;

function answersIn(module: SourceModule): ReadonlySet<Expression> {
  const found = new Set<Expression>();
  for (const { callee, arguments: given } of module.calls) {
    if ((callee.kind !== 'name' && callee.kind !== 'member') || !STANDS_IN.test(callee.name)) continue;
    for (const { value } of given) for (const part of partsOf(value, module)) found.add(part);
  }
  return found;
}

const REFUSED: ReadonlySet<string> = new Set(['401', '403', '404']);
/** One of them, or a choice of them and nothing else. */
const REFUSALS = /^\W*(?:40[134]\W+)*40[134]\W*$/;
const ROUTE = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/;

/** Routes that stand in tables of tests: `("GET /decks/{deckId}", None, 404)`. */
function tablesOf(module: SourceModule): readonly (Route & { readonly refused: boolean })[] {
  return module.bindings.flatMap(({ value, within: scope }) => {
    if (scope !== TOP || value.kind !== 'list') return [];
    const literals = [...partsOf(value, module)].flatMap((part) =>
      part.kind === 'literal' ? [String(part.value)] : [],
    );
    const refused = literals.some((one) => REFUSED.has(one));
    return literals.flatMap((one) => {
      const route = ROUTE.exec(one);
      return route === null ? [] : [{ method: route[1]!, path: route[2]!, refused }];
    });
  });
}

function eachOnce(routes: readonly Route[]): readonly Route[] {
  return [...new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
}
