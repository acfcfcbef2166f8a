import type { Attribute, Block, Body, Expression, TerraformFile } from '../../terraform/syntax/tree.ts';
import { FALSE_KEY, STAND_IN } from './told-by-name.ts';

/** What is around a command that tells where its calls of the cloud end. */
export interface Surroundings {
  readonly variables: ReadonlyMap<string, string>;
  /** Whether a stand-in of the cloud runs beside it. */
  readonly isBeside: boolean;
}

/** Services of AWS are asked at the endpoint that a variable of the shell names. */
export function asksStandIn(variables: ReadonlyMap<string, string>): boolean {
  return STAND_IN.test(variables.get('AWS_ENDPOINT_URL') ?? '');
}

/** Whether a text may send calls of the cloud to a stand-in: only then is it worth reading. */
export function mayNameStandIn(text: string): boolean {
  return STAND_IN.test(text) || /\baccess_key\b/.test(text);
}

/**
 * Whether what Terraform makes from its code goes to a stand-in of AWS: by the endpoints of the provider, by keys that are
 * none, and by a stand-in that runs beside it. One of the three may be meant for something else, two are not.
 */
export function goesToStandIn(
  root: readonly TerraformFile[],
  called: readonly TerraformFile[],
  { variables, isBeside }: Surroundings,
): boolean {
  const all = [...root, ...called];
  if (all.some(({ errors }) => errors.length > 0) || !all.every(makesInAwsAlone)) return false;
  const providers = providersOf(root);
  // A module with a provider of its own goes its own way.
  if (providersOf(called).length > 0) return false;
  const locals = new Map(
    root.flatMap(({ body }) =>
      body.blocks.flatMap((block) => (block.type === 'locals' ? [...block.body.attributes] : [])),
    ),
  );
  const isLocal = providers.length > 0 && providers.every(({ body }) => isAtStandIn(body, locals));
  const isToldElsewhere =
    asksStandIn(variables) && providers.every(({ body }) => endpointsOf(body).length === 0);
  const isFalse = (key: string | undefined) => key !== undefined && FALSE_KEY.test(key);
  const hasFalseKeys = isFalse(variables.get('AWS_ACCESS_KEY_ID'))
    ? providers.every(({ body }) => !body.attributes.has('profile') && hasNoOtherKey(body, locals))
    : providers.length > 0 &&
      providers.every(({ body }) => isFalse(textOf(body.attributes.get('access_key'), locals)));
  return [isLocal || isToldElsewhere, hasFalseKeys, isBeside].filter(Boolean).length >= 2;
}

function providersOf(files: readonly TerraformFile[]): readonly Block[] {
  return files.flatMap(({ body }) =>
    body.blocks.filter(({ type, labels }) => type === 'provider' && labels[0] === 'aws'),
  );
}

type Locals = ReadonlyMap<string, Attribute>;

function hasNoOtherKey({ attributes }: Body, locals: Locals): boolean {
  const own = attributes.get('access_key');
  return own === undefined || FALSE_KEY.test(textOf(own, locals) ?? '');
}

/** Each endpoint that it names is one of the machine itself. */
function isAtStandIn(body: Body, locals: Locals): boolean {
  const all = endpointsOf(body);
  return all.length > 0 && all.every((one) => STAND_IN.test(textOf(one, locals) ?? ''));
}

function endpointsOf({ blocks }: Body): readonly Attribute[] {
  return blocks.flatMap(({ type, labels, body }) => {
    // Endpoints of which the names are made up as well.
    const isMadeUp = type === 'dynamic' && labels[0] === 'endpoints';
    return type === 'endpoints' || isMadeUp ? [...body.attributes.values()] : [];
  });
}

/** A text that is written out, there or among the locals. */
function textOf(attribute: Attribute | undefined, locals: Locals): string | undefined {
  const value = attribute?.value;
  if (value === undefined) return undefined;
  const named =
    value.kind === 'attribute' && value.of.kind === 'variable' && value.of.name === 'local'
      ? locals.get(value.name)?.value
      : value;
  return literalText(named);
}

function literalText(value: Expression | undefined): string | undefined {
  if (value?.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value?.kind !== 'template') return undefined;
  const parts = value.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Providers that make nothing outside of the machine that Terraform runs on. */
const OF_THE_MACHINE = /^(?:null|random|local|archive|tls|time|terraform)_/;

/** Modules of the registry that end in the name of their provider: `acme/queue/aws`. */
const OF_AWS = /^(?:[\w.-]+\/)?[\w-]+\/[\w-]+\/aws(?:\/\/.*)?$/;

function makesInAwsAlone({ body }: TerraformFile): boolean {
  return body.blocks.every(({ type, labels, body: own }) => {
    if (type === 'module') {
      const source = sourceOf(own);
      return source !== undefined && (/^\.\.?\//.test(source) || OF_AWS.test(source));
    }
    if (type !== 'resource') return true;
    // What a command does that Terraform starts is its own.
    if (own.blocks.some((inner) => inner.type === 'provisioner')) return false;
    return labels[0]?.startsWith('aws_') === true || OF_THE_MACHINE.test(labels[0] ?? '');
  });
}

function sourceOf({ attributes }: Body): string | undefined {
  return literalText(attributes.get('source')?.value);
}

/** The modules of the repository that a file calls. */
export function modulesOf({ body }: TerraformFile): readonly string[] {
  return body.blocks.flatMap(({ type, body: own }) => {
    const source = type === 'module' ? sourceOf(own) : undefined;
    return source !== undefined && /^\.\.?\//.test(source) ? [source] : [];
  });
}
