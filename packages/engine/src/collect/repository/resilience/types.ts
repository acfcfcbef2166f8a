/** How the code is built against failure: connections, layers, what it needs to start, breakers, work that failed. */
export const RESILIENCE_TYPES = {
  'Repository::DatabaseConnection': {
    is: 'a place where connections to a relational database are made',
    address: 'connections of pg in src/database.js',
    properties: {
      path: 'where the file lies',
      of: 'what makes them: `pg`, `mysql2`, `psycopg2`, `sqlalchemy`',
      pool: { is: 'whether it is a pool', otherwise: false },
      kept: 'whether they are made once for a process, and not again for each call',
    },
  },
  'Repository::EntryFile': {
    is: 'a file with functions that are called from outside',
    address: 'handlers in src/app.py',
    properties: {
      path: 'where the file lies',
      calls: 'services that its own code calls through an SDK',
      'calls[].call': 'what is called: `PutObjectCommand`, `put_item`',
      'calls[].service': 'the service: `s3`',
    },
  },
  'Repository::StartCall': {
    is: 'a call that has to go well before anything can be answered, and that nothing needs',
    address: 'start in src/storage.py',
    properties: {
      path: 'where the file lies',
      call: 'what is called: `head_bucket`',
      when: '`import` (the file is loaded), `constructor` (an object is made) or `start`',
    },
  },
  'Repository::Breaker': {
    is: 'a circuit breaker in use',
    address: 'breaker in src/accounts.py',
    properties: {
      path: 'where the file lies',
      of: 'what makes it: `opossum`, `pybreaker`, or the name of a class of the repository',
      fallback: 'whether something is given where the breaker is open',
    },
  },
  'Repository::FailedWork': {
    is: 'a place where work that failed is caught',
    address: 'failed work in src/invoices.js send',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      work: 'what is tried: `send`',
      kept: 'whether it goes anywhere but into a log: thrown on, put into a queue or table, tried again',
    },
  },
  'Repository::ProtectiveTable': {
    is: 'a table of the schema that is there to protect',
    address: 'protective table locks',
    properties: {
      path: 'the migration that makes it',
      name: 'the name of the table',
      usedIn: 'the files of code that name it',
    },
  },
  'Repository::Review': {
    is: 'a way by which the code leads something to a person',
    address: 'review in src/review.py to_review',
    properties: {
      path: 'where the file lies',
      name: 'what it is called',
      usedIn: 'the files that call it',
    },
  },
} as const;
