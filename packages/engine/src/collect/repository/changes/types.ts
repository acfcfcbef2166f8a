/** What the code keeps where others keep things too: whether a writer may lose what another wrote, and when it is stored. */
export const CHANGE_TYPES = {
  'Repository::Change': {
    is: 'a piece of code that changes what is stored',
    address: 'changes in src/store.py upload',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      changes: 'what it changes, itself or by a function that it does not wait for',
      'changes[].of': 'where it is kept: `DynamoDB`, `S3`, `SQL`, `MongoDB`, `Prisma`',
      'changes[].call': 'what is called: `put_item`, `UPDATE invoices`',
      'changes[].replaces': {
        is: 'whether it writes over something that somebody else may have changed since',
        otherwise: false,
      },
      'changes[].guard': 'what keeps it from doing so: `condition`, `version`, `lock`, `transaction`',
      'changes[].loses': {
        is: 'whether what somebody else wrote in the meantime may be lost by it',
        otherwise: false,
      },
      'changes[].late':
        'what keeps it back, so that somebody may have been told before that it is stored: `nothing waits for it`',
    },
  },
  'Repository::ConcurrentTest': {
    is: 'a test in which several calls run together that may write',
    address: 'writers at once in tests/test_concurrency.py test_two_writers',
    properties: {
      path: 'where the file lies',
      test: 'the name of the test',
      by: 'what lets them do so: `threading.Thread`, `Promise.all`',
      writes: 'whether they write, and the same',
      compares: 'whether something is compared from then on',
    },
  },
  'Repository::ExpiryName': {
    is: 'a name in the code for the time at which something ends by itself',
    address: 'expires_at in the code',
    properties: {
      name: 'the name',
      writtenIn: 'the files whose calls of DynamoDB write it',
    },
  },
  'Repository::Lease': {
    is: 'a lease or lock that is kept where others see it',
    address: 'lease in src/sessions.py take',
    properties: {
      path: 'where the file lies',
      function: 'the function that takes it',
      owner: 'whether it says who has it',
      expires: 'whether it ends by itself',
      renewed:
        'whether it is asked for again before what it guards is used, and not only when that was fetched',
    },
  },
  'Repository::SessionStore': {
    is: 'a place where the sessions of people are kept',
    address: 'sessions of express-session in src/app.ts',
    properties: {
      path: 'where the file lies',
      of: 'what keeps them: `express-session`',
      kept: '`memory` (of one process), `shared` (where every container finds them) or `cookie`',
    },
  },
} as const;
