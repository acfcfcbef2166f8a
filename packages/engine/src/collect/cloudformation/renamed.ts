import type { ObjectValue } from '../../model/value.ts';

interface Renamed {
  readonly to: string;
  /** Properties that are called otherwise now. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Types that CloudFormation still takes, of what another type stands for now. */
const RENAMED: ReadonlyMap<string, Renamed> = new Map([
  [
    'AWS::Elasticsearch::Domain',
    {
      to: 'AWS::OpenSearchService::Domain',
      properties: new Map([
        ['ElasticsearchClusterConfig', 'ClusterConfig'],
        // A version without the name of an engine is one of Elasticsearch.
        ['ElasticsearchVersion', 'EngineVersion'],
      ]),
    },
  ],
]);

/** What a type is called now. */
export function currentType(type: string): string {
  return RENAMED.get(type)?.to ?? type;
}

/** The properties of a type by the names that they have now. */
export function currentProperties(type: string, properties: ObjectValue): ObjectValue {
  const renamed = RENAMED.get(type)?.properties;
  if (renamed === undefined) return properties;
  const members = [...properties.members].map(([name, value]) => [renamed.get(name) ?? name, value] as const);
  return { ...properties, members: new Map(members) };
}
