import { fileURLToPath } from 'node:url';
import type { Location } from '../../../model/origin.ts';
import { assetOf } from '../../../packed-asset.ts';
import type { Repository } from '../../files/repository.ts';
import type { CdkApp } from '../apps.ts';
import { cloudFormationType } from './constructs/l1.ts';
import { MODULES, NEWEST, OLDEST } from './constructs/makes.generated.ts';
import { unpacked } from './constructs/packed-table.ts';
import { type LibraryTable, reached } from './constructs/reach.ts';
import { isAloof } from './evaluate/aloof-packages.ts';
import { inCamel, libraryModule } from './evaluate/library.ts';
import type { Program } from './evaluate/program.ts';
import { versionBeside } from './library-version.ts';
import type { Mention, Mentions } from './syntax/mentions.ts';

/** The types of which constructs may make resources by themselves, or why these may be of any type. */
export type HiddenTypes = { readonly types: readonly string[] } | { readonly why: string };

/**
 * Reads it from everything that a program names of the library, wherever and under whatever condition, and from what
 * the library's own code leads to from there.
 */
export async function hiddenTypes(
  repository: Repository,
  app: CdkApp,
  program: Program,
): Promise<HiddenTypes> {
  const beside = await versionBeside(repository, app, OLDEST, NEWEST);
  if (beside !== undefined) return { why: beside };
  const named = new Named();
  for (const file of program.files.values()) {
    const why = named.take(file.file, file.mentions, program);
    if (why !== undefined) return { why };
  }
  const files = [...program.files.values()];
  const computing = files.find(({ mentions }) => mentions.computes);
  if (
    computing !== undefined &&
    files.some(({ mentions }) => BOUND.some((name) => mentions.members.has(name)))
  )
    return { why: `a member whose name is computed in ${computing.file} may be called` };
  const table = await libraryTable();
  const { types } = reached(table, { handed: named.handed, statics: named.statics, names: named.names });
  const all = new Set([...named.types, ...[...types].map((type) => table.types[type]!)]);
  const opening = [...all].find((type) => /^AWS::Serverless::/.test(type));
  if (opening !== undefined) return { why: `what ${opening} stands for is made when it is deployed` };
  // The routes of an API may stand in a document that it is given.
  if ([...all].some((type) => /^AWS::ApiGateway::RestApi$|^AWS::ApiGatewayV2::Api$/.test(type)))
    for (const type of IN_API_DOCUMENTS) all.add(type);
  return { types: [...all].sort() };
}

let table: Promise<LibraryTable> | undefined;

function libraryTable(): Promise<LibraryTable> {
  table ??= assetOf('makes.txt', () =>
    fileURLToPath(new URL('./constructs/makes.generated.txt', import.meta.url)),
  ).then((bytes) => unpacked(new TextDecoder().decode(bytes).trimEnd()));
  return table;
}

const IN_API_DOCUMENTS = [
  ...[
    'Authorizer',
    'Deployment',
    'GatewayResponse',
    'Method',
    'Model',
    'RequestValidator',
    'Resource',
    'Stage',
  ].map((name) => `AWS::ApiGateway::${name}`),
  ...['Authorizer', 'Deployment', 'Integration', 'Route', 'Stage'].map(
    (name) => `AWS::ApiGatewayV2::${name}`,
  ),
];

/** What the files of a program name, in the words of the table. */
class Named {
  readonly handed = new Set<string>();
  readonly statics: [string, string][] = [];
  readonly names = new Set<string>();
  readonly types = new Set<string>();

