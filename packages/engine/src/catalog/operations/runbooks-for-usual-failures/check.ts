import type { Graph } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { documentsOf, isFilled } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

/** What asks for a runbook of its own where it is there. */
const DATABASES = [
  'AWS::DynamoDB::Table',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
];
const SIGN_IN = ['AWS::Cognito::UserPool'];
const QUEUES = ['AWS::SQS::Queue'];

export default defineRootCheck({
  id: 'runbooks-for-usual-failures',
  requirement: 'OPS-05',
  severity: 'high',
  effort: 'days',
  title: 'There are runbooks for the failures that an application like this one has',
  gap: {
    one: 'Nothing says what to do when a usual failure happens',
    many: 'Nothing says at {count} places what to do when a usual failure happens',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_ready_to_support_use_playbooks'] },
  messages: {
    none: 'there is no runbook that says anything',
    latency: 'no runbook says what to do when answers are slow or fail',
    database: 'no runbook says what to do when the database fails',
    signIn: 'no runbook says what to do when sign-in fails',
    queue: 'no runbook says what to do with messages that are stuck',
  },
  about: 'repository',
  seesInfrastructure: true,
  evaluate: (graph) =>
    all(
      documentsOf(graph, 'runbook').some(isFilled).else('none'),
      any(about(graph, 'latency'), about(graph, 'errors')).else('latency'),
      any(not(has(graph, DATABASES)), about(graph, 'database')).else('database'),
      any(not(has(graph, SIGN_IN)), about(graph, 'sign-in')).else('signIn'),
      any(not(has(graph, QUEUES)), about(graph, 'queue')).else('queue'),
    ),
  fix: 'Write a runbook for slow answers and errors, for each kind of database, for sign-in, and for messages that are stuck',
  fixImpact: { downtime: false },
});

/** Whether a runbook that says anything is about a trouble. */
function about(graph: Graph, subject: string): Truth {
  return documentsOf(graph, 'runbook').some((document) =>
    all(
      isFilled(document),
      document.list('subjects').some((one) => one.text().is(subject)),
    ),
  );
}

function has(graph: Graph, types: readonly string[]): Truth {
  return any(...types.map((type) => graph.of(type).exist()));
}
