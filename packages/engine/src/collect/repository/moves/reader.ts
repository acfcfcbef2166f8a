import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact } from '../fact.ts';
import { Findings } from '../findings.ts';
import { at } from '../practices/places.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';

const TYPES = ['Repository::DataMove'] as const;

/** Scripts that move existing data, by their names and by what they do. */
export const moves: Reader = { name: 'moves', types: TYPES, wants: isModule, read: readMoves };

async function readMoves(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) if (isNamedSo(one.file)) findings.unread(one);
  for (const module of program.modules.values()) {
    if (!isNamedSo(module.file)) continue;
    findings.brokenModule(module);
    findings.add(...moveIn(module));
  }
  return findings.found;
}

const VERBS = /(^|-)(mov(e|es|ing)|transfer|carry-over)(-|$)/;
const VERBS_OF_MANY = /(^|-)(migrat(e|es|ing|ion)|copy|convert|import|export|port)(-|$)/;
/** Without one of these, what migrates is a schema, and what is imported anything. */
const DATA =
  /(^|-)(data|users?|accounts?|customers?|records?|files?|items?|rows?|documents?|objects?|orders?|cards?|profiles?|tenants?|legacy|old|existing)(-|$)/;
const NO_DATA =
  /(^|-)(schema|state|terraform|tfstate|infra|code|repo|imports?-order|locks?|vpc|dns|stack)(-|$)/;
const BY_HAND =
  /(^|\/)(scripts?|tools?|bin|ops|jobs|tasks|maintenance|migrat\w*|one-?off\w*|utils?|moves?)\//;
const OF_SCHEMA = /(^|\/)(migrations|versions|alembic)\/(\d|V\d|[0-9a-f]{8,})/;

/** Whether people would take a file for a script that moves data: by its name and its folder. */
function isNamedSo(path: string): boolean {
  const name = path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[_.]/g, '-')
    .toLowerCase();
  if (OF_SCHEMA.test(path) || NO_DATA.test(name) || !(BY_HAND.test(path) || !path.includes('/')))
    return false;
  return VERBS.test(name) || (VERBS_OF_MANY.test(name) && DATA.test(name));
}

const WRITES =
  /^(put_item|batch_write_item|batch_writer|update_item|put_object|upload_file|upload_fileobj|copy_object|copy|insert_many|insert_one|insertMany|insertOne|bulk_create|bulk_write|bulkWrite|executemany|createMany|PutCommand|PutItemCommand|BatchWriteCommand|BatchWriteItemCommand|UpdateCommand|UpdateItemCommand|PutObjectCommand|CopyObjectCommand|admin_create_user|AdminCreateUserCommand)$/;
const DELETES =
  /^(delete_item|delete_object|delete_objects|DeleteCommand|DeleteItemCommand|DeleteObjectCommand|DeleteObjectsCommand|deleteMany|delete_many|truncate)$/;
const WRITES_SQL = /^\s*(insert\s+(?:or\s+\w+\s+)?into|update\s+\S+\s+set|merge\s+into|copy\s+\w)/i;
const DELETES_SQL = /^\s*(delete\s+from|truncate|drop\s+table)/i;

const OF_DRY_RUNS =
  /dry[-_ ]?run|^--(plan|preview|simulate)$|^(--)?(no-?op|what-?if)$|^--(apply|execute|commit|confirm|really)$/i;
/** A mode of the script, where a function is called so; a value of that name may be what somebody pays for. */
const OF_MODES = /^(plan|preview|simulate)(_|[A-Z]|$)/;
const OF_PROOF =
  /verif(?!\w*_?(token|password|e?mail|signature|user|code|jwt|ssl|tls|cert))|reconcil|checksum|compare|(^|_)(assert|check)_?(counts?|same|moved|copied|equal)|countsMatch/i;
const OF_UNDOING = /^(--)?(undo|revert|roll_?back|way_?back|restore)(_|[A-Z]|$)/;

function moveIn(module: SourceModule): readonly RepositoryFact[] {
  const said = wordsOf(module);
  const done = doneIn(module);
  const first = done.writes[0];
  if (first === undefined) return [];
  const has = (pattern: RegExp, words: readonly string[]) => {
    if (words.some((word) => pattern.test(word))) return true;
    return module.problems.length === 0
      ? undefined
      : unknown('unresolved-expression', 'the rest of the file', inCode(placeIn(module.file)));
  };
  return [
    fact({
      type: 'Repository::DataMove',
      address: `${module.file} moving data`,
      at: at(module, first.at),
      properties: {
        path: module.file,
        writes: done.writes.map(({ what }) => what),
        dryRun: has(OF_MODES, said.functions) === true || has(OF_DRY_RUNS, [...said.names, ...said.texts]),
        verifies: has(OF_PROOF, said.names),
        undoes: has(OF_UNDOING, said.names),
        deletes: done.deletes.map(({ what }) => what),
      },
    }),
  ];
}

interface Done {
  readonly what: string;
  readonly at: SourceModule['calls'][number]['at'];
}

/** What it writes and takes away, taking back left out. */
function doneIn(module: SourceModule): {
  readonly writes: readonly Done[];
  readonly deletes: readonly Done[];
} {
  const writes: Done[] = [];
  const deletes: Done[] = [];
  for (const { callee, arguments: given, within, at: place } of module.calls) {
    if (OF_UNDOING.test(module.functions[within]?.name ?? '')) continue;
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (WRITES.test(name)) writes.push({ what: name, at: place });
    if (DELETES.test(name)) deletes.push({ what: name, at: place });
    for (const { value } of given) {
      const text =
        value.kind === 'literal'
          ? value.value
          : value.kind === 'text'
            ? module.texts[value.text]!.parts[0]
            : undefined;
      if (typeof text !== 'string') continue;
      if (WRITES_SQL.test(text)) writes.push({ what: text.trim().split(/\s/)[0]!.toUpperCase(), at: place });
      if (DELETES_SQL.test(text))
        deletes.push({ what: text.trim().split(/\s/)[0]!.toUpperCase(), at: place });
    }
  }
  return { writes, deletes };
}

/** Names of functions and of what they are given; words that are handed over or compared with. */
function wordsOf(module: SourceModule): {
  readonly functions: readonly string[];
  readonly names: readonly string[];
  readonly texts: readonly string[];
} {
  const functions = module.functions.flatMap(({ name }) => name ?? []);
  const given = module.functions.flatMap(({ parameters }) => parameters.flatMap(({ name }) => name ?? []));
  const texts: string[] = [];
  everyExpression(module, (value) => {
    if (value.kind === 'literal' && typeof value.value === 'string' && value.value.length < 40)
      texts.push(value.value);
    if (value.kind === 'member' || value.kind === 'name') texts.push(value.name);
    if (value.kind === 'object') texts.push(...value.members.map(({ name }) => name));
  });
  return { functions, names: [...functions, ...given], texts };
}
