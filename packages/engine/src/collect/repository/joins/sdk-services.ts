/**
 * What IAM calls the services that SDKs have clients for, by the name of the client: `@aws-sdk/client-<name>`,
 * `boto3.client('<name>')`, and of version 2 of the SDK for JavaScript in lower case. Source: Service Authorization Reference,
 * "Service prefix" of each service, as of 2026-11-21.
 */
export const SERVICE_PREFIXES: Readonly<Record<string, string>> = {
  acm: 'acm',
  apigateway: 'apigateway',
  'api-gateway': 'apigateway',
  apigatewaymanagementapi: 'execute-api',
  appconfigdata: 'appconfig',
  'app-config-data': 'appconfig',
  appsync: 'appsync',
  athena: 'athena',
  batch: 'batch',
  bedrock: 'bedrock',
  'bedrock-agent-runtime': 'bedrock',
  'bedrock-runtime': 'bedrock',
  bedrockruntime: 'bedrock',
  cloudformation: 'cloudformation',
  cloudfront: 'cloudfront',
  cloudwatch: 'cloudwatch',
  'cloudwatch-logs': 'logs',
  cloudwatchlogs: 'logs',
  codebuild: 'codebuild',
  codepipeline: 'codepipeline',
  'cognito-identity': 'cognito-identity',
  cognitoidentity: 'cognito-identity',
  'cognito-identity-provider': 'cognito-idp',
  cognitoidentityserviceprovider: 'cognito-idp',
  'cognito-idp': 'cognito-idp',
  comprehend: 'comprehend',
  comprehendmedical: 'comprehendmedical',
  dynamodb: 'dynamodb',
  dynamodbstreams: 'dynamodb',
  'dynamodb-streams': 'dynamodb',
  ec2: 'ec2',
  ecr: 'ecr',
  ecs: 'ecs',
  eventbridge: 'events',
  events: 'events',
  firehose: 'firehose',
  glue: 'glue',
  iam: 'iam',
  iot: 'iot',
  'iot-data': 'iot',
  'iot-data-plane': 'iot',
  kinesis: 'kinesis',
  kms: 'kms',
  lambda: 'lambda',
  logs: 'logs',
  mediaconvert: 'mediaconvert',
  personalize: 'personalize',
  pinpoint: 'mobiletargeting',
  polly: 'polly',
  rds: 'rds',
  'rds-data': 'rds-data',
  rdsdataservice: 'rds-data',
  rekognition: 'rekognition',
  route53: 'route53',
  'route-53': 'route53',
  s3: 's3',
  'sagemaker-runtime': 'sagemaker',
  scheduler: 'scheduler',
  'secrets-manager': 'secretsmanager',
  secretsmanager: 'secretsmanager',
  ses: 'ses',
  sesv2: 'ses',
  sfn: 'states',
  sns: 'sns',
  sqs: 'sqs',
  ssm: 'ssm',
  stepfunctions: 'states',
  sts: 'sts',
  textract: 'textract',
  transcribe: 'transcribe',
  translate: 'translate',
  xray: 'xray',
};

/**
 * Calls whose permission has another name than the call, or that need several or none. All others need the action of their own
 * name. Source: Service Authorization Reference and the "Required permissions" of each call in the API references, as of
 * 2026-11-21.
 */
