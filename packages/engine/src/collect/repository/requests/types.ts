/** What the code does with requests and answers. */
export const REQUEST_TYPES = {
  'Repository::Log': {
    is: 'a file that writes to the log',
    address: 'log of src/app.ts',
    properties: {
      path: 'where the file lies',
      writes: 'what it writes there that no log should have; what only a level for developers writes is open',
      'writes[].of':
        '`body` (of a request or message), `request` (the whole of it), `headers`, `secret` (by its name) or `content` (of a file that was kept)',
      'writes[].what': 'the same in words, with the expression as it is written',
    },
  },
} as const;
