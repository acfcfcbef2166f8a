import { type ObjectValue, objectOf, type Value } from '../../model/value.ts';

const VALIDATOR = 'x-amazon-apigateway-request-validator';

/**
 * What an operation of an OpenAPI document compares before it is answered, in the words of a method: `RequestValidatorId`
 * and `RequestModels`. An operation's own validator comes before the document's; one that is declared to look at
 * parameters only is none for the body. The schema of a body is a `requestBody` (OpenAPI 3) or a parameter `in: body` (2).
 */
export function validationOf(document: ObjectValue, operation: Value): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  if (operation.kind !== 'object') return found;
  const validator =
    operation.members.get(VALIDATOR) ?? operation.open ?? document.members.get(VALIDATOR) ?? document.open;
  if (validator !== undefined && looksAtBodies(document, validator))
    found.set('RequestValidatorId', validator);
  const models = schemaOf(operation);
  if (models !== undefined) found.set('RequestModels', models);
  return found;
}

function looksAtBodies(document: ObjectValue, validator: Value): boolean {
  if (validator.kind !== 'known') return validator.kind !== 'absent';
  const all = document.members.get('x-amazon-apigateway-request-validators');
  const own = all?.kind === 'object' ? all.members.get(String(validator.value)) : undefined;
  const body = own?.kind === 'object' ? own.members.get('validateRequestBody') : undefined;
  return !(body?.kind === 'known' && body.value === false);
}

/** Where a body has a schema: what says so, as the models of a method. */
function schemaOf(operation: ObjectValue): Value | undefined {
  const body = operation.members.get('requestBody');
  if (body !== undefined) return schemaOfBody(body);
  const parameters = operation.members.get('parameters');
  if (parameters?.kind !== 'list') return parameters ?? operation.open;
  for (const parameter of parameters.items) {
    if (parameter.kind !== 'object') return parameter;
    const place = parameter.members.get('in');
    if (place?.kind === 'known' && place.value !== 'body') continue;
    const schema = parameter.members.get('schema');
    if (schema !== undefined) {
      return objectOf(new Map([['application/json', schema]]), schema.origin);
    }
  }
  return parameters.open;
}

/** By the kind of its content. What it refers to, and what is not known, may have one. */
function schemaOfBody(body: Value): Value | undefined {
  if (body.kind !== 'object') return body.kind === 'absent' ? undefined : body;
  const content = body.members.get('content');
  if (content?.kind !== 'object') return content ?? body.members.get('$ref') ?? body.open;
  for (const [type, of] of content.members) {
    if (of.kind !== 'object') return of;
    const schema = of.members.get('schema') ?? of.open;
    if (schema !== undefined) return objectOf(new Map([[type, schema]]), schema.origin);
  }
  return content.open;
}
