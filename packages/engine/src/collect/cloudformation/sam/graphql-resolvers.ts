import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import { addPart, type GraphQL } from './graphql.ts';
import { getAtt, isGiven, items, literal, member, members, type Plain } from './nodes.ts';

/** Functions and resolvers of a GraphQL API. */
export function resolversOf(api: GraphQL): void {
  const { resource } = api;
  for (const [name, { value, at }] of members(member(resource.properties, 'Functions')))
    pipelineFunction(api, name, value, at);
  for (const [type, fields] of members(member(resource.properties, 'Resolvers'))) {
    for (const [name, { value, at }] of members(fields.value)) resolver(api, type, name, value, at);
  }
}

function pipelineFunction(api: GraphQL, name: string, written: Node, at: Location): void {
  const id = member(written, 'Id');
  if (isGiven(id)) {
    api.functions.set(name, id);
    return;
  }
  const made = `${api.resource.id}${name}`;
  addPart(
    api,
    made,
    'AWS::AppSync::FunctionConfiguration',
    {
      ApiId: api.apiId,
      Name: member(written, 'Name') ?? name,
      Code: member(written, 'InlineCode'),
      CodeS3Location: member(written, 'CodeUri'),
      DataSourceName: dataSourceName(api, name, member(written, 'DataSource'), at),
      MaxBatchSize: member(written, 'MaxBatchSize'),
      Description: member(written, 'Description'),
      Runtime: runtimeOf(written),
      SyncConfig: member(written, 'Sync'),
    },
    at,
  );
  api.functions.set(name, getAtt(made, 'FunctionId', at));
}

function runtimeOf(written: Node): Plain | undefined {
  const runtime = member(written, 'Runtime');
  return runtime?.kind === 'map'
    ? { Name: member(runtime, 'Name'), RuntimeVersion: member(runtime, 'Version') }
    : runtime;
}

function dataSourceName(
  api: GraphQL,
  name: string,
  written: Node | undefined,
  at: Location,
): Plain | undefined {
  const text = literal(written);
  if (text === undefined) return written;
  if (text.toLowerCase() === 'none') return noneSource(api, at);
  const known = api.sources.get(text);
  if (known !== undefined) return known;
  const what = `the data source of ${name} of ${api.resource.id}`;
  api.expansion.notSeen(what, `${text} is none of its DataSources`, 'the data source', at);
  return written;
}

function noneSource(api: GraphQL, at: Location): Node {
  const id = `${api.resource.id}NoneDataSource`;
  addPart(api, id, 'AWS::AppSync::DataSource', { ApiId: api.apiId, Name: id, Type: 'NONE' }, at);
  return getAtt(id, 'Name', at);
}

/** What passes the result of the last function on. */
const PASS_ON = `
export function request(ctx) {
    return {};
}

export function response(ctx) {
    return ctx.prev.result;
}
`;

function resolver(api: GraphQL, type: string, name: string, written: Node, at: Location): void {
  const { expansion, resource } = api;
  const code = member(written, 'InlineCode');
  const uri = member(written, 'CodeUri');
  const own = isGiven(code) || isGiven(uri);
  const pipeline = items(member(written, 'Pipeline')).map((one) => {
    const id = api.functions.get(literal(one) ?? '');
    if (id === undefined) {
      const what = `a function of resolver ${type}.${name} of ${resource.id}`;
      expansion.notSeen(what, 'it is none of its Functions', 'the function', one.at);
    }
    return id ?? one;
  });
  const properties = {
    Code: own ? code : PASS_ON,
    CodeS3Location: uri,
    Runtime: own ? runtimeOf(written) : { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    ApiId: api.apiId,
    FieldName: member(written, 'FieldName') ?? name,
    TypeName: type,
    Kind: 'PIPELINE',
    PipelineConfig: { Functions: pipeline },
    CachingConfig: member(written, 'Caching'),
    MaxBatchSize: member(written, 'MaxBatchSize'),
  };
  const id = `${resource.id}${type}${name}`;
  addPart(api, id, 'AWS::AppSync::Resolver', properties, at, { DependsOn: [`${resource.id}Schema`] });
}
