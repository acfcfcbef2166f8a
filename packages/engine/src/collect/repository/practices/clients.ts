import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import {
  type Call,
  type Expression,
  mayAlsoHave,
  type ObjectExpression,
  type Place,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact, written } from '../fact.ts';
import { setsStatementTimeout } from '../joins/database-limits.ts';
import { isNoLimit } from '../joins/no-limit.ts';
import { importedBy } from '../joins/reached-code.ts';
import { mayUseHttp2, type RequestTimeout } from '../joins/sdk-versions.ts';
import { type Limited, limitedByHandler, limitedIn } from './limited-objects.ts';
import { isOfAPage } from './pages.ts';
import { at } from './places.ts';
import { onlySigns } from './signing-clients.ts';
import { unreadIn } from './unread.ts';

/** What a module asks over the network, client by client, and whether somebody wrote down how long that may take. */
export function clients(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const byService = Map.groupBy(outgoing(program, module), ({ of }) => of);
  return [...byService].map(([of, calls]) =>
    fact({
      type: 'Repository::Client',
      address: `${module.file} ${of}`,
      at: at(module, calls[0]!.at),
      properties: {
        path: module.file,
        of,
        page: isOfAPage(program, module) ? true : undefined,
        calls: calls.map(({ limited, doubt, at: place }) => {
          const where = at(module, place);
          return written(
            {
              of,
              limited:
                limited === 'open'
                  ? unknown('unresolved-expression', doubt, inCode(where))
                  : limited === 'yes',
              onlyWarns: limited === 'warns' ? true : undefined,
            },
            where,
          );
        }),
      },
    }),
  );
}

interface Outgoing {
  readonly of: string;
  readonly limited: Limited;
  /** What would decide it where that is open. */
  readonly doubt: string;
  readonly at: Place;
}

const AWS_3 = /^@aws-sdk\/client-([\w-]+)\.(\w+)$/;
const AWS_2 = /^aws-sdk(?:\/clients\/|\.)(\w+)(?:\.DocumentClient)?$/;
/** What the SDK has beside its clients: credentials, settings, addresses. */
const IS_NO_SERVICE =
  /Credentials$|^(?:Config|ConfigurationOptions|CredentialProviderChain|TokenProviderChain|Token|SSOTokenProvider|Endpoint|HttpOptions|HttpRequest|HttpResponse|HttpClient|NodeHttpClient|XHRClient|Request|Response|Service|MetadataService|IniLoader|EventListeners|SequentialExecutor|AWSError)$/;
const IS_OF_AWS = /^(?:aws-sdk|@aws-sdk|boto3)\b/;
const BOTO = /^(?:boto3|boto3\.(?:session\.)?Session\(\))\.(?:client|resource)$/;
const REQUESTS = /^requests\.(?:Session\(\)\.|session\(\)\.)?(get|post|put|patch|delete|head|request)$/;
const AXIOS = /^axios(?:\.create\(\))?(?:\.(get|post|put|patch|delete|head|request))?$/;
/** Databases that are asked over the network, by what makes a connection or a pool. */
const DATABASES =
  /^(pg)\.(Pool|Client)$|^(mysql2(?:\/promise)?|mysql)\.(createPool|createConnection)$|^(psycopg2?)\.connect$/;

function* outgoing(program: Program, module: SourceModule): Generator<Outgoing> {
  for (const call of module.calls) {
    const path = program.pathOf(module, call.callee, call.within);
    if (path === undefined) continue;
    const found = askedBy(path, call);
    if (found === undefined) continue;
    const limited = found.limited(new Settings(program, module, call));
    const own = { of: found.of, limited, doubt: found.doubt ?? 'the settings that it is given', at: call.at };
    const signs = IS_OF_AWS.test(path) ? onlySigns(program, module, call) : 'no';
    if (signs === 'open' && (limited === 'no' || limited === 'warns'))
      yield { ...own, limited: 'open', doubt: 'whether it is asked for more than to sign addresses' };
    else if (signs !== 'yes') yield own;
  }
}

