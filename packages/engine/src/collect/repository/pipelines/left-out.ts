import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { type Plain, placeIn } from '../fact.ts';
import { runsWithout as runsWithoutOnAzure } from './azure-conditions.ts';
import type { Command } from './command.ts';
import { masked } from './command-facts.ts';
import type { FollowedJob, FollowedPipeline, FollowedStep } from './followed.ts';
import { runsWithout as runsWithoutOnGithub } from './github-values.ts';
import { conditionsOf, type Runs, runsWherever } from './occasions.ts';
import type { Pipeline, PipelineJob } from './pipeline.ts';
import { askedBefore, conditionsAsked } from './shell-asks.ts';
import { plainly } from './shell-text.ts';

/** Tells of what comes before a step whether it runs too, where the step does; nothing where it surely does. */
export class LeftOut {
  readonly #pipeline: Pick<Pipeline, 'system' | 'triggers'>;
  readonly #jobs: FollowedPipeline['jobs'];
  readonly #own: FollowedJob;
  readonly #step: FollowedStep;
  /** The command of the step that is asked about. */
  readonly #later: Command | undefined;
  readonly #answers = new Map<string, Runs>();
  #certain: ReadonlySet<string> | undefined;
  #given: readonly string[] | undefined;

  constructor({ pipeline, jobs }: FollowedPipeline, own: FollowedJob, step: FollowedStep, later?: Command) {
    const { system, triggers } = pipeline;
    this.#pipeline = { system, triggers: own.job.triggers ?? triggers };
    this.#jobs = jobs;
    this.#own = own;
    this.#step = step;
    this.#later = later;
  }

  /** Why a step may be left out where the other runs. */
  of(before: FollowedJob, one: FollowedStep): Plain {
    const { job } = before;
    const isThere = before === this.#own || this.#surely().has(job.id);
    // Of a job before it that runs once for each value of a matrix, one that runs the step is enough.
    const condition =
      before === this.#own ? one.step.condition : (one.step.conditionInOneRun ?? one.step.condition);
    const step = condition === undefined ? one.step : { ...one.step, condition };
    return this.#unless(isThere ? [condition ?? ''] : conditionsOf(job, step), one, job);
  }

  /** Why a command of a step may be left out by what its script asks. */
  byScript({ job }: FollowedJob, one: FollowedStep, command: Command): Plain {
    const asked = askedBefore(command, one.commands, this.#later);
    const all = asked ?? command.asked ?? [];
    const conditions = conditionsAsked(all, this.#pipeline.system, 'earlier');
    const runs = asked === undefined ? 'not' : this.#runs(conditions);
    if (runs === 'always') return undefined;
    const where = masked(plainly(all.map(({ written }) => written).join(' and ')));
    if (runs === 'not') return `${job.id} runs it where ${where}`;
    const at = inCode(placeIn(command.file, command.line));
    return unknown('not-collected', `whether ${job.id} runs it too, which it does where ${where}`, at);
  }

  /** Why its failure may count for nothing where the other runs. */
  uncounted(before: FollowedJob, one: FollowedStep): Plain {
    const { job } = before;
    // What fails in a job ends it, however that counts for others.
    const ofJob = before === this.#own ? undefined : job.countsWhere;
    const counts = [one.step.countsWhere, ofJob].filter((where) => where !== undefined);
    if (counts.length === 0) return undefined;
    const runs = this.#runs(counts);
    if (runs === 'always') return undefined;
    if (runs === 'not') return `its failure does not count where this runs (${job.id})`;
    return unknown('not-collected', `whether a failure of ${job.id} counts here`, inCode(one.step.at));
  }

  #unless(asked: readonly string[], one: FollowedStep, job: PipelineJob): Plain {
    const conditions = asked.filter((condition) => condition !== '');
    const runs = this.#runs(conditions);
    if (runs === 'always') return undefined;
    const where = plainly(one.step.condition ?? job.condition ?? 'its rules let it').replace(
      /\$\{\{\s*|\s*\}\}/g,
      '',
    );
    if (runs === 'not') return `${job.id} runs it where ${where}`;
    return unknown(
      'not-collected',
      `whether ${job.id} runs it too, which it does where ${where}`,
      inCode(one.step.at),
    );
  }

  #runs(asked: readonly string[]): Runs {
    if (asked.length === 0) return 'always';
    const key = JSON.stringify(asked);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#given ??= this.#allGiven();
    const runs = runsWherever(this.#pipeline, asked, this.#given);
    this.#answers.set(key, runs);
    return runs;
  }

  #surely(): ReadonlySet<string> {
    this.#certain ??= certainBefore(
      this.#pipeline.system,
      this.#own.job,
      this.#jobs.map(({ job }) => job),
    );
    return this.#certain;
  }

  /** All that holds where the step runs. */
  #allGiven(): readonly string[] {
    const surely = this.#jobs.flatMap(({ job }) => (this.#surely().has(job.id) ? conditionsOf(job) : []));
    const own = conditionsAsked(this.#later?.asked ?? [], this.#pipeline.system, 'later');
    return [...new Set([...conditionsOf(this.#own.job, this.#step.step), ...own, ...surely])];
  }
}

/** The jobs that surely ran where another one does: it is not run without them. */
function certainBefore(
  system: Pipeline['system'],
  job: PipelineJob,
  jobs: readonly PipelineJob[],
): ReadonlySet<string> {
  const byId = new Map(jobs.map((one) => [one.id, one]));
  const found = new Set<string>();
  const visit = (of: PipelineJob): void => {
    for (const need of of.needs) {
      const one = byId.get(need);
      if (one === undefined || found.has(need) || mayRunWithout(system, of, one)) continue;
      found.add(need);
      visit(one);
    }
  };
  visit(job);
  return found;
}

function mayRunWithout(system: Pipeline['system'], of: PipelineJob, need: PipelineJob): boolean {
  switch (system) {
    case 'github-actions': {
      const [called = need.id] = need.id.split(' / ');
      return [of.condition, ...(of.calledUnder ?? [])].some((one) => runsWithoutOnGithub(one, called));
    }
    case 'azure-pipelines':
      return (
        (need.skippedAlone === true && !inSameStage(of, need)) ||
        [of.condition, ...(of.calledUnder ?? [])].some(runsWithoutOnAzure)
      );
    case 'circleci':
      return false;
    default:
      return of.certain?.includes(need.id) !== true;
  }
}

function inSameStage(one: PipelineJob, other: PipelineJob): boolean {
  return one.id.split(' / ', 1)[0] === other.id.split(' / ', 1)[0];
}
