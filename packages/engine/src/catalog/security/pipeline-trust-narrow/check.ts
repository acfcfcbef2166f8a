import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not } from '../../../model/truth.ts';
import { allowing, names } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const TRUST = 'AssumeRolePolicyDocument';

export default defineCheck({
  id: 'pipeline-trust-narrow',
  requirement: 'SEC-35',
  severity: 'high',
  effort: 'minutes',
  title: 'Roles of pipelines trust one repository and what runs on one branch of it',
  gap: {
    one: 'A role of a pipeline trusts more than its own repository and branch',
    many: '{count} roles of pipelines trust more than their own repository and branch',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_358', 'CKV_AWS_393'],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: {
    any: 'no condition asks for the subject, so every repository of GitHub may take on the role',
    repository: 'the subject names no single repository: {actual}',
    branch: 'any branch and any pull request of the repository may take on the role: the subject is {actual}',
  },
  appliesTo: 'AWS::IAM::Role',
  when: (role, graph) => trusting(role, graph).exist().asMembership(),
  evaluate: (role, graph) => {
    const statements = trusting(role, graph);
    const subjects = statements.flatMap(subjectsOf);
    return all(
      statements.every((statement) => subjectsOf(statement).exist()).else('any'),
      subjects
        .every((subject) =>
          subject
            .text()
            .matches('one repository', /^repo:[^*?/]+\/[^*?:]+:/)
            .quote(),
        )
        .else('repository'),
      subjects
        .every((subject) =>
          subject
            .text()
            .matches('one branch', /:[^*]+$/)
            .quote(),
        )
        .else('branch'),
    );
  },
  fix: 'Ask for the subject with the repository and its branch, tag or environment',
  snippets: {
    terraform:
      'condition {\n  test     = "StringEquals"\n  variable = "token.actions.githubusercontent.com:sub"\n  values   = ["repo:acme/shop:ref:refs/heads/main"]\n}',
    cloudformation:
      'Condition: { StringEquals: { "token.actions.githubusercontent.com:sub": "repo:acme/shop:ref:refs/heads/main" } }',
  },
  fixImpact: { downtime: false },
});

/** The statements by which workflows of GitHub take on the role. */
function trusting(role: Resource, graph: Graph): Many<Properties> {
  return allowing(role.at(TRUST)).where((statement) =>
    all(
      not(statement.text('Principal').isPlain()),
      names(statement, 'Principal.Federated', (provider) =>
        any(
          provider.contains(GITHUB),
          graph.follow(provider, 'AWS::IAM::OIDCProvider').some((of) => of.text('Url').contains(GITHUB)),
        ),
      ),
    ),
  );
}

/** What a condition says of the subject, under whichever operator. */
function subjectsOf(statement: Properties): Many<Properties> {
  return statement.entries('Condition').flatMap((operator) =>
    operator.below
      .entries()
      .where((asked) => asked.key.matches('another claim', /:sub$/i))
      .flatMap((asked) => asked.below.list()),
  );
}