interface Asked {
  readonly of: string;
  readonly doubt?: string;
  readonly limited: (settings: Settings) => Limited;
}

function askedBy(path: string, call: Call): Asked | undefined {
  const third = AWS_3.exec(path);
  if (third !== null && call.isNew && !/Command$/.test(third[2]!))
    return {
      of: third[1]!,
      limited: (s) => s.inMember(0, /^requestHandler$/, 'of the handler'),
      doubt: 'the settings that it is given, and the version of @smithy/node-http-handler that runs',
    };
  const second = AWS_2.exec(path);
  if (second !== null && call.isNew && /^[A-Z]/.test(second[1]!) && !IS_NO_SERVICE.test(second[1]!))
    return { of: second[1]!.toLowerCase(), limited: (s) => s.inMember(0, /^httpOptions$/, OF_ANSWERS) };
  if (BOTO.test(path)) {
    const service =
      call.arguments.find((one) => one.name === 'service_name')?.value ?? call.arguments[0]?.value;
    const of = service?.kind === 'literal' ? String(service.value) : 'AWS';
    return { of, limited: (s) => s.configured() };
  }
  if (/^((window|globalThis)\.)?fetch$/.test(path)) return { of: 'fetch', limited: (s) => s.signalled(1) };
  const axios = AXIOS.exec(path);
  if (axios !== null && path !== 'axios.create()') {
    if (path.startsWith('axios.create()')) return { of: 'axios', limited: (s) => s.ofInstance() };
    const index =
      axios[1] === undefined || axios[1] === 'request' ? 0 : /^(post|put|patch)$/.test(axios[1]) ? 2 : 1;
    return {
      of: 'axios',
      limited: (s) => (s.has(index, /^timeout$/) === 'yes' ? 'yes' : s.signalled(index)),
    };
  }
  if (REQUESTS.test(path)) return { of: 'requests', limited: (s) => s.named(/^timeout$/) };
  if (/^urllib\.request\.urlopen$/.test(path))
    return { of: 'urllib', limited: (s) => s.named(/^timeout$/, 2) };
  const database = DATABASES.exec(path);
  if (database !== null)
    return {
      of: (database[1] ?? database[3] ?? database[5])!.replace('/promise', ''),
      limited: (s) => (path.startsWith('mysql') ? s.limitsQueries() : s.limitsStatements()),
    };
  return undefined;
}

/** What bounds the time of an answer, and not only of connecting. */
const OF_ANSWERS = /^(requestTimeout|socketTimeout|timeout)$/;
const OF_STATEMENTS = /^(statement_?timeout|query_?timeout)$/i;

/** `{ sql: …, timeout: … }`, `SET SESSION max_execution_time = …`. */
function limitsAQuery(module: SourceModule): boolean {
  return (
    everyOne(module, 'object').some(({ value: { members } }) => {
      const says = (said: string) => members.some(({ name }) => name === said);
      return says('sql') && says('timeout');
    }) ||
    everyOne(module, 'literal').some(({ value }) =>
      /max_execution_time|max_statement_time/i.test(String(value.value)),
    )
  );
}

/**
 * What `requestTimeout` does in a handler: the one for HTTP/2 and the one that fetches have kept to ending what takes longer;
 * of Node's it is told by its version, of any other by itself.
 */
function ofHandler(path = ''): RequestTimeout | undefined {
  if (/(?:NodeHttp2|FetchHttp)Handler$/.test(path)) return 'ends';
  return /NodeHttpHandler$/.test(path) ? undefined : 'open';
}

/** What it does in the handler that a client makes itself of what it is given. */
function ofOwnHandler(path = ''): RequestTimeout | undefined {
  return mayUseHttp2(/(\w+)Client$/.exec(path)?.[1] ?? '') ? 'open' : undefined;
}

