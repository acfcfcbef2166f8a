/** What the application's code does, where requirements speak of it: statements, pages, tokens, protections, language models. */
export const PRACTICE_TYPES = {
  'Repository::Statements': {
    is: 'a piece of code that asks a database',
    address: 'src/search.js contacts',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      statements: 'the statements of SQL or PartiQL, and the conditions of DynamoDB, that it hands over',
      'statements[].start':
        'how the statement begins (`SELECT`), or what the condition is (`FilterExpression`)',
      'statements[].joined':
        'whether something is joined into its text that is no constant and on no list of what is allowed',
      'statements[].part': 'what is joined in, as it is written',
    },
  },
  'Repository::Page': {
    is: 'a script of a page',
    address: 'site/app.js',
    properties: {
      path: 'where the file lies',
      markup:
        'the places where a text becomes markup as it is: `innerHTML`, `dangerouslySetInnerHTML`, `document.write`, `v-html`, `{@html}`, `set:html`',
      'markup[].sink': 'what makes it markup',
      'markup[].raw': 'whether the text is no constant and nothing makes it harmless',
      storage: 'what it keeps in storage that every script of the page can read',
      'storage[].key': 'the name under which it is kept',
      'storage[].token': 'whether that is a token, by its name',
    },
  },
  'Repository::Token': {
    is: 'a place where tokens are made',
    address: 'src/share.js create',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      maker: 'what makes it: `jsonwebtoken.sign`',
      purpose:
        '`access`, `refresh`, or `other` where its names say that it is for one thing: a link, an invitation',
      expires: 'whether it ends by itself',
      takenBackBy: 'names in the code that speak of taking tokens back, or of who is still let in',
      endsOnlyWith: 'the variable of the environment without which it has no end',
      lifetimeSeconds: 'how long it lives',
    },
  },
  'Repository::Protection': {
    is: 'a protection in the code',
    address: 'src/limits.py allow',
    properties: {
      path: 'where the file lies',
      name: 'the name of the function or class',
      kind: '`validator`, `limiter`, `lock`, `retry`, `breaker`, `guard`, `sanitiser` or `cleanup`',
      by: 'of a limiter, what it tells callers apart by, by the names in it: `user` or `address`',
      usedIn: 'the files that name it, tests left out',
      usedInPages: 'those of them that a page loads',
    },
  },
  'Repository::ModelCall': {
    is: 'a call of a language model',
    address: 'src/extract.py handler',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      call: 'what is called: `invoke_model`',
      validated: 'whether what comes back is compared with a schema, there or by those who call it',
      parsed: { is: 'whether what comes back is read as data', otherwise: false },
    },
  },
  'Repository::Client': {
    is: 'a client of another service',
    address: 'src/mail.ts fetch',
    properties: {
      path: 'where the file lies',
      of: 'what is asked: a service of AWS, a database, or what asks over HTTP',
      page: { is: 'whether that is in a page', otherwise: false },
      calls: 'where it is made, or asked where there is no client of its own',
      'calls[].of': 'the same as `of`',
      'calls[].limited': 'whether it is written down how long an answer may take',
      'calls[].onlyWarns': {
        is: 'whether what is written only warns when that time is over',
        otherwise: false,
      },
    },
  },
} as const;
