/** Functions of packages that prove who is calling: they throw, refuse or give nothing where the proof fails. */
export const VERIFIES: readonly RegExp[] = [
  /^jsonwebtoken\.verify$/,
  /^jose\.(jwtVerify|compactVerify|generalVerify)$/,
  /^aws-jwt-verify\..*\.(verify|verifySync)$/,
  /^(jose\.)?jwt\.decode$/,
  /^authlib\.jose\.(jwt\.decode|JsonWebToken\(\)\.decode)$/,
  /^cognitojwt\.decode(_async)?$/,
  /^(firebase[-_]admin|firebase-admin\/auth)\b.*\.(verifyIdToken|verify_id_token|verifySessionCookie|verify_session_cookie)$/,
  /^google-auth-library\..*\.verifyIdToken$/,
  /^google\.oauth2\.id_token\.verify_\w+$/,
  /^(passport|koa-passport)(\..*)?\.(authenticate|authorize)$/,
  /^express-jwt(\.expressjwt)?$/,
  /^express-oauth2-jwt-bearer\.auth$/,
  /^express-openid-connect\.(requiresAuth|auth)$/,
  /^express-basic-auth$/,
  /^(koa-jwt|hono\/jwt\.(jwt|verify|jwk)|hono\/bearer-auth\.bearerAuth|hono\/basic-auth\.basicAuth|hono\/jwk\.jwk)$/,
  /^next-auth(\/\w+)?(\.\w+)?(\(\))?\.(getServerSession|getToken|auth|unstable_getServerSession)$/,
  /^next-auth\(\)\.auth$/,
  /^@clerk\/[\w-]+(\/server)?\.(requireAuth|ClerkExpressRequireAuth|auth|getAuth|currentUser)(\(\)\.protect)?$/,
  /^@supabase\/.*\.auth\.(getUser|getClaims)$/,
  /^better-auth\b.*\.getSession$/,
  /^lucia\b.*\.validateSession$/,
  /^iron-session\.getIronSession$/,
  /^(@middy\/http-|@middy\/).*jwt/,
  /^@aws-sdk\/client-cognito-identity-provider\.GetUserCommand$/,
  /^boto3\.client\(\)\.get_user$/,
  /^(node:)?crypto\.timingSafeEqual$/,
  /^hmac\.compare_digest$/,
  /^secrets\.compare_digest$/,
  /^stripe(\.default)?\(\)\.webhooks\.constructEvent$/,
  /^stripe\.Webhook\.construct_event$/,
  /^flask_jwt_extended\.(jwt_required|verify_jwt_in_request)(\(\))?$/,
  /^flask_login\.(login_required|fresh_login_required)$/,
  /^flask_httpauth\.\w+\(\)\.login_required$/,
  /^django\.contrib\.auth\.decorators\.(login_required|permission_required|user_passes_test)$/,
  /^fastapi_users\b.*\.current_user$/,
  /^fastapi\.security\.HTTPBasic\(\)$/,
  /^fastapi_cognito\b.*$/,
  /^fastapi_cloudauth\b.*$/,
];

/** Of these, those that give nothing where the proof fails and refuse nobody: who asks has to. Sources: their documentation. */
export const GIVES_NOTHING: readonly RegExp[] = [
  /^next-auth(\/\w+)?(\.\w+)?(\(\))?\.(getServerSession|getToken|auth|unstable_getServerSession)$/,
  /^next-auth\(\)\.auth$/,
  /^@clerk\/[\w-]+(\/server)?\.(auth|getAuth|currentUser)$/,
  /^@supabase\/.*\.auth\.(getUser|getClaims)$/,
  /^better-auth\b.*\.getSession$/,
  /^lucia\b.*\.validateSession$/,
  /^iron-session\.getIronSession$/,
];

