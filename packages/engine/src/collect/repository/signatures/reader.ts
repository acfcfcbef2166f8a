import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { isModule } from '../code/modules.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { textWithGaps } from '../code/routes/texts.ts';
import { importPath } from '../code/syntax/path.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { Findings } from '../findings.ts';
import { callsTold, type ToldCall } from '../joins/told-calls.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { comparesNoRequest, signsToken } from './other-ends.ts';

const TYPES = ['Repository::ServiceCall', 'Repository::SignatureCheck', 'Repository::Signer'] as const;

/** Requests between services, and the signatures that they carry. */
export const signatures: Reader = { name: 'signatures', types: TYPES, wants: isModule, read: readSignatures };

async function readSignatures(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, TYPES);
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  for (const module of program.modules.values()) {
    findings.brokenModule(module);
    if (isOfAPage(program, module)) continue;
    const signedBy = signerIn(program, module);
    const asked = callsTold(program, module, 'pathOrText', asksElsewhere).flatMap((told) =>
      requestOf(program, module, told, signedBy),
    );
    findings.add(...(asked.length > 0 ? asked : throughClient(module, signedBy)));
    findings.add(...comparisonsIn(program, module), ...signersIn(program, module));
  }
  return findings.found;
}

const ASKS =
  /^(((globalThis|global)\.)?fetch|(node-fetch|cross-fetch|undici\.(fetch|request))(\.default)?|(axios|got|ky|superagent)(\.(default|create\(\)|extend\(\)))*(\.(get|post|put|patch|delete|request))?|requests\.(Session\(\)\.|session\(\)\.)?(get|post|put|patch|delete|request)|httpx\.((Async)?Client\(\)\.)?(get|post|put|patch|delete|request)|urllib\.request\.(urlopen|Request)|aiohttp\.ClientSession\(\)\.(get|post|put|patch|delete|request)|(node:)?https?\.(request|get))$/;
const OWN_HOST =
  /^https?:\/\/(localhost|127\.|10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|[\w-]+(:\d+)?(\/|$)|[^/]*\.(internal|local|lan|svc)(\.[\w.]+)?(:\d+)?(\/|$)|[^/]*\.(execute-api|lambda-url|elb)\.)/;
