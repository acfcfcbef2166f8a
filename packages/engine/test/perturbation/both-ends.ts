import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';
const SITE = 'site/app.js';
const PAGE = 'site/index.html';
const ERRORS = 'tests/test_errors.py';
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
];
