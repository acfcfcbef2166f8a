import type { Graph, Properties } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { allowing, names } from '../../blocks/iam-statement.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { WORKFLOW } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

const HOSTS = [
  'token.actions.githubusercontent.com',
  'gitlab',
  'api.bitbucket.org',
  'oidc.circleci.com',
  'vstoken.dev.azure.com',
];

export default defineRootCheck({
  id: 'pipeline-roles-in-sight',
  requirement: 'SEC-35',
  severity: 'medium',
  effort: 'hours',
  title: 'Roles that trust the tokens of pipelines are in the code, and ask whose token it is',
  gap: {
    one: 'A role trusts every token of the host of pipelines',
    many: 'Roles trust every token of the host of pipelines',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: { any: 'no condition asks for the subject, so every project of the host may take on the role' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => takesRole(graph).exist().asMembership(),
  evaluate: (graph) =>
    all(
      trusting(graph)
        .none((statement) => not(asksForSubject(statement)))
        .else('any'),
      any(
        trusting(graph).exist(),
        takesRole(graph).some((workflow) =>
          leftTo(
            'aws iam get-role, which tells whom the role of the pipeline trusts (AssumeRolePolicyDocument)',
            workflow,
          ),
        ),
      ),
    ),
  fix: 'Keep the role with the code, and let its trust ask for the subject: the project and its branch or environment',
  fixImpact: { downtime: false },
});

/** The pipelines that take a role for a run. */
function takesRole(graph: Graph) {
  return graph.of(WORKFLOW).where((workflow) =>
    all(
      not(workflow.has('disabled')),
      workflow.list('jobs').some((job) => not(job.has('neverRuns'))),
      workflow.list('credentials').some((one) => one.text('kind').is('role')),
    ).asMembership(),
  );
}

/** The statements by which pipelines take on a role. */
function trusting(graph: Graph): Many<Properties> {
  const isOne = (name: Reading<string>) => any(...HOSTS.map((host) => name.contains(host)));
  return graph.of('AWS::IAM::Role').flatMap((role) =>
    allowing(role.at('AssumeRolePolicyDocument')).where((statement) =>
      all(
        not(statement.text('Principal').isPlain()),
        names(statement, 'Principal.Federated', (provider) =>
          any(
            isOne(provider),
            all(
              not(provider.isLiteral()),
              graph.follow(provider, 'AWS::IAM::OIDCProvider').some((of) => isOne(of.text('Url'))),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Under whichever operator. */
function asksForSubject(statement: Properties): Truth {
  return statement
    .entries('Condition')
    .some((operator) => operator.below.entries().some((asked) => asked.key.matches('the subject', /:sub$/i)));
}
