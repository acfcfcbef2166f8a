import {
  ALPHANUMERIC,
  BASE64,
  BASE64_URL,
  DIGITS,
  HEX,
  LOWER,
  pem,
  type Random,
  signedToken,
  UPPER,
  uuid,
} from './random.ts';
import type { Kind } from './true-keys.ts';

const p = (...parts: readonly string[]) => parts.join('');

function line(name: string, file: string, text: string | ((random: Random) => string), held?: true): Kind {
  return {
    name,
    ...(held === undefined ? {} : { held }),
    make: (random) => ({ file, text: typeof text === 'string' ? text : text(random) }),
  };
}

const SETTINGS = [
  'JWT_SECRET',
  'SECRET_KEY',
  'API_KEY',
  'DB_PASSWORD',
  'AUTH_TOKEN',
  'CLIENT_SECRET',
  'STRIPE_SECRET_KEY',
  'OPENAI_API_KEY',
];
const setting = (random: Random) => random.pick(SETTINGS);

/** Placeholders as public repositories have them in their examples, templates and instructions. */
const PLACEHOLDERS: readonly string[] = [
  'changeme',
  'TempPassword123!',
  'Initial-Password1',
  'change-me',
  'CHANGE_ME',
  'change_this_secret_in_production',
  'change-me-to-random-256-bit-value',
  'change-in-production',
  'change-me-in-production-min-32-chars',
  'replace-me',
  'REPLACE_WITH_YOUR_KEY',
  'your_secret_key_here',
  'your-jwt-secret-key',
  'your_jwt_super_secret_key_change_this_in_production',
  'YourJWTSecretKey',
  'your_app_password',
  'YOUR_API_KEY',
  'my-secret-key',
  'mypassword',
  'set_here_secret',
  'any_secret_here',
  'another_long_random_secret_key',
  'secret',
  'password',
  'passwd',
  'supersecret',
  'super-secret',
  'xxxxxxxxxxxxxxxxxxxx',
  'XXXX-XXXX-XXXX',
  'xxx',
  '****',
  '********',
  '...',
  '<secret>',
  '<your-api-key>',
  '[your key]',
  '{{ secret }}',
  '__SECRET__',
  '@@TOKEN@@',
  '%SECRET%',
  'TODO',
  'TBD',
  'FIXME',
  'none',
  'null',
  'undefined',
  'insert-key-here',
  'enter_your_token',
  'placeholder',
  'dummy',
  'dummy-key',
  'fake-key-for-tests',
  'sample',
  'example',
  'example-key',
  'not-a-real-key',
  'notasecret',
  'test',
  'testing',
  'test-secret',
  'local',
  'dev',
  'development-only',
  'dev-secret-do-not-use',
  'insecure',
  'unsafe-secret',
  'default',
  'admin',
  'root',
  'postgres',
  'minioadmin',
  'guest',
  'foobar',
  'abc123',
  '123456',
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '0000000000000000',
  '00000000000000000000000000000000',
  'keyboard cat',
  'generate-with-openssl-rand-hex-32',
  'sk-...',
  'sk-your-api-key-here',
  p('sk', '_live_...'),
  p('sk', '_test_xxxxxxxxxxxxxxxxxxxxxxxx'),
  p('gh', 'p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
  p('AK', 'IAXXXXXXXXXXXXXXXX'),
  p('AI', 'zaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'),
  p('xo', 'xb-your-token'),
  p('S', 'G.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
];

/** Those that nobody looked at while the patterns were made. */
const HELD_PLACEHOLDERS: readonly string[] = [
  'put-your-key-here',
  'REPLACEME',
  'this-is-a-secret',
  'thisisasecret',
  'it-is-a-secret',
  'your token goes here',
  'YOUR-256-BIT-SECRET',
  'generate-me',
  'secret-key-goes-here',
  'a-very-long-and-random-string',
  'some-random-string',
  'random_string_of_32_characters',
  '<insert password>',
  'XXXXXXXXXXXXXXXX',
  '--redacted--',
  'REDACTED',
  '[REDACTED]',
  'hidden',
  'same-as-in-production',
  'see-vault',
  'from-1password',
  '(ask the team)',
  'topsecret',
  'letmein',
  'qwerty',
  'pass',
  'pass123',
  'p@ssw0rd',
  'hunter2',
  'Password1',
  'asdf',
  'deadbeef',
  '1234567890abcdef',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'ci-only',
  'unused',
  'disabled',
  'n/a',
  'empty',
  'optional',
];

const placeholders = (name: string, of: readonly string[], held?: true): readonly Kind[] =>
  of.map((word) => ({
    name: `${name}: ${word}`,
    ...(held === undefined ? {} : { held }),
    make: (r) => {
      const key = setting(r);
      const camel = key.toLowerCase().replace(/_(\w)/g, (_, c: string) => c.toUpperCase());
      return r.pick([
        { file: '.env.example', text: `${key}=${word}` },
        { file: 'README.md', text: `\`\`\`env\n${key}=${word}\n\`\`\`` },
        { file: 'docker-compose.yml', text: `    environment:\n      ${key}: "${word}"` },
        { file: 'config/local.json', text: `{ "${camel}": "${word}" }` },
        {
          file: 'src/config.ts',
          text: `const ${camel} = process.env.${key} || '${word.replaceAll("'", '')}';`,
        },
      ]);
    },
  }));

/** Where a secret comes from: names, addresses and expressions. */
const REFERENCES: readonly Kind[] = [
  line(
    'environment of node',
    'src/config.ts',
    (r) => `const secret = process.env.${setting(r)};\nexport const password = process.env['DB_PASSWORD']!;`,
  ),
  line(
    'environment of python',
    'src/config.py',
    (r) => `SECRET_KEY = os.environ["${setting(r)}"]\npassword = os.getenv("DB_PASSWORD")`,
  ),
  line(
    'environment of a shell',
    'run.sh',
    'export DB_PASSWORD="${DB_PASSWORD:?}"\nTOKEN=$(aws ssm get-parameter --name /shop/token --with-decryption)\nmysql -p"$PASSWORD"',
  ),
  line(
    'environment of compose',
    'docker-compose.yml',
    '      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-postgres}\n      TOKEN: ${API_TOKEN}',
  ),
  line(
    'expression of a workflow',
    '.github/workflows/ci.yml',
    '        env:\n          TOKEN: ${{ secrets.NPM_TOKEN }}\n          password: ${{ steps.login.outputs.password }}',
  ),
  line(
    'variable of terraform',
    'main.tf',
    'resource "aws_db_instance" "main" {\n  password = var.db_password\n  master_password = random_password.main.result\n  token = data.aws_secretsmanager_secret_version.token.secret_string\n}',
  ),
  line(
    'dynamic reference',
    'template.yaml',
    "      MasterUserPassword: '{{resolve:secretsmanager:shop/db:SecretString:password}}'\n      Secret: !Ref DatabaseSecret\n      ApiKey: !Sub '${ApiKeyParameter}'",
  ),
  line(
    'arn of a secret',
    'template.yaml',
    (r) =>
      `      SECRET_ARN: arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/db-${r.text(6, ALPHANUMERIC)}`,
  ),
  line(
    'path of a parameter',
    'src/config.py',
    'SECRET_NAME = "/shop/prod/db/password"\nTOKEN_PARAMETER = "shop-prod-api-token"',
  ),
  line(
    'reference of kubernetes',
    'k8s/deployment.yaml',
    '        - name: DB_PASSWORD\n          valueFrom:\n            secretKeyRef:\n              name: shop-database-credentials\n              key: password',
  ),
  line(
    'vault of one password',
    '.env.tpl',
    'API_TOKEN=op://Shop/api/credential\nDB_PASSWORD=vault:secret/data/shop#password',
    true,
  ),
  line(
    'encrypted by sops',
    'secrets.enc.yaml',
    (r) =>
      `password: ENC[AES256_GCM,data:${r.text(24, BASE64)}==,iv:${r.text(43, BASE64)}=,tag:${r.text(22, BASE64)}==,type:str]`,
  ),
  line(
    'sealed secret',
    'k8s/sealed.yaml',
    (r) => `kind: SealedSecret\nspec:\n  encryptedData:\n    password: Ag${r.text(300, BASE64)}`,
  ),
  line(
    'vault of ansible',
    'group_vars/all/vault.yml',
    (r) => `$ANSIBLE_VAULT;1.1;AES256\n${r.text(80, DIGITS)}\n${r.text(80, DIGITS)}`,
    true,
  ),
  line(
    'helm template',
    'templates/secret.yaml',
    '  password: {{ .Values.password | b64enc | quote }}\n  token: {{ include "shop.token" . }}',
  ),
  line('jinja template', 'roles/db/templates/my.cnf.j2', 'password = {{ db_password }}'),
  line(
    'member of an object',
    'src/login.ts',
    'const { password, token } = request.body;\nconst secret = config.auth.secret;\nuser.password = await hash(input.password, 12);\nlogin({ username, password: form.password.value, token: session.accessToken });',
  ),
  line(
    'parameters in python',
    'src/login.py',
    'def connect(user, password=None, token=""):\n    client = Client(password=password, token=settings.TOKEN, api_key=api_key)\n    token = create_access_token(data={"sub": user.email})',
  ),
  line(
    'types',
    'src/types.ts',
    'interface Login { password: string; token?: string; apiKey: ApiKey; secret: Buffer }\ntype Secret = { clientSecret: SecretString };',
  ),
  line(
    'schema',
    'src/schema.py',
    'class Settings(BaseSettings):\n    secret_key: SecretStr\n    password: str = Field(min_length=12, max_length=128)\n    api_token: Optional[str] = None',
  ),
  line(
    'call that reads it',
    'src/secrets.ts',
    "const password = await getSecret('shop/prod/database');\nconst token = await ssm.getParameter({ Name: '/shop/api-token' });\nconst apiKey = readFileSync('/run/secrets/api_key', 'utf8');",
  ),
  line(
    'address without password',
    '.env',
    'DATABASE_URL=postgresql://localhost:5432/shop\nREDIS_URL=redis://cache:6379/0\nAPI_URL=https://api.example.com/v1?token=',
  ),
  line(
    'address of this machine',
    'docker-compose.yml',
    (r) =>
      `      DATABASE_URL: ${r.pick(['postgres://postgres:postgres@localhost:5432/app', 'postgresql://user:password@db:5432/app', 'mysql://root:root@127.0.0.1:3306/app', 'amqp://guest:guest@rabbitmq:5672', 'redis://:password@redis:6379', 'mongodb://root:example@mongo:27017', 'postgresql://taskboard:taskboard_secret@postgres:5432/taskboard', 'postgresql+asyncpg://CHANGE_ME:CHANGE_ME@postgres:5432/prefect'])}`,
  ),
  line('address with gaps', 'README.md', (r) =>
    r.pick([
      'DATABASE_URL=postgres://<user>:<password>@<host>:5432/<name>',
      'mongodb+srv://username:password@cluster.mongodb.net',
      'https://user:pass@example.com',
      'postgres://${DB_USER}:${DB_PASSWORD}@${DB_HOST}/app',
      'https://$USER:$TOKEN@github.com/acme/shop.git',
      'redis://:****@host:6379',
      'postgresql://postgres:[YOUR-PASSWORD]@db.abcdefg.supabase.co:5432/postgres',
    ]),
  ),
  line(
    'address in code',
    'src/db.ts',
    'const url = `postgres://${user}:${password}@${host}/${name}`;\nconst remote = "https://x-access-token:" + token + "@github.com";',
  ),
  line(
    'f-string',
    'src/db.py',
    'url = f"postgresql://{user}:{password}@{host}/{name}"\nheaders = {"Authorization": f"Bearer {token}"}\nauth = "Basic " + encoded',
  ),
];

/** What is long, or looks drawn by lot, and opens nothing. */
const IDENTIFIERS: readonly Kind[] = [
  line(
    'device of Cognito',
    'src/devices.ts',
    (r) => `const remembered = { device_key: 'eu-west-2_${uuid(r)}', DeviceKey: 'us-east-1_${uuid(r)}' };`,
  ),
  line(
    'uuid',
    'src/ids.ts',
    (r) => `export const TENANT_ID = '${uuid(r)}';\nconst requestId = "${uuid(r)}";`,
  ),
  line('commit', 'CHANGELOG.md', (r) => `- fix a race (${r.text(40, HEX)})\nSee commit ${r.text(12, HEX)}.`),
  line(
    'pinned action',
    '.github/workflows/ci.yml',
    (r) => `      - uses: actions/checkout@${r.text(40, HEX)} # v4`,
  ),
  line('digest of an image', 'Dockerfile', (r) => `FROM node:24@sha256:${r.text(64, HEX)}`),
  line(
    'integrity of a page',
    'index.html',
    (r) =>
      `<script src="https://cdn.example.org/a.js" integrity="sha384-${r.text(64, BASE64)}" crossorigin="anonymous"></script>`,
  ),
  line(
    'integrity of a package',
    'vendor-lock.json',
    (r) =>
      `{ "integrity": "sha512-${r.text(86, BASE64)}==", "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz" }`,
  ),
  line('hashes of requirements', 'requirements.txt', (r) => `boto3==1.40.0 --hash=sha256:${r.text(64, HEX)}`),
  line(
    'checksum',
    'scripts/install.sh',
    (r) => `SHA256=${r.text(64, HEX)}\necho "$SHA256  tool.tar.gz" | sha256sum -c`,
  ),
  line(
    'hash of a password',
    'seeds/users.sql',
    (r) =>
      `INSERT INTO users (email, password_hash) VALUES ('a@example.com', '$2b$12$${r.text(53, ALPHANUMERIC)}');`,
  ),
  line(
    'scrypt hash',
    'seeds/users.json',
    (r) => `{ "password": "$argon2id$v=19$m=65536,t=3,p=4$${r.text(22, BASE64)}$${r.text(43, BASE64)}" }`,
    true,
  ),
  line(
    'htpasswd',
    'ops/.htpasswd',
    (r) => `admin:$apr1$${r.text(8, ALPHANUMERIC)}$${r.text(22, ALPHANUMERIC)}`,
    true,
  ),
  line(
    'public key',
    'deploy/key.pub',
    (r) => `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ${r.text(340, BASE64)} deploy@acme`,
  ),
  line('certificate', 'certs/ca.crt', (r) => pem(r, 'CERTIFICATE')),
  line('public key of pem', 'certs/jwt.pub', (r) => pem(r, 'PUBLIC KEY', 6)),
  line(
    'head of a key alone',
    'src/keys.ts',
    `const isKey = text.startsWith('${p('-----BEGIN', ' RSA PRIVATE KEY-----')}');\nthrow new Error('expected ${p('-----BEGIN', ' PRIVATE KEY-----')}');`,
  ),
  line(
    'key with its middle left out',
    'docs/keys.md',
    `JWT_PRIVATE_KEY="${p('-----BEGIN', ' PRIVATE KEY-----')}\\n...\\n-----END PRIVATE KEY-----\\n"`,
  ),
  line(
    'user pool',
    'src/auth.ts',
    (r) =>
      `export const userPoolId = 'us-east-1_${r.text(9, ALPHANUMERIC)}';\nexport const userPoolClientId = '${r.text(26, LOWER + DIGITS)}';\nconst identityPoolId = 'us-east-1:${uuid(r)}';`,
  ),
  line(
    'key of kms',
    'main.tf',
    (r) => `  kms_key_id = "${uuid(r)}"\n  kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/${uuid(r)}"`,
  ),
  line(
    'publishable key',
    'src/pay.tsx',
    (r) => `loadStripe('${p('pk', '_live_')}${r.text(24, ALPHANUMERIC)}')`,
  ),
  line(
    'token of browsers for measuring',
    '.env.defaults',
    (r) => `DD_RUM_CLIENT_TOKEN='pub${r.text(32, HEX)}'`,
  ),
  line(
    'public token of a map',
    'src/map.ts',
    (r) => `mapboxgl.accessToken = 'pk.eyJ1Ijoi${r.text(40, BASE64_URL)}.${r.text(22, BASE64_URL)}';`,
    true,
  ),
  line(
    'dsn of error tracking',
    'src/errors.ts',
    (r) =>
      `Sentry.init({ dsn: 'https://${r.text(32, HEX)}@o${r.text(6, DIGITS)}.ingest.sentry.io/${r.text(7, DIGITS)}' });`,
  ),
  line(
    'site key',
    '.env',
    (r) => `RECAPTCHA_SITE_KEY=6L${r.text(38, BASE64_URL)}\nVITE_GA_ID=G-${r.text(10, UPPER + DIGITS)}`,
    true,
  ),
  line(
    'picture',
    'src/logo.ts',
    (r) => `export const logo = 'data:image/png;base64,iVBORw0KGgo${r.text(400, BASE64)}';`,
  ),
  line(
    'font',
    'styles/fonts.css',
    (r) => `src: url(data:font/woff2;base64,d09GMgAB${r.text(400, BASE64)}) format('woff2');`,
  ),
  line(
    'cursor of a page',
    'tests/list.test.ts',
    (r) =>
      `expect(page.nextToken).toBe('${Buffer.from(`{"id":"${r.text(20, DIGITS)}"}`).toString('base64')}');`,
  ),
  line(
    'name of a bucket',
    'infra/prod.tfvars',
    (r) => `bucket = "shop-prod-uploads-${r.text(12, LOWER + DIGITS)}"\nname = "shop-${r.text(8, HEX)}"`,
  ),
  line(
    'host of a database',
    'src/config.ts',
    (r) => `export const databaseHost = 'shop.c${r.text(11, LOWER + DIGITS)}.us-east-1.rds.amazonaws.com';`,
  ),
  line(
    'distribution',
    'deploy.sh',
    (r) => `aws cloudfront create-invalidation --distribution-id E${r.text(13, UPPER + DIGITS)} --paths '/*'`,
  ),
  line(
    'trace of a request',
    'docs/trouble.md',
    (r) => `x-amzn-trace-id: Root=1-${r.text(8, HEX)}-${r.text(24, HEX)}`,
  ),
  line(
    'etag',
    'tests/cache.test.js',
    (r) => `headers: { etag: '"${r.text(32, HEX)}"', 'x-cache-key': '${r.text(16, HEX)}' }`,
  ),
  line(
    'revision of a migration',
    'migrations/env.py',
    (r) => `revision = "${r.text(12, HEX)}"\ndown_revision = "${r.text(12, HEX)}"`,
  ),
  line(
    'key of a cache',
    'ci.yml',
    (r) =>
      `          key: npm-\${{ hashFiles('package-lock.json') }}\n          restore-keys: npm-${r.text(8, HEX)}`,
  ),
  line(
    'primary key',
    'template.yaml',
    '        KeySchema:\n          - AttributeName: partitionKey\n            KeyType: HASH\n        HashKey: userIdAndTimestamp20',
  ),
  line(
    'map of sources',
    'dist.js',
    (r) => `//# sourceMappingURL=data:application/json;base64,${r.text(300, BASE64)}`,
  ),
  line(
    'ulid',
    'src/seed.ts',
    (r) =>
      `const keyId = '01H${r.text(23, UPPER + DIGITS)}';\nconst objectKey = 'uploads/${r.text(24, HEX)}.png';`,
    true,
  ),
  line(
    'colours',
    'src/theme.ts',
    "export const tokens = { tokenPrimary: '#0a66c2', tokenRadius: '0.5rem', keyColour: 'rgba(10,102,194,0.4)' };",
  ),
  line(
    'nonce of a policy',
    'nginx.conf',
    (r) => `add_header Content-Security-Policy "script-src 'sha256-${r.text(43, BASE64)}='";`,
  ),
  line(
    'snapshot of wallets',
    'src/chain.ts',
    (r) => `export const TOKEN_ADDRESS = '0x${r.text(40, HEX)}';`,
    true,
  ),
];

/** Words of people and of programs around the matter. */
const WORDS: readonly Kind[] = [
  line(
    'labels of a form',
    'src/i18n/en.json',
    '{ "password": "Enter your password", "passwordHint": "At least 12 characters", "token": "Access token", "secret": "Client secret", "apiKeyLabel": "Your API key" }',
  ),
  line(
    'messages of a form',
    'src/messages.ts',
    "const errors = { password: 'Password is required', invalidToken: 'Token has expired', apiKey: 'API-key-is-missing' };",
  ),
  line(
    'names of fields',
    'src/form.tsx',
    '<input type="password" name="newPassword" id="current-password" autoComplete="current-password" placeholder="Password" />',
  ),
  line(
    'names of constants',
    'src/errors.ts',
    "export const INVALID_TOKEN = 'INVALID_TOKEN';\nexport const TOKEN_KEY = 'access_token';\nconst PASSWORD_RESET = 'auth/password-reset-requested';",
  ),
  line(
    'names of headers',
    'src/http.ts',
    "const API_KEY_HEADER = 'X-Api-Key';\nconst tokenHeader = 'x-amz-security-token';\nconst tokenType = 'Bearer';",
  ),
  line(
    'names of settings',
    'src/env.py',
    'REQUIRED = ["SECRET_KEY", "DATABASE_PASSWORD", "API_TOKEN"]\nTOKEN_SETTING = "GITHUB_ACCESS_TOKEN"',
  ),
  line(
    'addresses of tokens',
    'src/oauth.ts',
    "const tokenUrl = 'https://login.example.com/oauth2/token';\nconst tokenEndpoint = '/oauth/access_token';\nconst secretPath = 'kv/data/shop/api';",
  ),
  line(
    'numbers of tokens',
    'src/model.py',
    'max_tokens = 4096\ntoken_limit = "100000"\npassword_min_length: 12\ntokenizer = "cl100k_base"\nTOKEN_EXPIRE_MINUTES=30',
  ),
  line(
    'algorithms',
    'src/jwt.ts',
    "jwt.sign(payload, secret, { algorithm: 'HS256', expiresIn: '15m', issuer: 'https://auth.example.com' });\nconst tokenAlgorithm = 'RS256withPKCS1';",
  ),
  line(
    'policies of passwords',
    'cognito.tf',
    '  password_policy {\n    minimum_length = 12\n    require_symbols = true\n  }\n  secret_rotation = "30 days"\n  generate_secret = true',
  ),
  line(
    'permission of secrets',
    'policy.json',
    '{ "Action": ["secretsmanager:GetSecretValue", "iam:CreateAccessKey"], "Resource": "arn:aws:secretsmanager:*:*:secret:shop/*" }',
  ),
  line(
    'selectors',
    'e2e/login.spec.ts',
    "await page.fill('#password', 'Test1234!');\nawait page.getByLabel('Password').fill('correct-horse');\nconst token = 'test-token-123';",
  ),
  line(
    'passwords of tests',
    'tests/login.test.py',
    (r) =>
      `PASSWORD = "Passw0rd!${r.text(3, DIGITS)}"\nclient.post("/login", json={"password": "hunter2-${r.text(6, ALPHANUMERIC)}"})`,
  ),
  line('token of tests', 'tests/auth.test.ts', (r) => `const token = '${signedToken(r)}';`),
  line('key of tests', 'tests/fixtures/server.key', (r) => pem(r, 'RSA PRIVATE KEY')),
  line('hash key of tests', 'spec/models/user_spec.rb', (r) => `let(:api_key) { '${r.text(32, HEX)}' }`),
  line(
    'sentences',
    'docs/security.md',
    'The password is generated by RDS. Secret: kept in Secrets Manager. Token lifetime: fifteen-minutes. API key: none needed.',
  ),
  line(
    'comment',
    'src/login.ts',
    '// password: whatever-the-user-typed, never logged\n/* token = header.split(" ")[1] */',
  ),
  line(
    'key of a dictionary',
    'src/cache.ts',
    "const key = 'users:list:v2';\nlocalStorage.setItem('refreshToken', token);\nconst storageKey = 'shop.session.v1';",
  ),
  line(
    'routes',
    'src/routes.ts',
    "router.post('/password/forgot', forgot);\nconst passwordRoute = '/account/change-password';\nexport const TOKENS = '/api/v1/tokens';",
  ),
  line(
    'keys of a keyboard',
    'src/keys.ts',
    "if (event.key === 'ArrowDown') next();\nconst hotKey = 'ctrl+shift+KeyP';\nconst accessKey = 's';",
  ),
  line(
    'import',
    'src/index.ts',
    "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nimport { tokenService } from './services/token.service';",
  ),
  line(
    'pattern',
    'src/validate.ts',
    'const passwordPattern = /^(?=.*[a-z])(?=.*\\d)[A-Za-z\\d@$!%*?&]{12,}$/;\nconst TOKEN = /^[A-Za-z0-9_-]{20,}$/;',
  ),
  line(
    'name of a secret',
    'lib/stack.ts',
    "new Secret(this, 'DatabaseSecret', { secretName: 'shop-prod-database', generateSecretString: { generateStringKey: 'password' } });\nconst secretId = 'shop/prod/origin-verify';",
  ),
  line(
    'module of fortran',
    'src/lexer.py',
    'token = Token(kind="IDENTIFIER", value="function_name_2")\nnext_token = self.tokens[self.position + 1]\ntoken_type = "LEFT_PARENTHESIS"',
    true,
  ),
  line(
    'author of words',
    'src/graph.ts',
    "const passwordless = 'magic-link';\nconst secretSanta = 'Everybody-draws-one-name';\nconst tokenTransfer = 'erc20-transfer-event';",
    true,
  ),
  line(
    'switches',
    'config/features.yml',
    '  api_key_enabled: true\n  password_login: "disabled-for-guests"\n  token_refresh: sliding-window\n  secret_scanning: weekly',
    true,
  ),
];

const EXAMPLES: readonly Kind[] = [
  line(
    'example of aws',
    'docs/deploy.md',
    `export AWS_ACCESS_KEY_ID=${p('AK', 'IAIOSFODNN7', 'EXAMPLE')}\nexport AWS_SECRET_ACCESS_KEY=${p('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY')}`,
  ),
  line('other example of aws', 'src/client.ts', `accessKeyId: '${p('AK', 'IAI44QH8DHB', 'EXAMPLE')}'`),
  line(
    'example of tokens',
    'docs/auth.md',
    `Authorization: Bearer ${p('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ', '.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c')}`,
  ),
  line(
    'key of localstack',
    'scripts/local.sh',
    'export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_ENDPOINT_URL=http://localhost:4566',
  ),
  line(
    'key of the dynamodb emulator',
    'docker-compose.yml',
    '      AWS_ACCESS_KEY_ID: fakeMyKeyId\n      AWS_SECRET_ACCESS_KEY: fakeSecretAccessKey',
    true,
  ),
  line(
    'key of the storage emulator',
    'local.settings.json',
    `"AzureWebJobsStorage": "UseDevelopmentStorage=true"`,
    true,
  ),
  line(
    'basic authorization of aladdin',
    'docs/http.md',
    `Authorization: Basic ${p('QWxhZGRpbjpvcGVu', 'IHNlc2FtZQ==')}`,
    true,
  ),
  line('a parameter that is no secret', 'deploy.sh', ({ text }) => {
    const version = text(14, ALPHANUMERIC);
    return `aws ssm put-parameter --name /shop/version --type String --value ${version}`;
  }),
  line(
    'a parameter that is read from elsewhere',
    'deploy.sh',
    'aws ssm put-parameter --name /shop/db --type SecureString --value "$(cat password.txt)"',
    true,
  ),
  line('a password that is read from elsewhere', 'deploy.sh', ({ text }) =>
    p(
      'docker login --username AWS --password-stdin ',
      text(12, DIGITS),
      '.dkr.ecr.eu-west-1.amazonaws.com\n',
    ),
  ),
  line('a file that a password is read from', 'compose.yaml', ({ text }) =>
    p('POSTGRES_PASSWORD_FILE: /run/secrets/', text(14, LOWER), '\n'),
  ),
  line(
    'example of an application',
    'examples/shop/config.ts',
    (r) => `export const config = { password: 'example-${r.text(4, DIGITS)}', secret: 'sample-secret' };`,
  ),
];

export const NO_KEYS: readonly Kind[] = [
  ...placeholders('placeholder', PLACEHOLDERS),
  ...placeholders('placeholder', HELD_PLACEHOLDERS, true),
  ...REFERENCES,
  ...IDENTIFIERS,
  ...WORDS,
  ...EXAMPLES,
];
