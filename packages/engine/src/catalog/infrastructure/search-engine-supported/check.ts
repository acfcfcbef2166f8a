import { ENGINES_AS_OF, isSupportedEngine } from '../../../knowledge/engines.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'search-engine-supported',
  requirement: 'INF-26',
  severity: 'medium',
  effort: 'days',
  title: 'The engine of each search domain is under standard support',
  gap: {
    one: 'A search domain runs a version out of standard support',
    many: '{count} search domains run versions out of standard support',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    ended: `standard support of {actual} has ended (guide of OpenSearch Service, ${ENGINES_AS_OF})`,
  },
  appliesTo: 'AWS::OpenSearchService::Domain',
  evaluate: (domain) =>
    domain
      .text('EngineVersion')
      .map(isSupportedSearch)
      .test('a version under standard support', (yes) => yes)
      .quote()
      .else('ended'),
  fix: 'Upgrade the domain to a current version of OpenSearch, over the versions between where there is no way at once',
  snippets: {
    terraform: 'engine_version = "OpenSearch_3.3"',
    cloudformation: 'EngineVersion: OpenSearch_3.3',
  },
  fixImpact: { downtime: false },
});

/** `OpenSearch_2.11`, `Elasticsearch_7.10`, or what the service wrote before it had two engines: `7.10`. */
function isSupportedSearch(version: string): boolean | undefined {
  const [engine, number] = version.includes('_') ? version.split('_') : ['Elasticsearch', version];
  return isSupportedEngine(engine!.toLowerCase(), number!);
}
