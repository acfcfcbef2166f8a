import { inCode, type Location } from '../../../model/origin.ts';
import { withoutGivenSecrets } from '../../../model/redaction.ts';
import { unknown } from '../../../model/value.ts';
import { openList, type Plain, placeIn, written } from '../fact.ts';
import type { Command, OpenCommand } from './command.ts';
import type { FollowedJob, FollowedStep } from './followed.ts';
import { isAnswered } from './github-outcomes.ts';
import { ownDatabaseOf } from './own-databases.ts';
import type { Fate } from './shell-fates.ts';
import { isOpen, plainly } from './shell-text.ts';

/** A text that may have parts that nobody knows. */
export function told(text: string | undefined, at: Location): Plain {
  if (text === undefined) return undefined;
  return isOpen(text) || /\$\{?\w/.test(text)
    ? unknown('unresolved-expression', `the value of ${plainly(text)}`, inCode(at))
    : written(text, at);
}

/** A list that goes on where something could not be followed. */
export function listOfCommands(items: readonly Plain[], open: readonly OpenCommand[], at: Location): Plain {
  const [first] = open;
  if (first === undefined) return items;
  return openList(
    items,
    unknown(
      'not-collected',
      first.decidedBy,
      inCode(first.file === '' ? at : placeIn(first.file, first.line)),
    ),
  );
}

export function fateOf(command: Command, { step }: FollowedStep, { job, steps }: FollowedJob): Plain {
  const at = placeIn(command.file, command.line);
  const isExcused = step.mayFail !== undefined && !isAnswered(step, steps);
  const fate = fatePlain(command.fate, (isExcused ? step.mayFail : undefined) ?? job.mayFail, at);
  const counts = step.countsWhere ?? job.countsWhere;
  if (fate === undefined && counts !== undefined)
    return unknown('not-collected', `whether its failure counts in each run of ${job.id}`, inCode(at));
  return typeof fate === 'string' && command.judgedBy !== undefined && job.mayFail === undefined
    ? unknown('not-collected', masked(command.judgedBy), inCode(at))
    : fate;
}

/** Why a failure does not count, in words; what would tell where that is open. */
export function fatePlain(fate: Fate | undefined, outer: string | undefined, at: Location): Plain {
  if (fate !== undefined && 'swallowed' in fate) return fate.swallowed;
  if (outer !== undefined) return outer;
  return fate === undefined ? undefined : unknown('not-collected', fate.open, inCode(at));
}

/** Whether it does nothing of what it is called. */
export function nothingOf({ nothing, file, line }: Command): { readonly nothing?: Plain } {
  if (nothing === undefined) return {};
  if (nothing === true) return { nothing };
  return { nothing: unknown('not-collected', nothing.open, inCode(placeIn(file, line))) };
}

export function commandPlain(command: Command, step: FollowedStep, job: FollowedJob): Plain {
  const { kind, scans, text, through, onlyIf, file, line } = command;
  const cannotFail = fateOf(command, step, job);
  const ownDatabase = kind === 'migrate' ? ownDatabaseOf(job) : undefined;
  return written(
    {
      kind: step.step.afterFailure === true ? 'other' : kind,
      text: masked(text),
      ...(scans === undefined ? {} : { scans: [...scans] }),
      ...(through.length === 0 ? {} : { through: [...through] }),
      ...(cannotFail === undefined ? {} : { cannotFail }),
      ...nothingOf(command),
      ...(onlyIf === undefined ? {} : { onlyIf }),
      ...(kind === 'migrate' ? { migrates: migratesPlain(command) } : {}),
      ...(ownDatabase === undefined ? {} : { ownDatabase: masked(ownDatabase) }),
      ...(command.handsOver === undefined ? {} : { handsOver: true }),
      ...(looksForDrift(command) ? { looksForDrift: true } : {}),
    },
    placeIn(file, line),
  );
}

/** One of which the words tell nothing may run any. */
function migratesPlain({ migrates, text, file, line }: Command): Plain {
  const open = migrates === undefined ? `which folder of migrations ${masked(text)} runs` : migrates.open;
  const folders = migrates?.folders ?? [];
  return open === undefined
    ? folders
    : openList(folders, unknown('not-collected', open, inCode(placeIn(file, line))));
}

function looksForDrift({ kind, words }: Command): boolean {
  const said = words.join(' ');
  return (
    kind === 'plan' &&
    /-detailed-exitcode|detect-stack-drift|cdk drift|driftctl|-refresh-only|--expect-no-changes|--fail\b/.test(
      said,
    )
  );
}

/** What looks like a secret in a command stays out of every report. */
export function masked(text: string): string {
  return withoutGivenSecrets(text)
    .replace(/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, 'AKIA…')
    .replace(
      /((?:secret|token|password|passwd|api_?key|access_?key)\w*\s*[=:]\s*["']?)(?![$"'{])[^\s"']+/gi,
      '$1…',
    )
    .replace(/(:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1…@');
}
