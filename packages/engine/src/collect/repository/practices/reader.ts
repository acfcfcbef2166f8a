import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import { inBrokenFile } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { clients } from './clients.ts';
import { modelCalls, unreadFramework } from './model-calls.ts';
import { otherLanguages } from './other-languages.ts';
import { pages } from './pages.ts';
import { protections } from './protections.ts';
import { statements } from './statements.ts';
import { tokens } from './tokens.ts';

const TYPES = [
  'Repository::Statements',
  'Repository::Page',
  'Repository::Token',
  'Repository::Protection',
  'Repository::ModelCall',
  'Repository::Client',
] as const;

/** What the application's code does: it asks databases, writes pages, makes tokens, protects itself, asks language models. */
export const practices: Reader = { name: 'practices', types: TYPES, wants: isModule, read: readPractices };

async function readPractices(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  await otherLanguages(source, findings, TYPES);
  if (files.length === 0) return findings.found;
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  // First, so that they are called as people call them: what they ask a database is told apart from them.
  findings.add(...protections(program));
  for (const module of program.modules.values()) {
    const [problem] = module.problems;
    findings.brokenModule(module);
    const facts = [statements, pages, clients, tokens, modelCalls].flatMap((of) => of(program, module));
    findings.add(...(problem === undefined ? facts : facts.map((one) => inBrokenFile(one, problem))));
    const framework = unreadFramework(module);
    if (framework !== undefined)
      findings.unseen({
        what: `calls of language models in ${module.file}`,
        why: `how ${framework.name} asks them is not read`,
        decidedBy: 'looking at what becomes of their answers',
        holds: ['Repository::ModelCall'],
        file: module.file,
        line: framework.line,
      });
  }
  return findings.found;
}
