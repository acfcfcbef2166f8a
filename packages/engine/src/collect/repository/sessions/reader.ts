import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import { Findings } from '../findings.ts';
import { otherLanguages } from '../practices/other-languages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { cookies } from './cookies.ts';
import { settingsCookies } from './settings.ts';
import { signIns } from './sign-in.ts';

const TYPES = ['Repository::Cookie', 'Repository::SignIn'] as const;

/** How people are kept signed in. */
export const sessions: Reader = { name: 'sessions', types: TYPES, wants: isModule, read: readSessions };

async function readSessions(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  // Scripts of pages are in none of the languages of servers.
  await otherLanguages(source, findings, ['Repository::Cookie']);
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  for (const module of program.modules.values()) {
    findings.brokenModule(module);
    findings.add(...cookies(program, module), ...signIns(program, module));
  }
  findings.add(...settingsCookies(program));
  return findings.found;
}
