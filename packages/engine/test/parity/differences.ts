/** What the languages say differently (Terraform / CloudFormation / SAM / CDK), each with what the language really does. */
export const DIFFERENCES: ReadonlyMap<string, string> = new Map([]);
