import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftToTheCode } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const PROXY = 'AWS::RDS::DBProxy';
const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

export default defineCheck({
  id: 'database-proxy-used',
  requirement: 'INF-18',
  severity: 'high',
  effort: 'hours',
  title: 'Functions that use a relational database share its connections',
  gap: {
    one: 'A function connects past the pool of connections',
    many: '{count} functions connect past the pool of connections',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    past: 'the function is given the address of the database itself, although this code has a proxy',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => any(names(fn, [PROXY], graph), names(fn, DATABASES, graph)),
  // Without a proxy a driver may pool, as far as the code behind the function says so.
  evaluate: (fn, graph) =>
    any(
      names(fn, [PROXY], graph),
      choose(
        graph.of(PROXY).exist(),
        not(names(fn, DATABASES, graph).quote()).else('past'),
        leftToTheCode('the function: whether its driver pools connections', fn),
      ),
    ).else('past'),
  fix: 'Give the function the endpoint of the proxy instead of that of the database',
  snippets: {
    terraform: 'DATABASE_HOST = aws_db_proxy.main.endpoint',
    cloudformation: 'DATABASE_HOST: !GetAtt Proxy.Endpoint',
  },
  fixImpact: { downtime: false },
});

/** Whether a variable of the function's environment is read off a resource of such a type. */
function names(fn: Resource, types: readonly string[], graph: Graph): Truth {
  return any(
    ...types.map((type) =>
      graph
        .of(type)
        .some((target) => fn.entries('Environment.Variables').some(({ value }) => refersTo(value, target))),
    ),
  );
}
