import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { brokenOr } from './broken.ts';

/** Where scripts of pages send somebody to sign in with OAuth. */
export function signIns(program: Program, module: SourceModule): readonly RepositoryFact[] {
  if (module.language !== 'script') return [];
  const asked = [...askedIn(module)];
  if (asked.length === 0 || !isOfAPage(program, module)) return [];
  const challenges = mentions(module, /^code_?challenge$/i, /[?&]code_challenge=/);
  const library = module.imports.some(({ module: name }) => DOES_PKCE.test(name));
  return asked.map((one) =>
    fact({
      type: 'Repository::SignIn',
      address: `${module.file} sign-in`,
      at: at(module, one.at),
      properties: {
        path: module.file,
        responseType: one.responseType,
        pkce:
          challenges || library || (one.isOfAmplify && usesAmplify(program))
            ? true
            : brokenOr(false, module, one.at, 'the rest of the file'),
      },
    }),
  );
}

/** Libraries that make and keep the challenge themselves wherever a code is asked for. */
const DOES_PKCE =
  /^(oidc-client-ts|oidc-client|react-oidc-context|@auth0\/[\w-]+|@azure\/msal-[\w-]+|aws-amplify(\/.*)?|@aws-amplify\/.*|@okta\/[\w-]+|angular-auth-oidc-client|angular-oauth2-oidc|react-oauth2-code-pkce|keycloak-js|oauth4webapi|arctic|@badgateway\/oauth2-client|pkce-challenge)$/;

/** Whether anything signs in by Amplify, whose settings often stand in a file of their own. */
const usesAmplify = onceFor(({ modules }: Program) =>
  [...modules.values()].some(({ imports }) =>
    imports.some(({ module }) => /^(@aws-amplify|aws-amplify)(\/|$)/.test(module)),
  ),
);

interface Asked {
  readonly responseType: string;
  /** It stands in settings as Amplify takes them. Source: docs.amplify.aws, "Configure OAuth": `redirectSignIn`, `responseType` */
  readonly isOfAmplify: boolean;
  readonly at: Place;
}

const KEY = /^response_?type$/i;
const TYPES = /^(code|token|id_token)( (code|token|id_token))*$/;
const IN_ADDRESS = /[?&]response_type=([\w%+ ]+)/;

/** `response_type` in what addresses are made of; `responseType: 'json'` of a request is another thing. */
function* askedIn(module: SourceModule): Generator<Asked> {
  const found = new Map<string, Asked>();
  const add = (type: string, place: Place, isOfAmplify = false) => {
    if (TYPES.test(type)) found.set(`${place.line}`, { responseType: type, isOfAmplify, at: place });
  };
  everyExpression(module, (value) => {
    if (value.kind === 'object')
      for (const member of value.members)
        if (KEY.test(member.name) && member.value.kind === 'literal')
          add(
            String(member.value.value),
            member.at,
            value.members.some(({ name }) => name === 'redirectSignIn'),
          );
    const told = value.kind === 'literal' || value.kind === 'text' ? inAddress(module, value) : undefined;
    if (told !== undefined) add(told, value.at);
  });
  for (const { callee, arguments: given, at: place } of module.calls) {
    const [name, value] = given;
    if (callee.kind !== 'member' || !/^(append|set)$/.test(callee.name)) continue;
    if (
      name?.value.kind === 'literal' &&
      KEY.test(String(name.value.value)) &&
      value?.value.kind === 'literal'
    )
      add(String(value.value.value), place);
  }
  yield* found.values();
}

function inAddress(module: SourceModule, value: Expression): string | undefined {
  const found = IN_ADDRESS.exec(textOf(module, value));
  return found === null ? undefined : found[1]!.replace(/%20|\+/g, ' ');
}

function textOf(module: SourceModule, value: Expression): string {
  if (value.kind === 'literal') return String(value.value);
  if (value.kind !== 'text') return '';
  return module.texts[value.text]!.parts.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** Whether a module names something, as a member, as an argument or in an address. */
function mentions(module: SourceModule, name: RegExp, text: RegExp): boolean {
  let found = false;
  everyExpression(module, (value) => {
    if (value.kind === 'object' && value.members.some((member) => name.test(member.name))) found = true;
    if (value.kind === 'literal' && name.test(String(value.value))) found = true;
    if (text.test(textOf(module, value))) found = true;
  });
  return found;
}
