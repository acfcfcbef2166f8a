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
    'terraform-state-remote: the whole: fail / not-applicable / not-applicable / not-applicable',
    'the others keep their state at AWS',
  ],
]);
