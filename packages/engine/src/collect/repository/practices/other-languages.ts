import type { Findings } from '../findings.ts';
import { otherCode, type TraceOf } from '../manifests/other-code.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { RepositoryType } from '../types.ts';

/** What code can only do with packages, hosts and statements that are named somewhere. */
const NEEDS: Readonly<Partial<Record<RepositoryType, TraceOf>>> = {
  'Repository::ModelCall': 'models',
  'Repository::DatabaseConnection': 'relational',
  'Repository::Lease': 'leases',
  'Repository::Route': 'serving',
  'Repository::CorsPolicy': 'serving',
  'Repository::Identity': 'serving',
  'Repository::ErrorAnswer': 'serving',
  'Repository::ErrorShape': 'serving',
  'Repository::HealthEndpoint': 'serving',
  'Repository::ApiVersion': 'serving',
  'Repository::StaticFiles': 'serving',
  'Repository::Cookie': 'serving',
  'Repository::Token': 'tokens',
};

/** Says what code in languages that are not read could hold. */
export async function otherLanguages(
  source: SourceOfFiles,
  findings: Findings,
  types: readonly RepositoryType[],
  decidedBy = 'looking at them by hand',
): Promise<void> {
  for (const code of await otherCode(source)) {
    const { language, files } = code;
    const why = `${language} is not read`;
    const open: RepositoryType[] = [];
    for (const type of types) {
      const needs = NEEDS[type];
      const trace = needs === undefined ? undefined : code.traceOf(needs);
      if (trace === undefined || trace.kind === 'open') open.push(type);
      else if (trace.kind === 'named')
        findings.unseen({
          what: trace.file,
          why: `it names ${trace.name}, and ${why}`,
          decidedBy: `looking at what becomes of ${trace.name} there`,
          holds: [type],
          file: trace.file,
          line: trace.line,
        });
    }
    if (open.length > 0)
      findings.unseen({ what: said(files, language), why, decidedBy, holds: open, file: files[0]! });
  }
}

function said(files: readonly string[], language: string): string {
  return files.length === 1 ? files[0]! : `${files.length} files of ${language}`;
}