/** What a call is given, as far as it is written out. */
class Settings {
  readonly #program: Program;
  readonly #module: SourceModule;
  readonly #call: Call;

  constructor(program: Program, module: SourceModule, call: Call) {
    this.#program = program;
    this.#module = module;
    this.#call = call;
  }

  /** Whether an object that is handed over has a member. */
  has(index: number, name: RegExp): Limited {
    const object = this.#objectAt(index);
    return typeof object === 'string' ? object : limitedIn(object, name);
  }

  /** Whether an argument of such a name is there. */
  named(name: RegExp, position = Number.POSITIVE_INFINITY): Limited {
    const { arguments: given } = this.#call;
    const own = given.find((one, at) => (one.name === undefined ? at === position : name.test(one.name)));
    if (own !== undefined && !own.spread) return isNoLimit(own.value) ? 'no' : 'yes';
    return given.some(({ spread }) => spread) ? 'open' : 'no';
  }

  /** `config=Config(read_timeout=…)` of boto3. */
  configured(): Limited {
    const config = this.#call.arguments.find((one) => one.name === 'config')?.value;
    if (config === undefined) return this.named(/^config$/);
    const meaning = this.#program.resolve(this.#module, config, this.#call.within);
    if (meaning.kind !== 'made' || meaning.members.length > 0) return 'open';
    const made = meaning.module.calls[meaning.call]!;
    if (!/(^|\.)Config$/.test(made.path ?? '')) return 'open';
    return new Settings(this.#program, meaning.module, made).named(/^read_timeout$/);
  }

  /** `requestHandler: { requestTimeout: … }`, `requestHandler: new NodeHttpHandler({ … })`: what stands in a member. */
  inMember(index: number, name: RegExp, inside: RegExp | 'of the handler'): Limited {
    const found = this.#member(index, name);
    if (typeof found === 'string') return found;
    const { module, value, within } = found;
    const judged = (object: ObjectExpression, from: SourceModule, timeouts?: RequestTimeout) =>
      inside === 'of the handler'
        ? limitedByHandler(object, timeouts ?? this.#program.sdk?.requestTimeout(from.file) ?? 'open')
        : limitedIn(object, inside);
    const byClient = ofOwnHandler(this.#call.path);
    if (value.kind === 'object') return judged(value, module, byClient);
    const meaning = this.#program.resolve(module, value, within);
    if (meaning.kind === 'value' && meaning.value.kind === 'object')
      return judged(meaning.value, meaning.module, byClient);
    if (meaning.kind !== 'made' || meaning.members.length > 0) return 'open';
    const made = meaning.module.calls[meaning.call]!;
    if (!made.isNew) return 'open';
    const settings = new Settings(this.#program, meaning.module, made).#objectAt(0);
    return typeof settings === 'string' ? settings : judged(settings, meaning.module, ofHandler(made.path));
  }

  #objectAt(index: number): ObjectExpression | 'no' | 'open' {
    const given = this.#call.arguments[index];
    if (given === undefined) return this.#call.arguments.some(({ spread }) => spread) ? 'open' : 'no';
    const meaning = given.spread ? undefined : this.#objectOf(given.value);
    return meaning?.kind === 'value' && meaning.value.kind === 'object' ? meaning.value : 'open';
  }

  /** `signal: AbortSignal.timeout(…)`; any other signal only where something in the same function counts the time. */
  signalled(index: number): Limited {
    const found = this.#member(index, /^signal$/);
    if (typeof found === 'string') return found;
    const { module, value, within } = found;
    const path =
      value.kind === 'call'
        ? module.calls[value.call]!.path
        : this.#program.pathOf(module, value, within)?.replace(/\(\)$/, '');
    if (/(^|\.)AbortSignal\.timeout$/.test(path ?? '')) return 'yes';
    const counts = module.calls.some(
      (one) => one.within === within && /(^|\.)setTimeout$/.test(one.path ?? ''),
    );
    return counts ? 'yes' : 'open';
  }

  /** A setting of a driver of PostgreSQL, or one of the options that it hands to the server. */
  limitsStatements(): Limited {
    const isPython = this.#module.language === 'python';
    const own = isPython ? this.named(OF_STATEMENTS) : this.has(0, OF_STATEMENTS);
    if (own !== 'no') return own;
    const inObject = isPython ? undefined : this.#member(0, /^options$/);
    const options = isPython
      ? this.#call.arguments.find(({ name }) => name === 'options')?.value
      : typeof inObject === 'object'
        ? inObject.value
        : undefined;
    const handed = [options, ...this.#addresses(isPython)].filter((one) => one !== undefined);
    const texts = handed.map((one) => this.#text(one));
    if (texts.some((text) => text !== undefined && /statement_timeout/.test(text))) return 'yes';
    return texts.includes(undefined) || this.#users().some(setsStatementTimeout) ? 'open' : 'no';
  }

  /** An address may hand settings to the server: `?statement_timeout=5000`. */
  #addresses(isPython: boolean): readonly (Expression | undefined)[] {
    if (isPython)
      return this.#call.arguments.flatMap(({ name, value }, index) =>
        (name === undefined ? index === 0 : /^(dsn|conninfo)$/.test(name)) ? [value] : [],
      );
    const found = this.#member(0, /^connectionString$/);
    return [typeof found === 'object' ? found.value : undefined];
  }

  #text(value: Expression): string | undefined {
    const meaning = this.#program.resolve(this.#module, value, this.#call.within);
    return meaning.kind === 'value' && meaning.value.kind === 'literal'
      ? String(meaning.value.value)
      : undefined;
  }

  /** The module of the call, and those that import it. */
  #users(): readonly SourceModule[] {
    return [...this.#program.modules.values()].filter(
      (module) => module === this.#module || importedBy(this.#program, module).includes(this.#module),
    );
  }

  /** Drivers of MySQL have no setting for all statements: each query says it, or the session. */
  limitsQueries(): Limited {
    if (this.#users().some(limitsAQuery)) return 'yes';
    return unreadIn(this.#program, this.#module) === undefined ? 'no' : 'open';
  }

  /** What `axios.create` was given, of which this is a method. */
  ofInstance(): Limited {
    const { callee } = this.#call;
    const of =
      callee.kind === 'member'
        ? this.#program.resolve(this.#module, callee.of, this.#call.within)
        : undefined;
    if (of?.kind !== 'made') return 'open';
    return new Settings(this.#program, of.module, of.module.calls[of.call]!).has(0, /^timeout$/);
  }

  /** What is handed over, also where a function of the repository makes it. */
  #objectOf(value: Expression): Meaning {
    const meaning = this.#program.resolve(this.#module, value, this.#call.within);
    if (meaning.kind !== 'made' || meaning.members.length > 0) return meaning;
    const { callee, within } = meaning.module.calls[meaning.call]!;
    const made = this.#program.resolve(meaning.module, callee, within);
    return (
      (made.kind === 'function' ? this.#program.given(made.module, made.function) : undefined) ?? meaning
    );
  }

  /** A member of an object that is handed over, with where it stands. */
  #member(index: number, name: RegExp): ValueAt | 'no' | 'open' {
    const given = this.#call.arguments[index];
    if (given === undefined) return this.#call.arguments.some(({ spread }) => spread) ? 'open' : 'no';
    if (given.spread) return 'open';
    const meaning = this.#objectOf(given.value);
    if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return 'open';
    const own = meaning.value.members.find((member) => name.test(member.name));
    if (mayAlsoHave(meaning.value, name) && (own === undefined || meaning.value.perhaps !== undefined))
      return 'open';
    if (own === undefined) return 'no';
    return { module: meaning.module, value: own.value, within: meaning.within };
  }
}

interface ValueAt {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}