export const OTHER_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'bedrock:Converse': ['bedrock:InvokeModel'],
  'bedrock:ConverseStream': ['bedrock:InvokeModelWithResponseStream'],
  'bedrock:InvokeModelWithBidirectionalStream': ['bedrock:InvokeModel'],
  'dynamodb:TransactGetItems': ['dynamodb:GetItem'],
  'events:PutEvents': ['events:PutEvents'],
  'lambda:Invoke': ['lambda:InvokeFunction'],
  'lambda:InvokeAsync': ['lambda:InvokeFunction'],
  'lambda:InvokeWithResponseStream': ['lambda:InvokeFunction'],
  's3:AbortMultipartUpload': ['s3:AbortMultipartUpload'],
  's3:CompleteMultipartUpload': ['s3:PutObject'],
  's3:CopyObject': ['s3:GetObject', 's3:PutObject'],
  's3:CreateMultipartUpload': ['s3:PutObject'],
  's3:DeleteObjects': ['s3:DeleteObject'],
  's3:HeadBucket': ['s3:ListBucket'],
  's3:HeadObject': ['s3:GetObject'],
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:ListObjectVersions': ['s3:ListBucketVersions'],
  's3:ListObjects': ['s3:ListBucket'],
  's3:ListObjectsV2': ['s3:ListBucket'],
  's3:SelectObjectContent': ['s3:GetObject'],
  's3:Upload': ['s3:PutObject'],
  's3:UploadPart': ['s3:PutObject'],
  'sagemaker:InvokeEndpointAsync': ['sagemaker:InvokeEndpointAsync'],
  'ses:SendTemplatedEmail': ['ses:SendTemplatedEmail'],
  'sns:PublishBatch': ['sns:Publish'],
  'sqs:ChangeMessageVisibilityBatch': ['sqs:ChangeMessageVisibility'],
  'sqs:DeleteMessageBatch': ['sqs:DeleteMessage'],
  'sqs:SendMessageBatch': ['sqs:SendMessage'],
  'sts:GetCallerIdentity': [],
  // Called with what users know, by anybody.
  'cognito-idp:AssociateSoftwareToken': [],
  'cognito-idp:ChangePassword': [],
  'cognito-idp:ConfirmForgotPassword': [],
  'cognito-idp:ConfirmSignUp': [],
  'cognito-idp:DeleteUser': [],
  'cognito-idp:ForgotPassword': [],
  'cognito-idp:GetUser': [],
  'cognito-idp:GlobalSignOut': [],
  'cognito-idp:InitiateAuth': [],
  'cognito-idp:ResendConfirmationCode': [],
  'cognito-idp:RespondToAuthChallenge': [],
  'cognito-idp:RevokeToken': [],
  'cognito-idp:SetUserMFAPreference': [],
  'cognito-idp:SignUp': [],
  'cognito-idp:UpdateUserAttributes': [],
  'cognito-idp:VerifySoftwareToken': [],
  'cognito-idp:VerifyUserAttribute': [],
};

/** Calls whose permission depends on what is handed to them. */
export const DEPENDS_ON_WHAT_IS_GIVEN: ReadonlySet<string> = new Set([
  'dynamodb:BatchExecuteStatement',
  'dynamodb:ExecuteStatement',
  'dynamodb:ExecuteTransaction',
  'dynamodb:TransactWriteItems',
]);

/** The calls of the document clients for DynamoDB, whose names are shorter. Source: @aws-sdk/lib-dynamodb, AWS.DynamoDB.DocumentClient. */
export const DOCUMENT_CALLS: Readonly<Record<string, string>> = {
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  batchExecuteStatement: 'BatchExecuteStatement',
  delete: 'DeleteItem',
  executeStatement: 'ExecuteStatement',
  executeTransaction: 'ExecuteTransaction',
  get: 'GetItem',
  put: 'PutItem',
  query: 'Query',
  scan: 'Scan',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
  update: 'UpdateItem',
};

/** What the objects of boto3 resources ask for, by kind of object. Source: boto3 documentation, "Resources" of each service. */
export const RESOURCE_CALLS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'dynamodb.Table': {
    batch_get_item: ['dynamodb:BatchGetItem'],
    batch_writer: ['dynamodb:BatchWriteItem'],
    delete_item: ['dynamodb:DeleteItem'],
    get_item: ['dynamodb:GetItem'],
    load: ['dynamodb:DescribeTable'],
    put_item: ['dynamodb:PutItem'],
    query: ['dynamodb:Query'],
    scan: ['dynamodb:Scan'],
    update_item: ['dynamodb:UpdateItem'],
  },
  dynamodb: { batch_get_item: ['dynamodb:BatchGetItem'], batch_write_item: ['dynamodb:BatchWriteItem'] },
  's3.Bucket': {
    copy: ['s3:GetObject', 's3:PutObject'],
    delete_objects: ['s3:DeleteObject'],
    download_file: ['s3:GetObject'],
    download_fileobj: ['s3:GetObject'],
    load: ['s3:ListAllMyBuckets'],
    put_object: ['s3:PutObject'],
    upload_file: ['s3:PutObject'],
    upload_fileobj: ['s3:PutObject'],
  },
  's3.Bucket.objects': { all: ['s3:ListBucket'], filter: ['s3:ListBucket'], limit: ['s3:ListBucket'] },
  's3.Object': {
    copy_from: ['s3:GetObject', 's3:PutObject'],
    delete: ['s3:DeleteObject'],
    download_file: ['s3:GetObject'],
    download_fileobj: ['s3:GetObject'],
    get: ['s3:GetObject'],
    load: ['s3:GetObject'],
    put: ['s3:PutObject'],
    upload_file: ['s3:PutObject'],
    upload_fileobj: ['s3:PutObject'],
  },
  'sns.Topic': { publish: ['sns:Publish'] },
  'sqs.Queue': {
    delete_messages: ['sqs:DeleteMessage'],
    receive_messages: ['sqs:ReceiveMessage'],
    send_message: ['sqs:SendMessage'],
    send_messages: ['sqs:SendMessage'],
  },
};