const OTHER_HOST = /^https?:\/\/[^/*]+\.[a-z]{2,}(:\d+)?(\/|$|\?|#)/i;

function asksElsewhere(name: string): true | undefined {
  return ASKS.test(name) || undefined;
}

function requestOf(
  program: Program,
  module: SourceModule,
  { call, as: name }: ToldCall<true>,
  signedBy: string | undefined,
): readonly RepositoryFact[] {
  const given =
    call.arguments.find((one) => one.name === 'url') ??
    call.arguments[name.endsWith('.request') && /^(requests|httpx)/.test(name) ? 1 : 0];
  const address = given === undefined ? '*' : textWithGaps(program, module, given.value, call.within);
  const place = at(module, call.at);
  const host = OWN_HOST.test(address) ? 'own' : OTHER_HOST.test(address) ? 'other' : undefined;
  return [
    fact({
      type: 'Repository::ServiceCall',
      address: `request in ${module.file}`,
      at: place,
      properties: {
        path: module.file,
        host:
          host ??
          unknown('unresolved-expression', `telling whose service ${module.file} asks`, inCode(place)),
        signedBy,
      },
    }),
  ];
}

const CLIENTS =
  /^(axios|got|ky|superagent|node-fetch|undici|requests|httpx|aiohttp|@nestjs\/axios|needle|ofetch)$/;

/** A client that is made here and asks elsewhere: `this.http = axios.create(…)`. */
function throughClient(module: SourceModule, signedBy: string | undefined): readonly RepositoryFact[] {
  const used = module.imports.find((one) => !one.typeOnly && CLIENTS.test(one.module));
  if (used === undefined || !module.calls.some(({ path }) => path?.startsWith(used.module) === true))
    return [];
  const place = at(module, used.at);
  const host = unknown('unresolved-expression', `telling whose service ${module.file} asks`, inCode(place));
  return [
    fact({
      type: 'Repository::ServiceCall',
      address: `request in ${module.file}`,
      at: place,
      properties: { path: module.file, host, signedBy },
    }),
  ];
}

/** Packages that sign requests. Sources: their README. */
const SIGNS =
  /^(@smithy\/signature-v4|@aws-sdk\/signature-v4|@aws-sdk\/s3-request-presigner|aws4|aws4fetch|aws-sigv4-fetch|aws4-axios|requests_aws4auth|aws_requests_auth|requests_aws_sign|botocore\.auth|http-signature|http-message-signatures|httpsig|requests_http_signature)\b/;
const MAKES_HMAC = /^((node:)?crypto\.createHmac|hmac\.(new|digest))$/;

/** The package by which a file signs requests. */
function signingPackage(module: SourceModule): SourceModule['imports'][number] | undefined {
  return module.imports.find(
    (one) => !one.typeOnly && (SIGNS.test(importPath(one)) || SIGNS.test(one.module)),
  );
}

/** What signs the requests of a file, where something in it does. An HMAC that the file compares is one of a request to it. */
function signerIn(program: Program, module: SourceModule): string | undefined {
  const used = signingPackage(module);
  if (used !== undefined) return used.module;
  const roles = rolesIn(program, module);
  return roles.some(({ is }) => is === 'makes') && !roles.some(({ is }) => is === 'compares')
    ? 'hmac'
    : undefined;
}

type Role = 'makes' | 'compares' | 'checks';

/** Calls that have to do with signatures. */
function rolesIn(program: Program, module: SourceModule): readonly ToldCall<Role>[] {
  return callsTold(program, module, 'pathOrText', roleOf);
}

function roleOf(name: string): Role | undefined {
  if (PROVIDERS.test(name)) return 'checks';
  if (COMPARES.test(name)) return 'compares';
  return MAKES_HMAC.test(name) ? 'makes' : undefined;
}

const COMPARES = /^((node:)?crypto\.timingSafeEqual|hmac\.compare_digest|secrets\.compare_digest)$/;
/** Functions of providers that make a signature again and compare it. */
const PROVIDERS =
  /(^|\.)(constructEvent|constructEventAsync|construct_event|validateExpressRequest|verifyAndReceive)$|^svix\.Webhook\(\)\.verify$|^twilio\.(validateRequest|request_validator\.RequestValidator\(\)\.validate)$/;

function comparisonsIn(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const roles = rolesIn(program, module);
  // A key that is compared as it is tells nothing of the request.
  const isMade = roles.some(({ is }) => is === 'makes');
  const found = roles.find(
    ({ is, call }) =>
      is === 'checks' || (isMade && is === 'compares' && !comparesNoRequest(program, module, call)),
  );
  return found === undefined
    ? []
    : [
        fact({
          type: 'Repository::SignatureCheck',
          address: `signature in ${module.file}`,
          at: at(module, found.call.at),
          properties: { path: module.file, by: found.as },
        }),
      ];
}

/** Makers of signatures, whatever is signed: of a token that a library makes, the library says so. */
const SIGNS_SOMETHING =
  /(^|\.)(createHmac|createSign|Hmac(SHA|MD|RIPEMD)\w*|hmac)$|^hmac\.(new|digest|HMAC)$|(^|\.)subtle\.sign$|^(node:)?crypto\.sign$|(^|\.)(private_?key|signing_?key|signer)\.sign$/i;

function signsSomething(name: string): true | undefined {
  return SIGNS_SOMETHING.test(name) || undefined;
}

/** What a file signs, tokens that it puts together by hand left out: whether it is a request, nobody tells. */
function signersIn(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const used = signingPackage(module);
  const found = callsTold(program, module, 'pathOrText', signsSomething).find(
    ({ call }) => !signsToken(program, module, call),
  );
  const by = used?.module ?? found?.as;
  const place = used?.at ?? found?.call.at;
  return by === undefined || place === undefined
    ? []
    : [
        fact({
          type: 'Repository::Signer',
          address: `signer in ${module.file}`,
          at: at(module, place),
          properties: { path: module.file, by },
        }),
      ];
}
