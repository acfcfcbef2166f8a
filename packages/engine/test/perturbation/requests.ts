import { add, type Change, remove, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';
const ACCOUNTS = 'src/accounts.py';
const PAGES = 'src/pages.py';

/** What the example has no such thing of: code in a module that its handler reaches. */
function withCode(imports: string, code: string): readonly Change[] {
  return [
    replace(ACCOUNTS, 'import boto3\n', `import boto3\n${imports}`),
    replace(ACCOUNTS, 'def first_seen(user_id):', `${code}\n\ndef first_seen(user_id):`),
  ];
}

const REPORT = `class Report(BaseModel):
    name: str


def report_handler(event, context):
    report = Report.model_validate_json(event["body"])
    return {"statusCode": 200, "body": report.name}
`;

const STAFF_ONLY = `def staff_only(event):
    if "staff" not in event["requestContext"]["authorizer"]["jwt"]["claims"]["groups"]:
        raise NotSignedIn


`;
const EVERYBODY = `def everybody(user_id, event):
    staff_only(event)
    return accounts.everybody()
`;

/** Checks of what the code does with requests and answers. */
export const REQUESTS: readonly RepositoryPerturbation[] = [
  {
    check: 'requests-not-logged',
    resource: `log of ${APP}`,
    off: [
      replace(
        APP,
        'logger.info("answered", route=route,',
        'logger.info("answered", sent=event["body"], route=route,',
      ),
    ],
    at: { file: APP, text: 'logger.info("answered", sent=event["body"]' },
    unreadable: APP,
  },
  {
    check: 'handlers-validate-requests',
    besides: ['routes-have-schemas'],
    given: withCode('import json\nfrom pydantic import BaseModel\n', REPORT),
    resource: 'src/accounts.report_handler',
    off: [replace(ACCOUNTS, 'Report.model_validate_json(event["body"])', 'json.loads(event["body"])')],
    at: { file: ACCOUNTS, text: 'def report_handler(event, context):' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'personal-data-deletable',
    besides: ['gateway-routes-answered'],
    resource: null,
    off: [replace(APP, '"DELETE /api/account": remove_account,', '')],
    unreadable: APP,
  },
  {
    check: 'users-can-export',
    besides: ['gateway-routes-answered'],
    resource: null,
    off: [replace(APP, '"GET /api/export": reading(lambda db, e: decks.everything(db)),', '')],
    unreadable: APP,
  },
  {
    check: 'personal-data-exportable',
    // Documents that tell of it would do as well.
    given: [
      replace('docs/privacy.md', 'Exports and removals', 'Copies and removals'),
      replace('docs/user-guide.md', '**Export** saves', '**Keep** saves'),
      replace('site/privacy.html', '“Export” gives', '“Keep” gives'),
      replace('site/terms.html', 'and your export stays possible', 'and your button stays'),
    ],
    resource: null,
    off: [replace('site/app.js', "call('GET', '/api/export')", "call('GET', '/api/decks')")],
    unreadable: APP,
  },
  {
    check: 'lists-paginate',
    resource: 'list in src/decks.py all_decks',
    off: [
      replace('src/decks.py', 'WHERE id > ? ORDER BY id LIMIT ?", (after, limit)', 'WHERE id > ?", (after,)'),
    ],
    at: { file: 'src/decks.py', text: 'WHERE id > ?", (after,)' },
    unreadable: 'src/decks.py',
  },
  {
    check: 'lists-of-people-for-few',
    given: [
      ...withCode('', 'def everybody():\n    return users.scan(Limit=100)["Items"]\n'),
      replace(APP, 'ROUTES = {', `${STAFF_ONLY}${EVERYBODY}\n\nROUTES = {\n    "GET /api/users": everybody,`),
    ],
    resource: `list in ${ACCOUNTS} everybody`,
    off: [replace(APP, STAFF_ONLY, ''), replace(APP, '    staff_only(event)\n', '')],
    unreadable: ACCOUNTS,
  },
  {
    check: 'scans-read-to-the-end',
    given: withCode(
      '',
      'def sweep():\n    for item in users.scan(Limit=100)["Items"]:\n        users.delete_item(Key=item)\n',
    ),
    resource: `list in ${ACCOUNTS} sweep`,
    off: [replace(ACCOUNTS, 'users.scan(Limit=100)', 'users.scan()')],
    at: { file: ACCOUNTS, text: 'users.scan()' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'users-limited-one-by-one',
    // The limiter that stands unused then is a gap of its own.
    given: [
      replace(
        'src/limits.py',
        'def count(user_id):',
        'def count(user_id):\n    _count(user_id)\n\n\ndef _count(user_id):',
      ),
    ],
    resource: null,
    off: [
      replace('src/limits.py', 'def count(user_id):\n    _count(user_id)', 'def count(ip):\n    _count(ip)'),
      replace('src/limits.py', 'def _count(user_id):', 'def _count(user_id, *_):'),
    ],
    unreadable: 'src/limits.py',
  },
  {
    check: 'invited-users-only',
    given: [
      add(
        PAGES,
        'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.post("/invitations")\ndef invite():\n    return {}\n',
      ),
      replace(
        'infra/users.tf',
        '  account_recovery_setting {',
        '  admin_create_user_config {\n    allow_admin_create_user_only = true\n  }\n\n  account_recovery_setting {',
      ),
    ],
    resource: null,
    off: [
      replace(
        'infra/users.tf',
        'allow_admin_create_user_only = true',
        'allow_admin_create_user_only = false',
      ),
    ],
    at: { file: 'infra/users.tf', text: 'allow_admin_create_user_only = false' },
    unreadable: 'infra/users.tf',
  },
  {
    check: 'static-files-behind-cdn',
    given: [
      add(
        'infra/pages.tf',
        'resource "aws_lb" "pages" {\n  internal = false\n}\n\nresource "aws_autoscaling_group" "pages" {\n  min_size = 2\n  max_size = 4\n}\n',
      ),
      add(
        'infra/pages-cdn.tf',
        'resource "aws_cloudfront_distribution" "pages" {\n  enabled = true\n\n  origin {\n    origin_id   = "pages"\n    domain_name = aws_lb.pages.dns_name\n\n    custom_origin_config {\n      http_port              = 80\n      https_port             = 443\n      origin_protocol_policy = "https-only"\n      origin_ssl_protocols   = ["TLSv1.2"]\n    }\n  }\n}\n',
      ),
      add(
        PAGES,
        'from fastapi.staticfiles import StaticFiles\n\nfiles = StaticFiles(directory="pictures")\n',
      ),
    ],
    resource: `files sent by ${PAGES}`,
    off: [remove('infra/pages-cdn.tf')],
    at: { file: PAGES, text: 'files = StaticFiles(directory="pictures")' },
    unreadable: PAGES,
  },
  {
    check: 'page-sources-not-published',
    given: [add('site/vite.config.ts', 'export default { build: { sourcemap: false } };\n')],
    resource: 'site/vite.config.ts',
    off: [replace('site/vite.config.ts', 'false', 'true')],
    at: { file: 'site/vite.config.ts', text: 'sourcemap: true' },
    unreadable: 'site/vite.config.ts',
  },
  {
    check: 'api-versioned',
    resource: null,
    off: [replace('.github/workflows/checks.yml', 'scripts/compatible.py', 'scripts/move.py --help')],
    unreadable: '.github/workflows/checks.yml',
  },
  {
    check: 'errors-in-one-shape',
    resource: null,
    off: [
      replace(
        APP,
        'return status, {"code": code, "message": message,',
        'return status, {"error": code, "message": message,',
      ),
    ],
    unreadable: 'openapi.yaml',
  },
];
