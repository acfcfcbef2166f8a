import { onceForText } from '../../../../once-for.ts';

/** A call that names records: with which argument, and what it does. */
export interface Naming {
  /** In words: `DeleteItem of DynamoDB`. */
  readonly what: string;
  readonly writes: boolean;
  /** Where what names the record stands. */
  readonly where:
    | 'key-members'
    | 'members-of-first'
    | 'where-of-first'
    /** As of the first, and only where it has a `where`: others have a method of the same name. */
    | 'own-where-of-first'
    | 'first'
    | 'second'
    | 'all'
    | 'statement'
    | 'named';
  /** Ways by which a record is named there; a filter by what a body says is a search. */
  readonly by: 'path' | 'any';
}

interface Row extends Naming {
  readonly name: RegExp;
  /** Of the last name alone. */
  readonly last?: boolean;
}

/** Members of what is handed over that name a record. */
export const KEYS =
  /^(Key|Keys|KeyConditionExpression|KeyConditions|ExpressionAttributeValues|FilterExpression|ConditionExpression|Prefix|Params|Parameters)$/;

const SCRIPT: readonly Row[] = [
  {
    name: /^@aws-sdk\/(client|lib)-dynamodb\.(Get|Query|GetItem)(Item)?Command$/,
    what: 'a read of DynamoDB',
    writes: false,
    where: 'key-members',
    by: 'path',
  },
  {
    name: /^@aws-sdk\/(client|lib)-dynamodb\.(Delete|Update)(Item)?Command$/,
    what: 'a write of DynamoDB',
    writes: true,
    where: 'key-members',
    by: 'path',
  },
  {
    name: /^@aws-sdk\/client-s3\.(GetObject|HeadObject)Command$/,
    what: 'an object of S3',
    writes: false,
    where: 'key-members',
    by: 'any',
  },
  {
    name: /^@aws-sdk\/client-s3\.(PutObject|DeleteObject)Command$/,
    what: 'a write of an object of S3',
    writes: true,
    where: 'key-members',
    by: 'any',
  },
  {
    name: /^@aws-sdk\/s3-presigned-post\.createPresignedPost$/,
    what: 'a write of an object of S3',
    writes: true,
    where: 'all',
    by: 'any',
  },
  {
    name: /DocumentClient\(\)\.(get|query)$/,
    what: 'a read of DynamoDB',
    writes: false,
    where: 'key-members',
    by: 'path',
  },
  {
    name: /DocumentClient\(\)\.(delete|update)$/,
    what: 'a write of DynamoDB',
    writes: true,
    where: 'key-members',
    by: 'path',
  },
  {
    name: /^(findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'where-of-first',
    by: 'path',
  },
  {
    name: /^(findById|findByPk|findOneById)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'first',
    by: 'path',
  },
  {
    name: /^(findByIdAndUpdate|findByIdAndDelete|findByIdAndRemove)$/,
    last: true,
    what: 'a write of the database',
    writes: true,
    where: 'first',
    by: 'path',
  },
  {
    name: /^(findOne|findOneBy|findOneOrFail|findOneByOrFail)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'where-of-first',
    by: 'path',
  },
  {
    name: /^(findOneAndUpdate|findOneAndDelete|findOneAndReplace|deleteOne|updateOne|replaceOne|destroy|deleteMany|updateMany)$/,
    last: true,
    what: 'a write of the database',
    writes: true,
    where: 'where-of-first',
    by: 'path',
  },
  {
    name: /^(delete|update|upsert)$/,
    last: true,
    what: 'a write of the database',
    writes: true,
    where: 'own-where-of-first',
    by: 'path',
  },
  {
    name: /^(findMany|findAll)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'own-where-of-first',
    by: 'path',
  },
];

const PYTHON: readonly Row[] = [
  { name: /(^|\.)(get_item|query)$/, what: 'a read of DynamoDB', writes: false, where: 'named', by: 'path' },
  {
    name: /(^|\.)(delete_item|update_item)$/,
    what: 'a write of DynamoDB',
    writes: true,
    where: 'named',
    by: 'path',
  },
  {
    name: /(^|\.)(get_object|download_file|download_fileobj|head_object)$/,
    what: 'an object of S3',
    writes: false,
    where: 'named',
    by: 'any',
  },
  {
    name: /(^|\.)generate_presigned_url$/,
    what: 'a link to an object of S3',
    writes: false,
    where: 'all',
    by: 'any',
  },
  {
    name: /(^|\.)generate_presigned_post$/,
    what: 'a write of an object of S3',
    writes: true,
    where: 'all',
    by: 'any',
  },
  {
    name: /(^|\.)(put_object|delete_object)$/,
    what: 'a write of an object of S3',
    writes: true,
    where: 'named',
    by: 'any',
  },
  {
    name: /^(get_or_404|first_or_404|get_object_or_404|filter_by)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'all',
    by: 'path',
  },
  {
    name: /^(find_one|find_one_by_id)$/,
    last: true,
    what: 'a read of the database',
    writes: false,
    where: 'first',
    by: 'path',
  },
  {
    name: /^(find_one_and_update|find_one_and_delete|update_one|delete_one|replace_one)$/,
    last: true,
    what: 'a write of the database',
    writes: true,
    where: 'first',
    by: 'path',
  },
  {
    name: /(^|\.)(session|db|db_session)\.get$/,
    what: 'a read of the database',
    writes: false,
    where: 'second',
    by: 'path',
  },
  {
    name: /(^|\.)query(\(\))?\.get$/,
    what: 'a read of the database',
    writes: false,
    where: 'first',
    by: 'path',
  },
  { name: /(^|\.)objects\.get$/, what: 'a read of the database', writes: false, where: 'all', by: 'path' },
];

/** Parts of a chain that narrow which records it is about: `.where(…)`, `.filter(…)`. */
export const NARROWS = /^(where|andWhere|filter|filter_by|eq|match|whereRaw)$/;
/** What such a chain begins with. */
export const CHAIN_OF_DATABASE =
  /^(query|select|selectFrom|from|from_|table|deleteFrom|delete|update|updateTable|createQueryBuilder|knex|objects|scalars|execute)$/;

/** Links of such a chain that change what it is about. */
export const CHANGES = /^(delete|deleteFrom|update|updateTable|del)$/;

/** Statements, whoever is handed them. */
export const STATEMENT =
  /^[\s(]*(select\b[\s\S]*\bfrom\b|update\b[\s\S]*\bset\b|delete\s+from\b|with\s+[\s\S]+\bselect\b)/i;
const WRITES = /^[\s(]*(update|delete)\b/i;
export function namingOfStatement(statement: string): Naming {
  const writes = WRITES.test(statement);
  return {
    what: writes ? 'a statement that changes rows' : 'a statement',
    writes,
    where: 'statement',
    by: 'path',
  };
}

/** What a call names records by; nothing where it names none. */
export function namingOf(language: 'script' | 'python', name: string, last: string): Naming | undefined {
  return (language === 'script' ? namedInScripts : namedInPython)(name)(last);
}

const namedInScripts = namedBy(SCRIPT);
const namedInPython = namedBy(PYTHON);

function namedBy(rows: readonly Row[]): (name: string) => (last: string) => Naming | undefined {
  return onceForText((name) =>
    onceForText((last) => rows.find((row) => row.name.test(row.last === true ? last : name))),
  );
}

const ASKS_A_SERVICE =
  /^(axios|ky|got|superagent|undici|node-fetch|cross-fetch|isomorphic-fetch|ofetch|requests|httpx|aiohttp|urllib3?|fetch)(\.|$)/;

/** Methods of lists and maps by whose names databases find, too: those are given an object. */
export const OF_LISTS_OR_STORES = /^(find|get|filter|all|count)$/;

const NAMES_NONE =
  /(^|\.)(log|info|warn|warning|error|debug|trace|exception|print|json|send|status|sendStatus|set|header|type|code|redirect|render|end|write|writeHead|jsonify|dumps|stringify|parse|loads|Response|JSONResponse|HTTPException|HttpException|Number|String|parseInt|parseFloat|Boolean|isNaN|int|str|float|UUID|uuid4|v4|validate|isValid|ObjectId|toString|trim|split|join|replace|toLowerCase|toUpperCase|lower|upper|strip|encode|decode|map|filter|forEach|find|some|every|reduce|push|append|add|get|includes|has|startsWith|endsWith|slice|match|test|then|catch|finally|format|sprintf|decodeURIComponent|encodeURIComponent|len|Error|NotFoundException|NotFound|NotFoundError|BadRequest\w*|abort|isValidObjectId|keys|values|entries|items|all|resolve|assign|pop|sort|list|dict|set|tuple|range|isinstance|Date|Math\.\w+|Array\.\w+|Object\.\w+|Promise\.\w+|safeParse|parseAsync|model_validate|model_dump|capture\w*|count|increment|addMetric|publish|emit|notFound|revalidatePath|next)$/;

/** Whether a call is of another service: whose records it answers with is decided there. */
export const asksAService = onceForText((name) => ASKS_A_SERVICE.test(name));

/** Whether a call is of a package that keeps, sends or writes down what it is given and names no record. */
export const namesNone = onceForText((name) => NAMES_NONE.test(name));
