import { callersIn } from '../changes/origins.ts';
import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import { isOfAPage, isPageAnyhow } from '../practices/pages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { breakers } from './breakers.ts';
import { connections } from './connections.ts';
import { entryFiles, sdkCallsByFile } from './entry-files.ts';
import { failedWork } from './failed-work.ts';
import { protectiveTables } from './protective-tables.ts';
import { reviews } from './reviews.ts';
import { startCalls } from './start-calls.ts';

const OF_CODE = [
  'Repository::DatabaseConnection',
  'Repository::EntryFile',
  'Repository::StartCall',
  'Repository::Breaker',
  'Repository::FailedWork',
  'Repository::Review',
] as const;
/** Of pages only what they ask for is told. */
const OF_PAGE_CODE = ['Repository::EntryFile'] as const;
const TYPES = [...OF_CODE, 'Repository::ProtectiveTable'] as const;

/** How the code is built against failure. */
export const resilience: Reader = {
  name: 'resilience',
  types: TYPES,
  wants: (path, kind) => isModule(path, kind) || isSchema(path, kind),
  read: readResilience,
};

/** Statements that make tables: migrations, and the schema as a whole. */
function isSchema(path: string, kind: FileKind): boolean {
  return (kind === 'source' || kind === 'other') && /\.sql$/.test(path);
}

async function readResilience(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, OF_CODE);
  const schemas: { file: string; text: string }[] = [];
  for (const file of files.filter((one) => one.endsWith('.sql'))) {
    const got = await source.text(file);
    if (got.kind === 'text') schemas.push({ file, text: got.text });
    else findings.skipped(file, got.why, ['Repository::ProtectiveTable']);
  }
  if (!files.some((file) => isModule(file, source.kind(file)))) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one, OF_CODE);
  const callers = callersIn(program);
  for (const module of program.modules.values()) {
    findings.brokenModule(module, isPageAnyhow(program, module) ? OF_PAGE_CODE : OF_CODE);
    if (isOfAPage(program, module)) continue;
    findings.add(...connections(program, callers, module), ...startCalls(program, callers, module));
    findings.add(
      ...breakers(program, module),
      ...failedWork(program, module),
      ...reviews(program, callers, module),
    );
  }
  findings.add(...entryFiles(program, sdkCallsByFile(program)), ...protectiveTables(program, schemas));
  return findings.found;
}
