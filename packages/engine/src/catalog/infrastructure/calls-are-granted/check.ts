import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { allUntilNo, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { allowsAction, isLetIn, rolesOf } from '../../blocks/role-grants.ts';
import { hasOwnCode, TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'calls-are-granted',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'Each call of AWS that code makes is allowed to the role that it runs with',
  gap: {
    one: 'Code calls what its role may not',
    many: 'The code of {count} functions and tasks calls what their roles may not',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { refused: 'the code needs {actual}, which no policy of its role allows' },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: hasOwnCode,
  evaluate: (fn, graph) => {
    const roles = rolesOf(fn, graph);
    const calls = fn.meta.list('Code.calls').where((call) => call.bool('runs').is(true));
    return choose(
      roles.exist(),
      any(
        not(calls.exist()),
        roles
          .inShort()
          .every((role) => calls.none((call) => isRefused(call, role, graph)))
          .else('refused'),
      ),
      leftTo('the policies of its role, which is not in this code', fn),
    );
  },
  fix: 'Allow the action to the role of the function, on the resource that the code uses',
  fixImpact: { downtime: false },
});

/** Whether a call needs an action that neither the role nor, within this code, the policy of what is used allows. */
function isRefused(call: Properties, role: Resource, graph: Graph): Truth {
  return call.list('actions').some((action) =>
    allUntilNo(
      () =>
        action
          .text()
          .ask((name) => not(any(allowsAction(role, name, graph), isLetIn(role, name, graph))))
          .asMembership(),
      () => action.text().written().quote(),
    ),
  );
}
