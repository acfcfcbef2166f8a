import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** `Scan` as the operation of a mapping template, an object or a call of the library. */
const SCAN = /["']?operation["']?\s*:\s*["']Scan["']|\bddb\.scan\s*\(/;

export default defineCheck({
  id: 'resolvers-query-indexes',
  requirement: 'PRF-07',
  severity: 'medium',
  effort: 'hours',
  title: 'Resolvers ask indexes and do not read whole tables',
  gap: { one: 'A resolver reads a whole table', many: '{count} resolvers read whole tables' },
  evidence: ['iac'],
  aliases: [],
  frameworks: { wellArchitected: ['perf_data_implement_strategies_to_improve_query_performance'] },
  messages: { scan: 'the resolver scans its table, which takes longer with each item in it' },
  appliesTo: 'AWS::AppSync::Resolver',
  when: (resolver) => any(resolver.has('RequestMappingTemplate'), resolver.has('Code')),
  evaluate: (resolver) =>
    not(
      any(
        ...['RequestMappingTemplate', 'Code'].map((property) =>
          all(
            resolver.has(property).asMembership(),
            resolver.text(property).matches('a query', SCAN).quote(),
          ),
        ),
      ),
    ).else('scan'),
  fix: 'Query the table by its key, or by an index for what is asked',
  fixImpact: { downtime: false },
});
