/** What the code asks databases for, and by what they find it. */
export const QUERY_TYPES = {
  'Repository::Query': {
    is: 'a query',
    address: 'src/decks.py cards: cards by deck_id',
    properties: {
      path: 'where the file lies',
      store: '`sql` or `dynamodb`',
      table: 'the table; left out where DynamoDB is told it elsewhere',
      operation: '`SELECT`, or the operation of DynamoDB: `Query`, `Scan`, `GetItem`',
      columns: 'the columns or keys by which it looks for rows, as they are',
      'columns[].name': 'the name of one',
      conditions: 'what no index of these columns helps with',
      'conditions[].text': 'the condition as it is written: `title LIKE`',
      'conditions[].why': 'why: `it may begin with anything`, `it looks into a value`, `it ignores case`',
      index: 'the index that it names',
      limited: { is: 'whether it takes a page at a time', otherwise: false },
      job: {
        is: 'whether its names say that it goes through everything: a clean-up, a report',
        otherwise: false,
      },
      filtered: { is: 'whether it throws away what it has read', otherwise: false },
    },
  },
  'Repository::Table': {
    is: 'a table of a relational database',
    address: 'table entries',
    properties: {
      name: 'the name of the table',
      keys: 'its keys and indexes, as far as something makes them',
      'keys[].first': 'the column by which one finds its rows first',
      'keys[].columns': 'all its columns, in order',
      kinds: 'indexes of another kind, in which words or parts of values are found: `gin`, `fulltext`',
    },
  },
  'Repository::MadeTables': {
    is: 'a place of the code that makes tables where they are missing',
    address: 'src/decks.py create: decks, cards',
    properties: {
      path: 'where the file lies',
      tables: 'the tables',
      changes: 'what the same file runs to record a version of the schema, or to change these tables',
      others:
        'what else in the code may have to do with how a schema changes: `ALTER TABLE`, a script that it names',
      usedIn: 'the files through which it comes to run',
    },
  },
} as const;