  /** Takes in what a file names; says why everything may be meant where it may. */
  take(file: string, mentions: Mentions, program: Program): string | undefined {
    const [anything] = mentions.anything;
    if (anything !== undefined) return `${anything.what} at ${placeIn(anything.at)}`;
    for (const { name, at } of mentions.modules) {
      const why = this.#module(file, name, at, program);
      if (why !== undefined) return why;
    }
    for (const mention of mentions.imported) {
      const why = this.#mention(file, mention);
      if (why !== undefined) return why;
    }
    for (const member of mentions.members) {
      const plain = file.endsWith('.py') ? inCamel(member, { ...NOWHERE, file }) : member;
      if (OPENING.test(plain)) return `${plain} is used in ${file}`;
      this.names.add(plain);
      this.names.add(member);
    }
    for (const text of mentions.texts) {
      if (/^(?:AWS|Alexa|Custom)::[\w:@-]+$/.test(text)) this.types.add(text);
      // A member that is read by a computed name is one that is written somewhere.
      if (/^\w+$/.test(text)) this.names.add(text);
    }
    return undefined;
  }

  #module(file: string, name: string, at: Location, program: Program): string | undefined {
    const own = libraryModule(name);
    if (own !== undefined)
      return /^(?:aws-cdk-lib|aws_cdk)[/.].*[/.]/.test(name)
        ? `${name} is used at ${placeIn(at)}`
        : undefined;
    const target = program.resolve(file, name);
    if (target !== undefined && program.files.has(target)) return undefined;
    if (target !== undefined || /^[./]/.test(name)) return `what ${name} is at ${placeIn(at)} was not read`;
    return isAloof(name) ? undefined : `what the package ${name} does is not known`;
  }

  #mention(file: string, { module, name, path, type, at }: Mention): string | undefined {
    const own = libraryModule(module);
    if (own === undefined) return undefined;
    const [first, second, third] = name === '*' || name === 'default' ? path : [name, ...path];
    if (first === undefined) return `the library as a whole is handed on at ${placeIn(at)}`;
    const inner = own === '' ? innerModule(first) : undefined;
    const home = inner ?? own;
    const [one, member] = inner === undefined ? [first, second] : [second, third];
    if (one === undefined) return `the library as a whole is handed on at ${placeIn(at)}`;
    if (/^Cfn[A-Z]/.test(one)) return this.#resource(home, one, member, type, at);
    if (!MODULES.has(home)) return `what aws-cdk-lib makes by ${home} is not known`;
    const python = file.endsWith('.py');
    if (member === undefined) this.handed.add(`${home}.${one}`);
    else this.statics.push([`${home}.${one}`, python ? inCamel(member, at) : member]);
    return undefined;
  }

  /** A class that is a resource itself, or part of a template. */
  #resource(
    home: string,
    name: string,
    member: string | undefined,
    written: string | undefined,
    at: Location,
  ): string | undefined {
    if (home === '' || home === 'aws-cloudformation') {
      if (name === 'CfnResource' && member === undefined) {
        if (written === undefined) return `a resource of any type may be made at ${placeIn(at)}`;
        this.types.add(written);
        return undefined;
      }
      if (member !== undefined || PARTS.test(name)) {
        this.handed.add(`${home}.${name}`);
        return undefined;
      }
      return `what ${name} holds is not read at ${placeIn(at)}`;
    }
    const type = cloudFormationType(home, name);
    if (type === undefined) return `the type of ${name} is not known at ${placeIn(at)}`;
    this.types.add(type);
    return undefined;
  }
}

/** By these a method is called apart from what it belongs to. */
const BOUND = ['call', 'apply', 'bind'];

/** What puts more into a template than its constructs. */
const OPENING =
  /^(?:addTransform|transforms|transform|CfnInclude|loadNestedStack|includeTemplate|cfnResourceType|_toCloudFormation|_fromCloudFormation)$/;

/** Parts of a template that are no resources. */
const PARTS =
  /^Cfn(?:Output|Parameter|Condition|Mapping|Rule|Tag|Json|Capabilities|DeletionPolicy|Element|RefElement)$/;

const NOWHERE = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `aws_lambda` of the library's top. */
function innerModule(name: string): string | undefined {
  return /^[a-z]/.test(name) ? name.replaceAll('_', '-') : undefined;
}

function placeIn({ file, line }: Location): string {
  return `${file}:${line}`;
}
