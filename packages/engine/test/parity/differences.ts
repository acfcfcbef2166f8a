/** What the languages say differently (Terraform / CloudFormation / SAM / CDK), each with what the language really does. */
export const DIFFERENCES: ReadonlyMap<string, string> = new Map([
  [
    'iam-no-admin-policies: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / pass',
    "CDK's RestApi makes a role for the log of API Gateway in the account, unless it is told not to",
  ],
  [
    'iam-no-wildcard-principals: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / pass',
    'the same role',
  ],
  [
    'iam-no-allow-all-but: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / not-applicable',
    'the same role',
  ],
  [
    'iam-no-privilege-escalation: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / not-applicable',
    'the same role',
  ],
  [
    'iam-no-whole-service-policies: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / pass',
    'the same role',
  ],
  [
    'pipeline-trust-narrow: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / not-applicable',
    'the same role',
  ],
  [
    'role-per-function: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / not-applicable',
    'the same role',
  ],
  [
    'oauth-callbacks-exact: user pool client: not-applicable / not-applicable / not-applicable / pass',
    "CDK's UserPoolClient names a callback, unless it is told which",
  ],
  [
    'oauth-no-implicit-grant: user pool client: not-applicable / not-applicable / not-applicable / fail',
    "CDK's UserPoolClient allows the implicit grant, unless it is told not to",
  ],
  [
    'no-state-in-repository: the whole: pass / not-applicable / not-applicable / not-applicable',
    'the others keep their state at AWS',
  ],
  [
    'terraform-state-remote: the whole: fail / not-applicable / not-applicable / not-applicable',
    'the others keep their state at AWS',
  ],
  [
    'stacks-protected-from-deletion: the whole: not-applicable / not-applicable / not-applicable / fail',
    'only an assembly says how its stack is protected; a template cannot, and Terraform makes none',
  ],
  [
    'grants-are-used: Orders/Api/CloudWatchRole/Resource (cdk only): nothing / nothing / nothing / not-applicable',
    'the role with which API Gateway writes its logs is made by CDK itself',
  ],
  ...['coverage-kept', 'unit-tests-exist'].map(
    (check) =>
      [
        `${check}: the whole: not-applicable / not-applicable / not-applicable / fail`,
        'a stack of the CDK is code, which has tests',
      ] as const,
  ),
  ...['orders table', 'sessions table', 'user pool'].map(
    (store) =>
      [
        `replacement-keeps-data: ${store}: not-applicable / not-applicable / not-applicable / pass`,
        'the CDK writes both policies, and keeps what stores unless it is told not to',
      ] as const,
  ),
]);
