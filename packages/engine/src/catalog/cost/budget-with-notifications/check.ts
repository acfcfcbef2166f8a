import { any } from '../../../model/truth.ts';
import { costsHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'budget-with-notifications',
  requirement: 'CST-02',
  severity: 'medium',
  effort: 'minutes',
  title: 'A budget tells somebody before the money is gone',
  gap: { one: 'No budget tells anybody what it costs', many: 'No budget in {count} roots' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['cost_cloud_financial_management_budget_forecast'] },
  messages: { none: 'no budget notifies anybody' },
  when: (graph) => any(costsHere(graph), graph.of('AWS::Budgets::Budget').exist()),
  evaluate: (graph) =>
    graph
      .of('AWS::Budgets::Budget')
      .some((budget) =>
        budget.list('NotificationsWithSubscribers').some((n) => n.list('Subscribers').exist()),
      )
      .else('none'),
  fix: 'Define a monthly budget that notifies by e-mail at 80 % of the forecast and at 100 % of the actual cost',
  fixImpact: { downtime: false },
});
