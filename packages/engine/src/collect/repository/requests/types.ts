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
  'Repository::Listing': {
    is: 'a function that asks a database for many things',
    address: 'list in src/cards.ts all',
    properties: {
      path: 'where the file lies',
      function: 'its name',
      routes: 'the routes and handlers that lead to it and may answer with a list',
      reads: 'where it asks',
      'reads[].asks': 'what is asked: `SELECT`, `ScanCommand`, `findMany`',
      'reads[].of': '`sql`, `dynamodb` or `orm`',
      'reads[].limited': 'whether it is written how many it may give',
      'reads[].capped': {
        is: 'whether the code sets the most that a caller may ask for; a read of DynamoDB ends after a megabyte',
        otherwise: true,
      },
      'reads[].goesOn': {
        is: 'whether the code around it looks at the key with which the next page begins',
        otherwise: false,
      },
    },
  },
  'Repository::Limiter': {
    is: 'a limit of how often somebody may call, by a package',
    address: 'limit in src/app.ts',
    properties: {
      path: 'where the file lies',
      by: 'what it tells callers apart by: `user` (also a tenant, a session, a key) or `address`',
    },
  },
  'Repository::SignUp': {
    is: 'a place where the code, or a page, signs new users up',
    address: 'sign-up in site/src/register.ts',
    properties: { path: 'where the file lies' },
  },
  'Repository::StaticFiles': {
    is: 'a place where a server sends the files of a folder as they are',
    address: 'files sent by src/app.ts',
    properties: { path: 'where the file lies' },
  },
  'Repository::SiteBuild': {
    is: 'a build of pages',
    address: 'site/vite.config.ts',
    properties: {
      tool: '`vite` or `next`',
      publishesSources: {
        is: 'whether the build for production writes source maps beside the pages',
        otherwise: false,
      },
    },
  },
  'Repository::ApiVersion': {
    is: 'a place where versions of the API are told apart, other than by path',
    address: 'version of the API in src/app.ts',
    properties: {
      path: 'where the file lies',
      by: 'the header, media type or switch of the framework: `accept-version`',
    },
  },
  'Repository::ErrorShape': {
    is: 'a shape in which errors are answered',
    address: 'errors as {code, message}',
    properties: {
      members:
        'its members in order, as one text: `code, message`; `error {code, message}` where they lie deeper',
      files: 'the files that answer so',
    },
  },
  'Repository::EmptyError': {
    is: 'answers to what went wrong that are a status and nothing else',
    address: 'errors without a body',
    properties: { files: 'the files that answer so' },
  },
  'Repository::Deletion': {
    is: 'a way to have data of a person deleted',
    address: 'deletion by DELETE /account',
    properties: {
      by: '`route`, `function` (of Lambda, by its name) or `script`',
      file: 'where it is registered',
      deletes: 'whether its code deletes anything',
      needs: 'what it needs of AWS',
      'needs[].action': 'as IAM calls it: `cognito-idp:AdminDeleteUser`',
    },
  },
  'Repository::Export': {
    is: 'a way to a copy of the data that is kept',
    address: 'copy by GET /export',
    properties: {
      by: '`route` or `function` (of Lambda, by its name)',
      file: 'where it is registered',
      offeredBy: 'scripts of pages that call it',
    },
  },
} as const;
