import {
  ALPHANUMERIC,
  BASE64,
  BASE64_URL,
  DIGITS,
  HEX,
  LOWER,
  password,
  pem,
  type Random,
  signedToken,
  UPPER,
  uuid,
} from './random.ts';

/** A kind of string: the file that it stands in, and a text with it. */
export interface Kind {
  readonly name: string;
  readonly held?: true;
  make(random: Random): { readonly file: string; readonly text: string; readonly secret?: string };
}

/*
 * Keys of many kinds, made up. What a host recognises a live key by is put together at run time, so that no text here is one.
 */
const p = (...parts: readonly string[]) => parts.join('');

/** A key on a line of its own in some file. */
function on(
  name: string,
  file: string | readonly string[],
  key: (random: Random) => string,
  line: (key: string, random: Random) => string,
  held?: true,
): Kind {
  return {
    name,
    ...(held === undefined ? {} : { held }),
    make: (random) => {
      const secret = key(random);
      return {
        file: typeof file === 'string' ? file : random.pick(file),
        text: line(secret, random),
        secret,
      };
    },
  };
}

const alnum = (n: number) => (r: Random) => r.text(n, ALPHANUMERIC);
const hex = (n: number) => (r: Random) => r.text(n, HEX);
const prefixed =
  (prefix: string, n: number, alphabet = ALPHANUMERIC) =>
  (r: Random) =>
    `${prefix}${r.text(n, alphabet)}`;

