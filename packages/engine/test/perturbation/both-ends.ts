import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';
const SITE = 'site/app.js';
const PAGE = 'site/index.html';
const ERRORS = 'tests/test_errors.py';
const LOOKS = 'site/looks.js';
const TENANTS = 'tests/test_tenants.py';
const ROWS = 'reports/database.mjs';
const LAMPS = 'local/lamps.py';
const SWITCHES = 'site/switches.js';
const REPORTS = 'infra/reports/report.py';

/** Checks of whose data is reached, and of calls that meet a route. */
export const BOTH_ENDS: readonly RepositoryPerturbation[] = [
  {
    check: 'records-of-their-owner',
    given: [
      replace(
        APP,
        '    "GET /api/stats": statistics,\n',
        `    "GET /api/stats": statistics,
    "GET /api/files/{key}": lambda user_id, e: {
        "etag": store.s3.get_object(Bucket=store.BUCKET, Key=f"{user_id}/{parameter(e, 'key')}")["ETag"]
    },
`,
      ),
    ],
    resource: 'records behind GET /api/files/{key}',
    off: [replace(APP, `Key=f"{user_id}/{parameter(e, 'key')}"`, 'Key=parameter(e, "key")')],
    at: { file: APP, text: 'store.s3.get_object' },
    unreadable: APP,
  },
  {
    check: 'two-users-tested',
    resource: null,
    off: [{ file: 'tests/test_two_users.py', text: undefined }],
    unreadable: 'tests/test_two_users.py',
  },
  {
    check: 'handlers-guarded',
    given: [
      add(
        REPORTS,
        `import os

import jwt


def handler(event, context):
    claims = jwt.decode(event["headers"]["authorization"], os.environ["KEY"], algorithms=["HS256"])
    return {"statusCode": 200, "body": claims["sub"]}
`,
      ),
      add(
        'infra/reports.tf',
        `data "archive_file" "reports" {
  type        = "zip"
  source_dir  = "\${path.module}/reports"
  output_path = "\${path.module}/build/reports.zip"
}

resource "aws_lambda_function" "reports" {
  function_name = "reports"
  role          = "arn:aws:iam::123456789012:role/reports"
  runtime       = "python3.13"
  handler       = "report.handler"
  filename      = data.archive_file.reports.output_path
}

resource "aws_lambda_permission" "reports" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.reports.function_name
  principal     = "apigateway.amazonaws.com"
}
`,
      ),
    ],
    resource: 'infra/reports/report.handler',
    off: [
      replace(
        REPORTS,
        'claims = jwt.decode(event["headers"]["authorization"], os.environ["KEY"], algorithms=["HS256"])',
        'claims = {"sub": "nobody"}',
      ),
      replace('infra/api.tf', 'authorization_type = "JWT"', 'authorization_type = "NONE"'),
    ],
    at: { file: REPORTS, text: 'def handler' },
    unreadable: REPORTS,
  },
  {
    check: 'calls-meet-routes',
    resource: `GET /api/export in ${SITE}`,
    off: [replace(SITE, "call('GET', '/api/export')", "call('GET', '/api/exports')")],
    gap: `GET /api/exports in ${SITE}`,
    at: { file: SITE, text: "call('GET', '/api/exports')" },
    unreadable: SITE,
  },
  {
    check: 'calls-carry-what-is-needed',
    given: [
      add(
        LAMPS,
        `from flask import Flask, request

app = Flask(__name__)


@app.post("/lamps")
def add():
    body = request.json
    if "room" not in body:
        return "no room", 400
    return body
`,
      ),
      add(
        SWITCHES,
        "export const add = (room) => fetch('/lamps', { method: 'POST', body: JSON.stringify({ room }) });\ndocument.title = 'Lamps';\n",
      ),
    ],
    resource: `POST /lamps in ${SWITCHES}`,
    off: [replace(SWITCHES, 'JSON.stringify({ room })', 'JSON.stringify({ place: room })')],
    at: { file: LAMPS, text: '"room" not in body' },
    unreadable: LAMPS,
  },
  {
    check: 'links-meet-pages',
    resource: `link to terms.html in ${PAGE}`,
    off: [replace(PAGE, 'href="terms.html"', 'href="conditions.html"')],
    gap: `link to conditions.html in ${PAGE}`,
    at: { file: PAGE, text: 'conditions.html' },
    unreadable: PAGE,
  },
  {
    check: 'tests-aim-at-routes',
    given: [
      add(
        ERRORS,
        'def test_a_message_is_kept(api):\n    assert api.call("POST /api/errors", body={"message": "late"})[0] == 200\n',
      ),
    ],
    resource: ERRORS,
    off: [replace(ERRORS, 'POST /api/errors', 'POST /api/problems')],
    at: { file: ERRORS, text: 'POST /api/problems' },
    unreadable: ERRORS,
  },
  {
    check: 'tenants-tested-apart',
    given: [
      add(
        'reports/app.mjs',
        `export const handler = async (event) => ({ statusCode: 200, body: event.requestContext.authorizer.jwt.claims.tenant });\n`,
      ),
      add(
        TENANTS,
        'def test_another_tenant_sees_nothing(api):\n    api.call("POST /api/decks", tenant="north", body={"name": "Capitals"})\n    assert api.call("GET /api/decks", tenant="south")[0] == 404\n',
      ),
    ],
    resource: null,
    off: [{ file: TENANTS, text: undefined }],
    unreadable: TENANTS,
  },
  {
    check: 'row-security-holds',
    given: [
      add(
        'reports/rows.sql',
        "ALTER TABLE reports ENABLE ROW LEVEL SECURITY;\nALTER TABLE reports FORCE ROW LEVEL SECURITY;\nCREATE POLICY own ON reports USING (owner = current_setting('app.owner'));\n",
      ),
      add(
        ROWS,
        `export const begin = (client, owner) => client.query("SELECT set_config('app.owner', $1, true)", [owner]);\n`,
      ),
    ],
    resource: 'row level security of reports',
    off: [replace(ROWS, 'app.owner', 'app.user')],
    at: { file: 'reports/rows.sql', text: 'ALTER TABLE reports ENABLE' },
    unreadable: ROWS,
  },
  {
    check: 'fields-asked-are-resolved',
    given: [
      add(
        LOOKS,
        "const LOOKS = 'query Looks { looks }';\n\ndocument.querySelector('#looks').onclick = () => fetch('/graphql', { method: 'POST', body: LOOKS, signal: AbortSignal.timeout(10_000) });\n",
      ),
      add(
        'infra/graph.tf',
        `resource "aws_appsync_resolver" "looks" {
  api_id      = "graph"
  type        = "Query"
  field       = "looks"
  data_source = "looks"
}
`,
      ),
    ],
    resource: `Query looks in ${LOOKS}`,
    off: [replace('infra/graph.tf', '= "looks"\n  data_source', '= "views"\n  data_source')],
    at: { file: LOOKS, text: 'query Looks' },
    unreadable: LOOKS,
  },
];