/** Members by which objects of packages prove it, whatever the object is called. */
export const VERIFIES_BY_MEMBER =
  /(^|\.)(jwtVerify|verifyIdToken|verifyAccessToken|verifySessionCookie|validateSession|isAuthenticated|verify_id_token|constructEvent|verify_jwt_in_request)$/;

/** What looks into a token without asking whether it is true. */
export const LOOKS_ONLY =
  /^(jsonwebtoken\.decode|jwt-decode(\..*)?|jose\.(decodeJwt|UnsecuredJWT\.decode)|jwt\.get_unverified_\w+|jose\.(jwt|jws)\.get_unverified_\w+|hono\/jwt\.decode|aws-jwt-verify(\/\w+)?\.decomposeUnverifiedJwt|jws\.decode|njwt\.decode)$/;

/** Functions of packages that limit how often somebody may call. */
export const LIMITS: readonly RegExp[] = [
  /^express-rate-limit(\.(rateLimit|default))?(\(\))?$/,
  /^rate-limiter-flexible\..*\.(consume|\w+)$/,
  /^express-slow-down(\.\w+)?(\(\))?$/,
  /^@fastify\/rate-limit$/,
  /^koa-ratelimit$/,
  /^hono-rate-limiter\.\w+(\(\))?$/,
  /^@nestjs\/throttler\.\w+$/,
  /^@upstash\/ratelimit\..*\.limit$/,
  /^slowapi\.Limiter\(\)\.(limit|shared_limit)(\(\))?$/,
  /^flask_limiter\.Limiter\(\)\.(limit|shared_limit)(\(\))?$/,
  /^fastapi_limiter\.depends\.RateLimiter$/,
];

/** Functions of packages that compare what came in with a schema. */
export const VALIDATES: readonly { readonly library: string; readonly name: RegExp }[] = [
  { library: 'zod', name: /^zod\b.*\.(parse|parseAsync|safeParse|safeParseAsync)$/ },
  {
    library: 'zod',
    name: /^(@hono\/zod-validator\.zValidator|zod-express-middleware\.\w+|express-zod-api\.\w+)$/,
  },
  { library: 'valibot', name: /^(valibot\.(parse|safeParse)|@hono\/valibot-validator\.\w+)$/ },
  { library: 'hono', name: /^hono\/validator\.validator$/ },
  { library: 'joi', name: /^(@hapi\/)?[jJ]oi\b.*\.(validate|validateAsync|attempt|assert)$/ },
  {
    library: 'joi',
    name: /^(celebrate\.celebrate|express-joi-validation\..*|express-validation\.validate)$/,
  },
  { library: 'yup', name: /^yup\b.*\.(validate|validateSync|isValid|isValidSync|cast)$/ },
  { library: 'ajv', name: /^ajv(\/dist\/\w+)?\b.*(\.validate|\.compile\(\))$/ },
  { library: 'express-validator', name: /^express-validator\.validationResult$/ },
  { library: 'express-openapi-validator', name: /^express-openapi-validator\.middleware$/ },
  { library: 'class-validator', name: /^class-validator\.(validate|validateOrReject|validateSync)$/ },
  { library: 'superstruct', name: /^superstruct\.(assert|create|validate|is)$/ },
  { library: 'typebox', name: /^@sinclair\/typebox\/\w+\.(Value|TypeCompiler)\b.*\.(Check|Decode|Parse)$/ },
  { library: 'io-ts', name: /^io-ts\b.*\.decode$/ },
  { library: '@middy/validator', name: /^@middy\/validator$/ },
  { library: 'powertools', name: /^@aws-lambda-powertools\/(parser|validation)\b.*$/ },
  { library: 'powertools', name: /^aws_lambda_powertools\.utilities\.(parser|validation)\.\w+$/ },
  {
    library: 'jsonschema',
    name: /^(jsonschema|fastjsonschema)\b.*\.?(validate|compile\(\)|iter_errors|is_valid)$/,
  },
  { library: 'marshmallow', name: /^marshmallow\b.*\.(load|loads|validate)$/ },
  { library: 'cerberus', name: /^cerberus\.Validator\(\)\.validate$/ },
  { library: 'voluptuous', name: /^voluptuous\.Schema\(\)$/ },
  {
    library: 'openapi-core',
    name: /^openapi_core\b.*(OpenAPIViewDecorator(\.from_spec)?|OpenAPIMiddleware|(unmarshal|validate)(_\w+)?_request)(\(\))?$/,
  },
  { library: 'flask-pydantic', name: /^flask_pydantic(\.core)?\.validate$/ },
  { library: 'flask-expects-json', name: /^flask_expects_json\.expects_json$/ },
  { library: 'flask-parameter-validation', name: /^flask_parameter_validation\.ValidateParameters$/ },
  { library: 'spectree', name: /^spectree\.SpecTree\(\)\.validate$/ },
  { library: 'apiflask', name: /^apiflask\.(APIFlask|APIBlueprint)\(\)\.input$/ },
  { library: 'flask-smorest', name: /^flask_smorest\.Blueprint\(\)\.arguments$/ },
  { library: 'flask-restful', name: /^flask_rest(ful|x)\.reqparse\.RequestParser\(\)\.parse_args$/ },
  { library: 'webargs', name: /^webargs\.\w+\.(use_args|use_kwargs|parser\.\w+)$/ },
];