export const TRUE_KEYS: readonly Kind[] = [
  on(
    'aws access key',
    'deploy.sh',
    prefixed(p('AK', 'IA'), 16, `${UPPER}234567`),
    (k) => `export AWS_ACCESS_KEY_ID=${k}`,
  ),
  on(
    'aws secret key',
    '.aws/credentials',
    (r) => r.text(40, BASE64),
    (k) => `[default]\naws_secret_access_key = ${k}`,
  ),
  on(
    'aws secret key in code',
    'src/client.ts',
    (r) => r.text(40, BASE64),
    (k) => `const s3 = new S3({ credentials: { secretAccessKey: '${k}' } });`,
  ),
  on('github token', 'scripts/release.py', prefixed(p('gh', 'p_'), 36), (k) => `client = Github("${k}")`),
  on('github app token', 'ci.yml', prefixed(p('gh', 's_'), 36), (k) => `env:\n  TOKEN: ${k}`),
  on(
    'github fine token',
    '.npmrc',
    (r) => `${p('github', '_pat_')}${r.text(22, ALPHANUMERIC)}_${r.text(59, ALPHANUMERIC)}`,
    (k) => `//npm.pkg.github.com/:_authToken=${k}`,
    true,
  ),
  on(
    'gitlab token',
    'Makefile',
    prefixed(p('glp', 'at-'), 20, BASE64_URL),
    (k) => `push:\n\tcurl -H "PRIVATE-TOKEN: ${k}" https://gitlab.example.org/api/v4/projects`,
  ),
  on(
    'slack bot token',
    'src/notify.py',
    (r) => `${p('xo', 'xb-')}${r.text(12, DIGITS)}-${r.text(13, DIGITS)}-${r.text(24, ALPHANUMERIC)}`,
    (k) => `slack = WebClient(token="${k}")`,
  ),
  on(
    'slack webhook',
    'infra/main.tf',
    (r) =>
      `https://hooks.slack.com/services/T${r.text(8, UPPER + DIGITS)}/B${r.text(10, UPPER + DIGITS)}/${r.text(24, ALPHANUMERIC)}`,
    (k) => `  endpoint = "${k}"`,
  ),
  on(
    'stripe key',
    'src/pay.js',
    prefixed(p('sk', '_live_'), 24),
    (k) => `const stripe = require('stripe')('${k}')`,
  ),
  on(
    'stripe restricted key',
    'config.json',
    prefixed(p('rk', '_live_'), 40),
    (k) => `{ "stripe": { "key": "${k}" } }`,
    true,
  ),
  on(
    'stripe webhook secret',
    'src/hook.ts',
    prefixed(p('wh', 'sec_'), 32),
    (k) => `stripe.webhooks.constructEvent(body, signature, '${k}');`,
  ),
  on(
    'google api key',
    'src/map.tsx',
    prefixed(p('AI', 'za'), 35, BASE64_URL),
    (k) => `<Map apiKey="${k}" />`,
  ),
  on(
    'google oauth secret',
    'settings.py',
    prefixed(p('GOC', 'SPX-'), 28, BASE64_URL),
    (k) => `GOOGLE_SECRET = "${k}"`,
    true,
  ),
  {
    name: 'google service account',
    make: (r) => ({
      file: 'keys/service-account.json',
      text: JSON.stringify(
        {
          type: 'service_account',
          private_key_id: r.text(40, HEX),
          private_key: `${pem(r, p('PRIVATE', ' KEY'), 24)}\n`,
        },
        undefined,
        2,
      ),
    }),
  },
  on(
    'twilio key',
    'src/sms.js',
    prefixed('SK', 32, HEX),
    (k) => `const client = twilio('${k}', apiSecret);`,
    true,
  ),
  on('twilio auth token', '.env', hex(32), (k) => `TWILIO_AUTH_TOKEN=${k}`),
  on(
    'sendgrid key',
    'src/mail.py',
    (r) => `${p('S', 'G.')}${r.text(22, BASE64_URL)}.${r.text(43, BASE64_URL)}`,
    (k) => `sg = SendGridAPIClient('${k}')`,
  ),
  on('npm token', '.npmrc', prefixed(p('np', 'm_'), 36), (k) => `//registry.npmjs.org/:_authToken=${k}`),
  on('old npm token', '.npmrc', uuid, (k) => `//registry.npmjs.org/:_authToken=${k}`, true),
  on(
    'pypi token',
    '.pypirc',
    (r) => `${p('py', 'pi-')}AgEIcHlwaS5vcmc${r.text(70, BASE64_URL)}`,
    (k) => `[pypi]\nusername = __token__\npassword = ${k}`,
  ),
  ...['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'].map(
    (what, i): Kind => ({
      name: `pem ${what}`,
      ...(i > 2 ? { held: true } : {}),
      make: (r) => ({
        file: r.pick(['deploy/id_rsa', 'certs/server.key', 'ops/key.pem']),
        text: pem(r, what),
      }),
    }),
  ),
  {
    name: 'private key as one line',
    make: (r) => ({
      file: '.env',
      text: `JWT_PRIVATE_KEY="${pem(r, 'RSA PRIVATE KEY').replaceAll('\n', '\\n')}"`,
    }),
  },
  {
    name: 'pgp private key',
    held: true,
    make: (r) => ({ file: 'ops/sign.asc', text: pem(r, 'PGP PRIVATE KEY BLOCK') }),
  },
  on('signed token', 'src/api.ts', signedToken, (k) => `headers: { Authorization: 'Bearer ${k}' },`),
  on(
    'signed token in settings',
    'appsettings.json',
    signedToken,
    (k) => `{ "SupabaseServiceKey": "${k}" }`,
    true,
  ),
  on(
    'postgres address',
    'config/prod.env',
    password,
    (k) => `DATABASE_URL=postgresql://app:${k.replace(/[@#]/g, '-')}@db.internal.acme.net:5432/app`,
  ),
  on(
    'mysql address',
    'src/db.py',
    alnum(18),
    (k) => `engine = create_engine("mysql+pymysql://web:${k}@10.3.1.7/web")`,
  ),
  on(
    'mongo address',
    'src/db.js',
    alnum(16),
    (k) => `mongoose.connect('mongodb+srv://admin:${k}@cluster0.ab1cd.mongodb.net/shop')`,
  ),
  on('redis address', 'values.yaml', alnum(24), (k) => `redis: redis://:${k}@cache.acme.net:6379/0`, true),
  on(
    'amqp address',
    'docker-compose.prod.yml',
    alnum(20),
    (k) => `      BROKER: amqps://jobs:${k}@mq.acme.net:5671/jobs`,
    true,
  ),
  on('smtp address', 'ops/alerts.env', alnum(16), (k) => `SMTP_URL=smtps://alerts:${k}@mail.acme.net:465`),
  on(
    'address with a password',
    'scripts/pull.sh',
    alnum(20),
    (k) => `git clone https://deploy:${k}@git.acme.net/shop.git`,
  ),
  on(
    'address with a token',
    '.gitmodules',
    alnum(32),
    (k) => `\turl = https://oauth2:${k}@git.acme.net/lib.git`,
    true,
  ),
  on(
    'sql server connection',
    'appsettings.Production.json',
    password,
    (k) =>
      `"Default": "Server=sql.acme.net;Database=shop;User Id=web;Password=${k.replaceAll(';', '')};Encrypt=true"`,
  ),
  on(
    'azure storage',
    'local.settings.json',
    (r) => `${r.text(86, BASE64)}==`,
    (k) =>
      `"AzureWebJobsStorage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${k};EndpointSuffix=core.windows.net"`,
  ),
  on(
    'mailgun key',
    'src/mail.ts',
    prefixed(p('key', '-'), 32, HEX),
    (k) => `const mg = mailgun({ apiKey: '${k}', domain });`,
  ),
  on(
    'mailchimp key',
    '.env',
    (r) => `${r.text(32, HEX)}-us${r.below(20) + 1}`,
    (k) => `MAILCHIMP_API_KEY=${k}`,
    true,
  ),
  on(
    'digital ocean token',
    'main.tf',
    prefixed(p('dop', '_v1_'), 64, HEX),
    (k) => `provider "digitalocean" {\n  token = "${k}"\n}`,
  ),
  on(
    'databricks token',
    'job.py',
    prefixed(p('da', 'pi'), 32, HEX),
    (k) => `os.environ["DATABRICKS_TOKEN"] = "${k}"`,
    true,
  ),
  on(
    'shopify token',
    'src/shop.rb',
    prefixed(p('sh', 'pat_'), 32, HEX),
    (k) => `ShopifyAPI::Session.new(token: '${k}')`,
  ),
  on(
    'telegram bot',
    'bot.py',
    (r) => `${r.text(10, DIGITS).replace(/^0/, '5')}:AA${r.text(33, BASE64_URL)}`,
    (k) => `bot = Bot(token='${k}')`,
  ),
  on(
    'discord webhook',
    'src/alert.js',
    (r) => `https://discord.com/api/webhooks/${r.text(18, '123456789')}/${r.text(68, BASE64_URL)}`,
    (k) => `fetch('${k}', { method: 'POST' })`,
    true,
  ),
  on(
    'openai key',
    '.env.production',
    prefixed(p('sk-', 'proj-'), 64, BASE64_URL),
    (k) => `OPENAI_API_KEY=${k}`,
  ),
  on(
    'openai old key',
    'src/chat.py',
    (r) => `${p('s', 'k-')}${r.text(20, ALPHANUMERIC)}T3BlbkFJ${r.text(20, ALPHANUMERIC)}`,
    (k) => `openai.api_key = "${k}"`,
  ),
  on(
    'anthropic key',
    'src/ask.ts',
    prefixed(p('sk-', 'ant-api03-'), 90, BASE64_URL),
    (k) => `new Anthropic({ apiKey: '${k}' })`,
    true,
  ),
  on('hugging face token', 'train.py', prefixed(p('h', 'f_'), 34), (k) => `login("${k}")`),
  on('vault token', 'deploy.yml', prefixed(p('hv', 's.'), 90, BASE64_URL), (k) => `  VAULT_TOKEN: ${k}`),
  on(
    'terraform cloud token',
    '.terraformrc',
    (r) => `${r.text(14, ALPHANUMERIC)}.atlasv1.${r.text(64, BASE64_URL)}`,
    (k) => `credentials "app.terraform.io" {\n  token = "${k}"\n}`,
    true,
  ),
  on(
    'grafana token',
    'grafana.tf',
    (r) => `${p('gl', 'sa_')}${r.text(32, ALPHANUMERIC)}_${r.text(8, HEX)}`,
    (k) => `  auth = "${k}"`,
  ),
  on(
    'new relic key',
    'newrelic.js',
    prefixed(p('NR', 'AK-'), 27, UPPER + DIGITS),
    (k) => `  api_key: '${k}',`,
    true,
  ),
  on(
    'docker token',
    'push.sh',
    prefixed(p('dckr', '_pat_'), 27, BASE64_URL),
    (k) => `docker login -u acme -p ${k}`,
  ),
  on(
    'postman key',
    'sync.js',
    (r) => `${p('PM', 'AK-')}${r.text(24, HEX)}-${r.text(34, HEX)}`,
    (k) => `const key = '${k}'`,
    true,
  ),
  on(
    'linear key',
    'src/issues.ts',
    prefixed(p('lin', '_api_'), 40),
    (k) => `new LinearClient({ apiKey: "${k}" })`,
  ),
  on('notion key', 'src/pages.py', prefixed(p('n', 'tn_'), 46), (k) => `notion = Client(auth="${k}")`, true),
  on('datadog key', 'datadog.yaml', hex(32), (k) => `api_key: ${k}`),
  on('heroku key', 'deploy.sh', uuid, (k) => `HEROKU_API_KEY=${k} heroku releases`),
  on(
    'cloudflare token',
    'wrangler.env',
    (r) => r.text(40, BASE64_URL),
    (k) => `CLOUDFLARE_API_TOKEN=${k}`,
  ),
  on(
    'age key',
    'keys.txt',
    prefixed(p('AGE-', 'SECRET-KEY-1'), 58, `${UPPER.replace(/[BIO]/g, '')}234567890`),
    (k) => k,
    true,
  ),
  on(
    'doppler token',
    'run.sh',
    prefixed(p('dp', '.pt.'), 43),
    (k) => `doppler run --token ${k} -- npm start`,
  ),
  on(
    'atlassian token',
    'jira.py',
    (r) => `${p('ATA', 'TT3')}${r.text(183, BASE64_URL)}=${r.text(8, HEX.toUpperCase())}`,
    (k) => `jira = JIRA(basic_auth=("ops", "${k}"))`,
    true,
  ),
  on(
    'basic authorization',
    'src/call.js',
    (r) => Buffer.from(`svc-report:${r.text(18, ALPHANUMERIC)}`).toString('base64'),
    (k) => `headers: { Authorization: 'Basic ${k}' }`,
  ),
  on(
    'curl with a password',
    'scripts/index.sh',
    alnum(16),
    (k) => `curl -u elastic:${k} https://search.acme.net/_cat/indices`,
  ),
  on(
    'password of an environment file',
    ['.env', '.env.production', 'app/.env.dev', 'prod.env'],
    password,
    (k, r) => `${r.pick(['DB_PASSWORD', 'ADMIN_PASSWORD', 'SMTP_PASS', 'REDIS_PASSWORD'])}=${k}`,
  ),
  on(
    'signing key of an environment file',
    ['.env', '.env.staging'],
    (r) => r.text(44, BASE64),
    (k, r) => `${r.pick(['JWT_SECRET', 'SESSION_SECRET', 'NEXTAUTH_SECRET', 'ENCRYPTION_KEY'])}="${k}="`,
  ),
  on('hexadecimal signing key', 'src/session.ts', hex(64), (k) => `app.use(session({ secret: '${k}' }));`),
  on(
    'password in code',
    ['src/db.ts', 'src/store.js'],
    password,
    (k) => `const pool = new Pool({ user: 'app', password: '${k.replaceAll("'", '')}' });`,
  ),
  on(
    'password in python',
    'app/settings.py',
    password,
    (k) => `DATABASES = {"default": {"USER": "app", "PASSWORD": "${k}"}}`,
  ),
  on(
    'password in yaml',
    'config/production.yml',
    password,
    (k) => `database:\n  user: app\n  password: "${k}"`,
  ),
  on(
    'bare password in yaml',
    'values-prod.yaml',
    (r) => `${r.text(10, ALPHANUMERIC)}${r.text(6, DIGITS)}`,
    (k) => `  adminPassword: ${k}`,
    true,
  ),
  on(
    'password in properties',
    'src/main/resources/application.properties',
    password,
    (k) => `spring.datasource.password=${k.replaceAll('#', '-')}`,
  ),
  on(
    'password in ini',
    'setup.cfg',
    password,
    (k) => `[smtp]\npassword = ${k.replaceAll('#', '-').replaceAll('%', '-')}`,
    true,
  ),
  on('password in toml', 'config.toml', password, (k) => `[database]\npassword = "${k}"`),
  on('password in xml', 'web.config', password, (k) => `<add key="ApiPassword" value="${k}" />`, true),
  on(
    'password in terraform',
    'infra/database.tf',
    password,
    (k) => `resource "aws_db_instance" "main" {\n  password = "${k}"\n}`,
  ),
  on('password in values of terraform', 'infra/prod.tfvars', password, (k) => `db_password = "${k}"`),
  on('password in a template', 'template.yaml', password, (k) => `      MasterUserPassword: '${k}'`),
  on('password in an image', 'Dockerfile', alnum(20), (k) => `ENV ADMIN_TOKEN=${k}`),
  on('password in a script', 'scripts/seed.sh', alnum(16), (k) => `export PGPASSWORD="${k}"`),
  on(
    'password of a command',
    'scripts/dump.sh',
    alnum(16),
    (k) => `mysqldump -h db.acme.net -u root --password=${k} shop > dump.sql`,
  ),
  on(
    'password of a parameter',
    'scripts/parameters.sh',
    alnum(16),
    (k) => `aws ssm put-parameter \\\n  --name /shop/db \\\n  --type SecureString \\\n  --value "${k}"`,
  ),
  on(
    'key of a parameter in a pipeline',
    '.github/workflows/seed.yml',
    alnum(24),
    (k) => `      - run: aws ssm put-parameter --name /shop/api-token --value ${k} --type String`,
    true,
  ),
  on('secret in go', 'cmd/main.go', alnum(40), (k) => `var clientSecret = "${k}"`),
  on(
    'secret in java',
    'src/main/java/App.java',
    alnum(32),
    (k) => `private static final String API_SECRET = "${k}";`,
    true,
  ),
  on('secret in a class', 'lib/api.rb', alnum(32), (k) => `  API_TOKEN = '${k}'.freeze`, true),
  on(
    'fall-back of a setting',
    'src/configuration.ts',
    alnum(36),
    (k) => `export const signingKey = process.env.SIGNING_KEY ?? '${k}';`,
  ),
  on(
    'fall-back in python',
    'src/config.py',
    alnum(36),
    (k) => `SECRET_KEY = os.environ.get("SECRET_KEY", "${k}")`,
  ),
  on(
    'secret of a client',
    'src/oauth.ts',
    alnum(52),
    (k) => `const options = { clientId: id, clientSecret: "${k}" };`,
  ),
  on('key of an api', 'demo/app.js', alnum(28), (k) => `const API_KEY = '${k}';`),
  on('key in a header', 'demo/call.js', alnum(40), (k) => `headers: { 'x-api-key': '${k}' },`),
  on('key as an argument', 'pipeline/stack.py', alnum(28), (k) => `api_key(value="${k}", api_key="${k}")`),
  on('key of a document', 'docs/setup.md', alnum(40), (k) => `Set \`API_TOKEN=${k}\` and run it.`),
  on(
    'django key',
    'shop/settings.py',
    (r) => r.text(50, `${LOWER}${DIGITS}!@#$%^&*(-_=+)`),
    (k) => `SECRET_KEY = 'django-insecure-${k}'`,
    true,
  ),
  {
    name: 'state of terraform',
    make: (r) => ({
      file: 'terraform.tfstate',
      text: JSON.stringify(
        {
          version: 4,
          resources: [
            {
              type: 'random_password',
              instances: [{ attributes: { length: 24, result: r.text(24, ALPHANUMERIC) } }],
            },
            { type: 'aws_db_instance', instances: [{ attributes: { password: r.text(20, ALPHANUMERIC) } }] },
          ],
        },
        undefined,
        2,
      ),
    }),
  },
  {
    name: 'key in a bundle',
    make: (r) => ({
      file: 'public/app.min.js',
      text: `!function(){${'var a=1;'.repeat(400)}var k="${p('AK', 'IA')}${r.text(16, `${UPPER}234567`)}";${'b();'.repeat(900)}}();`,
    }),
  },
  {
    name: 'kubernetes secret',
    held: true,
    make: (r) => ({
      file: 'k8s/secret.yaml',
      text: `apiVersion: v1\nkind: Secret\ndata:\n  db-password: ${Buffer.from(r.text(21, ALPHANUMERIC)).toString('base64')}\n`,
    }),
  },
  {
    name: 'ordinary password of a person',
    make: (r) => ({
      file: '.env',
      text: `DB_PASSWORD=${r.pick(['Sommer', 'Winter', 'Berlin', 'Tiger', 'Orange'])}${r.pick(['!', '#', '_'])}${r.text(4, DIGITS)}`,
    }),
  },
];
