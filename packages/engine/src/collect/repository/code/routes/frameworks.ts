/** A framework whose routes are registered on objects: by calls (`app.get('/', …)`) or decorators (`@app.get('/')`). */
export interface RouterFramework {
  readonly name: string;
  /** What makes an object that routes are registered on. */
  readonly made: RegExp;
  /** Those of them that answer by themselves, without being mounted. */
  readonly app: RegExp;
  /** Types of parameters that are given such an object. */
  readonly types?: RegExp;
  /** Whether what is registered after a route does not stand before it. */
  readonly ordered: boolean;
}

export const FRAMEWORKS: readonly RouterFramework[] = [
  {
    name: 'express',
    made: /^(express(\.default|\.Router)?\(\)|express-promise-router\(\))$/,
    app: /^express(\.default)?\(\)$/,
    types: /^(express\.|e\.)?(Express|Application|Router|IRouter|Express\.Application|core\.Express)$/,
    ordered: true,
  },
  {
    name: 'fastify',
    made: /^fastify(\.(default|fastify))?\(\)(\.withTypeProvider\(\))?$/,
    app: /^fastify/,
    types: /^(fastify\.)?Fastify(Instance|TypedInstance)\b/,
    ordered: false,
  },
  {
    name: 'hono',
    made: /^(hono(\/(tiny|quick))?\.Hono|@hono\/zod-openapi\.OpenAPIHono)\(\)(\.basePath\(\))?$/,
    app: /./,
    types: /^(Hono|OpenAPIHono)\b/,
    ordered: true,
  },
  {
    name: 'koa',
    made: /^(koa|@koa\/router|koa-router)(\.(default|Router))?\(\)$/,
    app: /^koa(\.default)?\(\)$/,
    types: /^(Koa|Router|KoaRouter)$/,
    ordered: true,
  },
  {
    name: 'powertools',
    made: /^(@aws-lambda-powertools\/event-handler(\/[\w-]+)?\.Router|aws_lambda_powertools\.event_handler(\.\w+)*\.(APIGateway(Rest|Http)Resolver|ApiGatewayResolver|ALBResolver|LambdaFunctionUrlResolver|VPCLattice(V2)?Resolver|(APIGateway|ALB|LambdaFunctionUrl|VPCLattice(V2)?)?Router))\(\)$/,
    app: /Resolver\(\)$|^@aws-lambda-powertools/,
    ordered: true,
  },
  { name: 'lambda-api', made: /^lambda-api\(\)$/, app: /./, ordered: true },
  {
    name: 'fastapi',
    made: /^fastapi(\.routing|\.applications)?\.(FastAPI|APIRouter)\(\)$/,
    app: /FastAPI\(\)$/,
    types: /^(FastAPI|APIRouter)$/,
    ordered: false,
  },
  {
    name: 'flask',
    made: /^(flask(\.\w+)?|flask_smorest|apiflask|flask_openapi3)\.(Flask|Blueprint|APIFlask|APIBlueprint|OpenAPI)\(\)$/,
    app: /(Flask|OpenAPI)\(\)$/,
    types: /^(Flask|Blueprint)$/,
    ordered: false,
  },
  { name: 'chalice', made: /^chalice\.(Chalice|Blueprint)\(\)$/, app: /Chalice\(\)$/, ordered: false },
];

/** Packages that serve routes in ways that are not read: what they serve is not seen. */
export const UNREAD_FRAMEWORKS: readonly { readonly name: string; readonly module: RegExp }[] = [
  { name: 'Django', module: /^django\.(urls|conf\.urls|http)\b/ },
  { name: 'Django REST framework', module: /^rest_framework\.(routers|views|viewsets|decorators)\b/ },
  { name: 'Starlette', module: /^starlette\.(applications|routing)\b/ },
  { name: 'aiohttp', module: /^aiohttp\.web\b/ },
  { name: 'Tornado', module: /^tornado\.web\b/ },
  { name: 'Sanic', module: /^sanic\b/ },
  { name: 'Falcon', module: /^falcon\b/ },
  { name: 'Bottle', module: /^bottle$/ },
  { name: 'Pyramid', module: /^pyramid\b/ },
  { name: 'Litestar', module: /^litestar\b/ },
  { name: 'Robyn', module: /^robyn$/ },
  { name: 'http.server', module: /^http\.server\b/ },
  { name: 'hapi', module: /^@hapi\/hapi$/ },
  { name: 'Restify', module: /^restify$/ },
  { name: 'Elysia', module: /^elysia$/ },
  { name: 'Polka', module: /^polka$/ },
  { name: 'tRPC', module: /^@trpc\/server\b/ },
  { name: 'Apollo Server', module: /^@apollo\/server$|^apollo-server/ },
  { name: 'AdonisJS', module: /^@adonisjs\/core\b/ },
  { name: 'LoopBack', module: /^@loopback\/rest$/ },
  { name: 'Feathers', module: /^@feathersjs\/(feathers|express|koa)$/ },
  { name: 'routing-controllers', module: /^routing-controllers$/ },
  { name: 'tsoa', module: /^(tsoa|@tsoa\/runtime)$/ },
  { name: 'Remix', module: /^@remix-run\/(node|server-runtime|react)$/ },
  { name: 'SvelteKit', module: /^@sveltejs\/kit$/ },
  { name: 'Nuxt', module: /^(h3|nitropack)\b/ },
];

export const VERBS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'all',
]);
