/** What the application's own code says: which routes it serves, and what stands before them. */
export const CODE_TYPES = {
  'Repository::Route': {
    is: 'a route of the code',
    address: 'GET /cards',
    properties: {
      method: 'in capitals; `ANY` for all',
      path: 'as the framework is told it, with the prefixes of the routers that it is in: `/cards/:id`',
      framework:
        '`express`, `fastify`, `hono`, `koa`, `nestjs`, `next`, `fastapi`, `flask`, `chalice`, `powertools`, `lambda-api`, or `lambda` for a handler that tells its routes apart itself',
      file: 'where it is registered',
      handler: 'what answers it, as it is named there',
      handlerFile: 'the file of the function that answers it',
      guards: 'what stands before the handler or is asked in it, and has a say in who may go on',
      'guards[].name': 'as it is written: `signedIn`, `passport.authenticate()`',
      'guards[].kind':
        '`authenticates` (proves who is calling), `authorizes` (asks what that one may do), `shares-a-key` (compares a key that all callers share), `believes-the-caller` (looks at nothing but what the caller writes), `rate-limits`, `validates`',
      'guards[].in': 'the file in which it does so',
      redirects: {
        is: 'whether it does nothing but lead to another address that is written there',
        otherwise: false,
      },
      showsPage: {
        is: 'whether it does nothing but show a page that nothing is put into',
        otherwise: false,
      },
      public: { is: 'whether the code marks it as open to all: a decorator, a list', otherwise: false },
      readsBody: { is: 'whether the code that answers it reads a body', otherwise: false },
      needs: 'what it reads or looks for before all else, and without any one of which it refuses or fails',
      'needs[].name': 'the name of the field',
      'needs[].in': '`body` or `query`',
      validations: 'where what came in is compared with a schema',
      'validations[].name': 'what is called: `schema.parse`, `schema.body`',
      'validations[].library':
        '`zod`, `joi`, `pydantic` and the like; `own code` for a function of the repository',
      answersData: {
        is: 'whether it answers with data where all went well, and not with a page, a file or nothing',
        otherwise: false,
      },
      answerSchemas: 'the schemas that what it answers is held to',
      'answerSchemas[].name': 'as it is written: `schema.response`, `response_model`',
    },
  },
  'Repository::RecordAccess': {
    is: 'a way to records',
    address: 'records behind DELETE /users/{id}',
    properties: {
      method: 'the method of the route',
      path: 'the path of the route, where it is one',
      handler: 'the handler that Lambda calls, where no route is told',
      of: 'what says what kind of records they are: the path, the names of its parts or of arguments, or the name of the handler',
      byArgument: {
        is: 'whether it answers a field of GraphQL, whose arguments name the record',
        otherwise: false,
      },
      file: 'where what answers lies',
      guards: 'what stands before it, as of the route',
      'guards[].name': 'as it is written',
      'guards[].kind': 'as of the route',
      'guards[].in': 'as of the route',
      uses: 'where a record is named by what the caller writes',
      'uses[].what': 'what is done there: `a write of DynamoDB`',
      'uses[].writes': 'whether it changes the record',
      'uses[].from': 'what names it: `path` (arguments of a field too), `query` or `body`',
      'uses[].ofCaller': 'whether who is calling has a part in which record it is',
    },
  },
  'Repository::CorsPolicy': {
    is: 'a rule of the code for pages of other origins',
    address: 'CORS in src/app.ts',
    properties: {
      file: 'where it is',
      origins: 'the origins that it names; `*` for all',
      expressions: 'the regular expressions that origins are held against',
      'expressions[].text': 'the expression as it is written',
      'expressions[].fits':
        '`any` where it fits all origins, `others` where hosts that only begin or end so fit it, else `own`',
      reflects: { is: 'whether it answers with whatever origin asks', otherwise: false },
      credentials: { is: 'whether it allows cookies and the like', otherwise: false },
      ofHealth: { is: 'whether it is for nothing but the health of the application', otherwise: false },
    },
  },
  'Repository::Identity': {
    is: 'a place where the code learns who is calling, or for which tenant',
    address: 'tenant from header X-Tenant-ID in src/app.ts',
    properties: {
      of: '`tenant` or `user`',
      file: 'where it is',
      from: '`token` (a claim or a session that was proven), or what the caller writes: `header`, `query`, `body`, `unverified token` and `unverified token in a header` (read out without asking whether it is true)',
      name: 'the name that it has there: `x-tenant-id`',
      otherwise: 'what is taken where it is not there: `demo`',
    },
  },
  'Repository::ErrorAnswer': {
    is: 'an answer to what went wrong',
    address: 'answer to errors in src/app.ts',
    properties: {
      file: 'where it is',
      uncaught: {
        is: 'whether nothing is caught there, so that the entry before the function answers',
        otherwise: false,
      },
      shows:
        'what callers learn of the inside: `stack` (where it happened) or `text` (what the error says of itself)',
    },
  },
  'Repository::MissingName': {
    is: 'a name that code asks of a module which has none of that name',
    address: 'begin of src/store.py in src/sessions.py',
    properties: {
      file: 'the file that asks for it',
      name: 'the name',
      of: 'the file that does not have it',
    },
  },
  'Repository::HealthEndpoint': {
    is: 'an endpoint that says how the application is',
    address: 'GET /health',
    properties: {
      file: 'the file of the function that answers it',
      asks: 'what it asks before it answers: `database`, `storage`, `cache`, `auth`, `queue`, or a service by its name',
      tells: 'what its answer has: `state`, `version`, `time`, `latency`',
      fails: 'whether it can say that something is wrong, by a status of 500 and more or by an error',
    },
  },
  'Repository::Handler': {
    is: 'a function that Lambda calls with requests',
    address: 'src/app.handler',
    properties: {
      name: 'the file without its ending, and the name that it exports: `src/app.handler`',
      file: 'where it lies',
      routes: 'the routes that its own code tells apart: `GET /cards`',
      answersOtherwise: {
        is: 'whether it answers what is none of these routes with more than a refusal',
        otherwise: false,
      },
      guards:
        'what it asks before it answers, as of a route; where it tells routes apart by branches, of what is none of them',
      'guards[].name': 'as it is written',
      'guards[].kind': 'as of a route',
      'guards[].in': 'the file in which it does so',
      needs: 'as of a route; left out where it tells routes apart',
      'needs[].name': 'the name of the field',
      'needs[].in': '`body` or `query`',
      readsBody: { is: 'whether it reads a body', otherwise: false },
      validations: 'where what came in is compared with a schema',
      'validations[].name': 'what is called',
      'validations[].library': 'by which library',
      answersData: { is: 'whether it answers with data, as of a route', otherwise: false },
      answerSchemas: 'the schemas that what it answers is held to, as of a route',
      'answerSchemas[].name': 'as it is written',
    },
  },
} as const;
