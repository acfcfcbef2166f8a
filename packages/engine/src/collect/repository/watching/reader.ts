import { isUntyped } from '../code/answers/missing-names.ts';
import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import { servedBy } from '../code/routes/served.ts';
import { fact, placeIn } from '../fact.ts';
import { Findings } from '../findings.ts';
import { otherCode } from '../manifests/other-code.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import { isOfAPage, isPageAnyhow } from '../practices/pages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { auditRecords, sensitiveOperations } from './audit.ts';
import { errorTrackers, errorTrackersOfPage, isPage } from './error-trackers.ts';
import { served } from './loggers.ts';
import { logs } from './logs.ts';
import { metrics } from './metrics.ts';
import { runningScripts } from './running-scripts.ts';
import { isServed, serves } from './served-code.ts';
import { setUpElsewhere } from './set-up-elsewhere.ts';
import { saysHowToStart, tracers, tracersOfStart } from './tracers.ts';

const OF_CODE = [
  'Repository::ApplicationCode',
  'Repository::LogLines',
  'Repository::Tracer',
  'Repository::Metric',
  'Repository::ErrorTracker',
  'Repository::PageErrorTracker',
  'Repository::SensitiveOperation',
  'Repository::AuditRecord',
  'Repository::RunningScript',
] as const;
const OF_START = ['Repository::Tracer'] as const;
const OF_PAGES = ['Repository::PageErrorTracker'] as const;

/** Code of other languages imports no module. */
const OF_BACK_END = OF_CODE.filter(
  (type) => type !== 'Repository::PageErrorTracker' && type !== 'Repository::RunningScript',
);

/** What the code of a page could hold: the rest is only looked for in what is served. */
const OF_PAGE_CODE = OF_CODE.filter(
  (type) =>
    ![
      'Repository::ApplicationCode',
      'Repository::LogLines',
      'Repository::Metric',
      'Repository::AuditRecord',
      'Repository::RunningScript',
    ].includes(type),
);

/** What the application does so that somebody hears of it: logs, traces, metrics, errors that are gathered. */
export const watching: Reader = {
  name: 'watching',
  types: OF_CODE,
  wants: (path, kind) =>
    isModule(path, kind) ||
    ((kind === 'other' || kind === 'source') && (saysHowToStart(path) || isPage(path))),
  read: readWatching,
};

async function readWatching(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(OF_CODE);
  await otherLanguages(source, findings, OF_BACK_END);
  const php = (await otherCode(source)).find(({ ending }) => ending === 'php');
  // Files of PHP are pages too.
  if (php !== undefined)
    findings.unseen({
      what: 'pages of PHP',
      why: 'PHP is not read',
      decidedBy: 'looking at them by hand',
      holds: OF_PAGES,
      file: php.files[0]!,
    });
  const starts = new Map<string, string>();
  for (const file of files) {
    const ofStart = saysHowToStart(file);
    if (!ofStart && !isPage(file)) continue;
    const got = await source.text(file);
    if (got.kind !== 'text') findings.skipped(file, got.why, ofStart ? OF_START : OF_PAGES);
    else if (ofStart) starts.set(file, got.text);
    else findings.add(...errorTrackersOfPage(file, got.text));
  }
  for (const [file, text] of starts) findings.add(...tracersOfStart(file, text, starts));
  if (!files.some((file) => isModule(file, source.kind(file)))) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  const own = served(program);
  const pages = [...program.modules.values()].filter((module) => isOfAPage(program, module));
  const [first] = own.length > 0 ? own : pages;
  if (first !== undefined)
    findings.add(
      fact({
        type: 'Repository::ApplicationCode',
        address: 'the code of the application',
        at: placeIn(first.file),
        properties: {
          served: own.length,
          untyped: own.filter(isUntyped).length,
          serves: own.some((module) => serves(module)) ? true : undefined,
          pages: pages.length,
        },
      }),
    );
  for (const module of program.modules.values()) {
    findings.brokenModule(module, isPageAnyhow(program, module) ? OF_PAGE_CODE : OF_CODE);
    findings.add(...tracers(program, module), ...errorTrackers(program, module));
    for (const place of setUpElsewhere(program, module)) findings.unseen(place);
    if (isServed(program, module))
      findings.add(...logs(program, module), ...metrics(program, module), ...auditRecords(program, module));
  }
  findings.add(...sensitiveOperations(program), ...runningScripts(program));
  for (const found of servedBy(program).found)
    for (const { file, line, what, why, decidedBy } of found.unseen)
      findings.unseen({ what, why, decidedBy, holds: ['Repository::SensitiveOperation'], file, line });
  return findings.found;
}
