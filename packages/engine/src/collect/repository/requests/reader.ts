import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import { servedBy } from '../code/routes/served.ts';
import { Findings } from '../findings.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { apiVersions } from './api-versions.ts';
import { emptyErrors } from './empty-errors.ts';
import { errorShapes } from './error-shapes.ts';
import { limiters } from './limiters.ts';
import { listings } from './listings.ts';
import { logs } from './logs.ts';
import { waysOfPeople } from './people.ts';
import { signUps } from './sign-ups.ts';
import { siteBuilds } from './site-builds.ts';
import { staticFiles } from './static-files.ts';

const TYPES = [
  'Repository::Log',
  'Repository::Deletion',
  'Repository::Export',
  'Repository::Listing',
  'Repository::Limiter',
  'Repository::SiteBuild',
  'Repository::ApiVersion',
  'Repository::ErrorShape',
  'Repository::EmptyError',
  'Repository::StaticFiles',
  'Repository::SignUp',
] as const;

/** What stands behind routes: one that is not seen may be a way of these. */
const OF_ROUTES = ['Repository::Deletion', 'Repository::Export'] as const;

/** What the code does with requests and answers: what of them goes to the log, what answers hold and how much. */
export const requests: Reader = { name: 'requests', types: TYPES, wants: isModule, read: readRequests };

async function readRequests(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, TYPES);
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  for (const module of program.modules.values()) {
    findings.brokenModule(module);
  }
  const served = servedBy(program);
  findings.add(...logs(program, served), ...waysOfPeople(program, served));
  findings.add(
    ...listings(program, served),
    ...limiters(program),
    ...siteBuilds(program),
    ...staticFiles(program),
    ...signUps(program),
    ...apiVersions(program),
    ...errorShapes(program),
    ...emptyErrors(program),
  );
  for (const { unseen } of served.found)
    for (const { file, line, what, why, decidedBy } of unseen)
      findings.unseen({ what, why, decidedBy, holds: OF_ROUTES, file, line });
  return findings.found;
}
