import type { Graph } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'production-environment',
  requirement: 'INF-02',
  severity: 'high',
  effort: 'days',
  title: 'Production is an environment of its own with its own configuration',
  gap: {
    one: 'Production is no environment of its own',
    many: 'Production is no environment of its own in {count} roots',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_multi_env'] },
  messages: {
    none: 'the code names no environment: what is tried out and what users see cannot be told apart',
  },
  evaluate: (graph) => {
    const said = graph.ownFacts('environment');
    const named = graph.environment.written();
    return any(
      all(
        named,
        mayBeProduction(graph),
        any(
          not(said.exist()).asMembership(),
          said.some((root) => root.has('own').asMembership()),
        ),
      ),
      said.some((root) =>
        all(
          any(root.has('input'), named),
          leftTo('what this root is deployed with in each environment (--var-file, --param)', root),
        ),
      ),
      // Code that speaks of workspaces, or leaves its backend to whoever runs it, is applied more than once.
      graph
        .ownFacts('terraform-state')
        .some((state) =>
          all(state.has('workspace'), leftTo('the workspaces that it is applied in (--workspace)', state)),
        ),
    ).else('none');
  },
  fix: 'Give production values of its own (a tfvars file, a workspace, a parameter file or a folder) apart from what is tried out',
  fixImpact: { downtime: false },
});

/** What is named for development or for tests is not what users see. */
function mayBeProduction(graph: Graph): Truth {
  return graph
    .ownFacts('environments')
    .some((named) => any(named.has('production').asMembership(), leftTo(OF_PRODUCTION, named)));
}

const OF_PRODUCTION =
  'which environment is production: none is named so (airworthy.yaml can declare one: environments, production: true)';
