import { filesOf, SERVERLESS, SST } from '../../other-tools.ts';
import { tellsAllRoutes, toolsThatDeploy } from '../../serverless/services.ts';
import { tellsAllRoutesOfApplications } from '../../sst/applications.ts';
import type { RepositoryFact } from '../fact.ts';
import { Findings } from '../findings.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { corsPolicies } from './answers/cors.ts';
import { errorAnswers } from './answers/errors.ts';
import { healthEndpoints } from './answers/health.ts';
import { type Answering, identitiesTaken } from './answers/identity.ts';
import { missingNames } from './answers/missing-names.ts';
import { uncaughtErrors } from './answers/uncaught-errors.ts';
import { isModule } from './modules.ts';
import { modulesNamed } from './names/named-modules.ts';
import { type Program, programOf } from './names/program.ts';
import { Records } from './records/records.ts';
import { RouteFacts } from './routes/facts.ts';
import { UNREAD_FRAMEWORKS } from './routes/frameworks.ts';
import { fieldResolvers } from './routes/lambda.ts';
import type { FoundRoute } from './routes/route.ts';
import { servedBy } from './routes/served.ts';
import { importPath } from './syntax/path.ts';

const TYPES = [
  'Repository::Route',
  'Repository::Handler',
  'Repository::RecordAccess',
  'Repository::CorsPolicy',
  'Repository::Identity',
  'Repository::ErrorAnswer',
  'Repository::HealthEndpoint',
  'Repository::MissingName',
] as const;

/** What a framework that is not read could serve. */
const SERVED = ['Repository::Route', 'Repository::HealthEndpoint'] as const;

/** The application's own code: its routes, its handlers and what guards them. */
export const code: Reader = {
  name: 'code',
  types: TYPES,
  wants: isModule,
  read: readCode,
};

async function readCode(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, TYPES, 'looking at its routes by hand');
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  for (const { file, why } of program.apart) findings.leftOut(file, 1, why);
  for (const module of program.modules.values()) {
    findings.brokenModule(module);
  }
  unreadFrameworks(program, findings);
  for (const tool of await toolsThatDeploy(source)) {
    if (!tool.routes) continue;
    if (tool.name === SERVERLESS && (await tellsAllRoutes(source))) continue;
    if (tool.name === SST && (await tellsAllRoutesOfApplications(source))) continue;
    findings.unseen({
      what: `routes in ${filesOf(tool)}`,
      why: `${tool.name} is not read`,
      decidedBy: tool.decidedBy,
      holds: SERVED,
      file: tool.files[0]!,
    });
  }
  const { reaches, handlers, found: all, routes } = servedBy(program);
  const facts = new RouteFacts(reaches);
  const records = new Records(reaches);
  const tell = (route: FoundRoute) => {
    const seen = facts.route(route);
    findings.add(seen, ...records.behindRoute(route, seen));
    const asked = askedBefore(seen);
    return route.handlers.map((at): Answering => ({ ...at, asked }));
  };
  const answering: Answering[] = [];
  for (const found of all) {
    for (const { file, line, what, why, decidedBy } of found.unseen)
      findings.unseen({ what, why, decidedBy, holds: SERVED, file, line });
    for (const { file, line, why } of found.left ?? []) findings.leftOut(file, line, why);
    for (const route of found.routes) answering.push(...tell(route));
  }
  for (const handler of handlers) {
    const seen = facts.handler(handler);
    const own = askedBefore(seen);
    answering.push({ ...handler, asked: own === 'nothing' ? 'gateway' : own });
    for (const route of handler.routes)
      for (const at of tell(route))
        answering.push({ ...at, asked: at.asked === 'nothing' ? 'gateway' : at.asked });
    findings.add(seen, ...records.behindHandler(handler, seen));
  }
  const answered = new Set(handlers.map(({ name }) => name));
  for (const resolver of fieldResolvers(reaches))
    if (!answered.has(resolver.name)) findings.add(...records.behindResolver(resolver));
  findings.add(
    ...corsPolicies(program),
    ...identitiesTaken(reaches, answering),
    ...errorAnswers(reaches, answering),
    ...uncaughtErrors(reaches, handlers),
    ...missingNames(program),
    ...healthEndpoints(reaches, routes, handlers),
  );
  return findings.found;
}

/** What a route or handler asks of callers, by the guards that were found. */
function askedBefore({ properties }: RepositoryFact): Answering['asked'] {
  const guards = properties.members.get('guards');
  if (guards?.kind !== 'list') return 'perhaps';
  const kinds = guards.items.map((one) => (one.kind === 'object' ? one.members.get('kind') : undefined));
  if (kinds.some((kind) => kind?.kind === 'known' && kind.value === 'authenticates')) return 'proof';
  return guards.open !== undefined || kinds.some((kind) => kind?.kind !== 'known') ? 'perhaps' : 'nothing';
}

/** Frameworks that serve routes in ways that are not read. */
function unreadFrameworks(program: Program, findings: Findings): void {
  const told = new Set<string>();
  const looked = new Set<string>();
  for (const module of program.modules.values()) {
    const named = [
      ...module.imports.flatMap((one) => (one.typeOnly ? [] : [{ module: importPath(one), at: one.at }])),
      ...modulesNamed(module),
    ];
    for (const { module: name, at } of named) {
      if (looked.has(name)) continue;
      looked.add(name);
      const framework = UNREAD_FRAMEWORKS.find((one) => one.module.test(name));
      if (framework === undefined || told.has(framework.name)) continue;
      told.add(framework.name);
      findings.unseen({
        what: `routes of ${framework.name}`,
        why: `${framework.name} is not read`,
        decidedBy: 'looking at its routes by hand',
        holds: SERVED,
        file: module.file,
        line: at.line,
      });
    }
  }
}