/** Members by which objects of packages validate, whatever the object is called. */
export const VALIDATES_BY_MEMBER =
  /(^|\.)(safeParse|safeParseAsync|parseAsync|validateAsync|validateSync|validateOrReject|model_validate|model_validate_json|parse_obj|parse_raw|validate_python|validate_json|iter_errors)$/;

/** Names under which people write guards. */
export const GUARD_WORD =
  /auth|guard|protect|signed|session|token|login|logged|permi[ts]|requires?|verify|jwt|acl\b|rbac|role|admin|polic|access|current_?user|principal|identity|api_?key|owner|secure|sign[_-]?in|keycloak|workos|descope|stytch|frontegg|okta|cognito|clerk|supabase|firebase|\bsso\b|saml|oidc|member|privilege|scope/i;

/** Middleware of packages that guards nothing, limits nobody and validates nothing. */
export const HARMLESS =
  /^(helmet|cors|morgan|compression|body-parser|cookie-parser|cookie-session|express-session|multer|pino-http|pino|winston|express-winston|swagger-ui-express|hpp|xss-clean|express-mongo-sanitize|connect-flash|serve-favicon|serve-static|response-time|method-override|koa-bodyparser|koa-body|@koa\/cors|koa-logger|koa-helmet|koa-static|koa-compress|@fastify\/(cors|helmet|static|cookie|swagger|swagger-ui|multipart|formbody|sensible|compress|session|view|under-pressure|autoload|etag|accepts|redis|postgres|mysql|mongodb|env|websocket)|@sentry\/.*|aws-xray-sdk.*|express-async-errors|express-fileupload|csurf|csrf-csrf|i18next.*|express-prom-bundle|express-http-context|cls-.*|express-ejs-layouts|overload-protection|nocache|ejs|http-proxy-middleware|@vendia\/serverless-express|serverless-http|aws-serverless-express.*|hono\/(logger|cors|pretty-json|secure-headers|timing|compress|etag|request-id|context-storage|powered-by|cache|csrf|trailing-slash|method-override|aws-lambda|serve-static|body-limit|timeout|language|combine|html|css|jsx|streaming)|fastapi\.middleware\.\w+|starlette\.middleware\.(cors|gzip|trustedhost|httpsredirect|base)|flask_cors|flask_compress|flask_talisman|@nestjs\/common\.Logger)(\W.*)?$|^express(\.default)?\.(json|urlencoded|static|raw|text)(\(\))?$|^passport(\.default)?\.(initialize|session)(\(\))?$/;