/** Helpers of boto3 clients that are no calls of the service by name. */
export const CLIENT_HELPERS: Readonly<Record<string, readonly string[]>> = {
  's3.copy': ['s3:GetObject', 's3:PutObject'],
  's3.download_file': ['s3:GetObject'],
  's3.download_fileobj': ['s3:GetObject'],
  's3.generate_presigned_post': ['s3:PutObject'],
  's3.upload_file': ['s3:PutObject'],
  's3.upload_fileobj': ['s3:PutObject'],
};

/** Members of clients that ask nothing of a service. */
export const ASKS_NOTHING =
  /^(config|destroy|middlewareStack|meta|exceptions|close|can_paginate|send|promise|on|off|eventNames|__enter__|__exit__|Table|Bucket|Object|Queue|Topic|from)$/;

/**
 * Packages that ask nothing of AWS, as names or the starts of names. Any other may wrap a client, so that what it calls is not
 * known.
 */
export const WITHOUT_CLIENTS =
  /^(@aws-sdk\/|@smithy\/|aws-sdk$|aws-sdk\/|boto3$|boto3\.|botocore|aws-lambda$|@types\/|assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http$|https$|http2$|http\.|net|os$|os\.|path$|perf_hooks|process|querystring|readline|stream|string_decoder|timers|tls$|tty|url$|util|v8|vm|worker_threads|zlib|zod|joi|yup|ajv|@sinclair\/typebox|valibot|uuid|nanoid|ulid|dayjs|date-fns|luxon|moment|lodash|ramda|jsonwebtoken|jose|bcrypt|bcryptjs|argon2|pg$|pg-pool|mysql2|mysql|mongodb|mongoose|redis$|ioredis|knex|@prisma\/client|kysely|drizzle-orm|sequelize|typeorm|express|cors|helmet|hono|fastify|@fastify\/|koa|axios|undici|node-fetch|got$|ky$|pino|winston|@aws-lambda-powertools\/(logger|metrics|tracer|event-handler|validation|commons)|aws-xray-sdk|@opentelemetry\/|@middy\/(core|http|validator|error|input|event)|source-map-support|reflect-metadata|tslib|sharp|csv|papaparse|marked|handlebars|ejs|qs|p-limit|p-retry|opossum|cockatiel|stripe|react|next|abc|argparse|array|ast|asyncio|atexit|base64|binascii|bisect|calendar|collections|concurrent|configparser|contextlib|contextvars|copy|csv|ctypes|dataclasses|datetime|decimal|difflib|email|enum|errno|fractions|functools|gc|getpass|glob|gzip|hashlib|heapq|hmac|html|importlib|inspect|io|ipaddress|itertools|json|locale|logging|math|mimetypes|multiprocessing|numbers|operator|pathlib|pickle|platform|pprint|queue|random|re$|secrets|select|shlex|shutil|signal|socket|sqlite3|ssl|stat|statistics|string|struct|subprocess|sys|tempfile|textwrap|threading|time|traceback|types|typing|unicodedata|unittest|urllib|uuid|warnings|wave|weakref|xml|zipfile|zlib|zoneinfo|__future__|typing_extensions|pydantic|requests|httpx|urllib3|aiohttp|jwt|psycopg|psycopg2|asyncpg|pymysql|sqlalchemy|numpy|pandas|PIL|yaml|dateutil|pytz|fastapi|mangum|flask|starlette|aws_lambda_powertools(\.(logging|metrics|tracing|event_handler|middleware_factory|utilities\.(data_classes|typing|validation|parser|batch))(\.|$)|$)|aws_requests_auth|cognitojwt|shortuuid|PyPDF2|pypdf|aws_xray_sdk|structlog|tenacity|jsonschema|markdown|jinja2)/;
