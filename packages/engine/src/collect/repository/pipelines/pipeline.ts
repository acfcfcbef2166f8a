import type { Location } from '../../../model/origin.ts';
import type { ImageAction } from './image-actions.ts';
import type { OpenFolder, Shell } from './shell-ran.ts';

export type PipelineSystem =
  | 'github-actions'
  | 'gitlab-ci'
  | 'codebuild'
  | 'circleci'
  | 'bitbucket'
  | 'azure-pipelines'
  | 'jenkins'
  | 'travis-ci'
  | 'amplify';

/** A definition of a pipeline as its system reads it: what the readers of all systems give. Texts may hold open parts. */
export interface Pipeline {
  readonly system: PipelineSystem;
  readonly file: string;
  readonly at: Location;
  readonly name?: string;
  readonly triggers: readonly Trigger[];
  /** Where more may be set that start it. */
  readonly triggersOpen?: string;
  /** Why its host never runs it. */
  readonly disabled?: string;
  /** What would tell whether it runs at all. */
  readonly runsOpen?: string;
  readonly jobs: readonly PipelineJob[];
  /** Actions, orbs and pipes of others, as the file names them. */
  readonly actions: readonly Action[];
  /** What would show more of them. */
  readonly actionsOpen?: string;
  readonly credentials: readonly Credential[];
  /** Where keys may be set that the file does not name. */
  readonly credentialsOpen?: string;
  /** What would show the rest of it. */
  readonly open?: string;
}

export interface Trigger {
  readonly event: string;
  readonly branches?: readonly string[];
  readonly tags?: readonly string[];
  /** Branches that it is not for. */
  readonly ignored?: readonly string[];
  /** The workflows whose run starts it, and at what of that. */
  readonly workflows?: readonly string[];
  readonly types?: readonly string[];
  readonly at: Location;
}

export interface Action {
  /** `actions/checkout`, `slackapi/slack-github-action`. */
  readonly name: string;
  readonly ref: string;
  /** Whether the reference can never mean anything else: a commit, a digest. */
  readonly pinned: boolean;
  /** Whose it is: of the host of the pipeline itself, or of somebody else. */
  readonly by: 'host' | 'others';
  readonly at: Location;
}

export interface Credential {
  readonly kind: 'key' | 'role';
  /** The variable or input: `AWS_ACCESS_KEY_ID`, `role-to-assume`. */
  readonly name: string;
  readonly job?: string;
  readonly at: Location;
}

export interface Permission {
  readonly scope: string;
  readonly access: string;
}

export interface PipelineJob {
  /** Unique in its pipeline. */
  readonly id: string;
  readonly name?: string;
  readonly at: Location;
  /** Jobs that must have ended well before it. */
  readonly needs: readonly string[];
  readonly environment?: { readonly name: string; readonly at: Location };
  readonly condition?: string;
  /** Where it is part of a run, as its system evaluates that; where it is left out, that is the condition. */
  readonly runsWhere?: string;
  /** Where its failure counts, where that is not everywhere. */
  readonly countsWhere?: string;
  /** What waits for its stage runs where it is skipped, as long as others of the stage have run. */
  readonly skippedAlone?: true;
  /** What starts the runs that it may be part of; what starts its pipeline where it is left out. */
  readonly triggers?: readonly Trigger[];
  /** The jobs without which no run with it is made. */
  readonly certain?: readonly string[];
  /** The conditions of the jobs that call the workflow that it stands in, or of its stage, which must hold too. */
  readonly calledUnder?: readonly string[];
  readonly runsOn?: string;
  readonly image?: { readonly name: string; readonly at: Location };
  /** The images of what runs beside it as long as it runs. */
  readonly services?: readonly string[];
  readonly neverRuns?: string;
  readonly mayFail?: string;
  /** It waits for somebody: how. */
  readonly manual?: string;
  /** What would tell whether it waits for somebody. */
  readonly mayWait?: string;
  /** It runs whatever came before: how it says so. */
  readonly regardless?: string;
  /** What it needs and does not run without all the same. */
  readonly minds?: readonly string[];
  /** What of that it runs without where it is skipped, because something before it failed. */
  readonly passesOver?: readonly string[];
  /** What it may do with the host; nothing where nothing is said. */
  readonly permissions?: {
    readonly all?: string;
    readonly scopes: readonly Permission[];
    readonly at: Location;
  };
  /** What would tell what it is: the workflow that it calls was not read. */
  readonly open?: string;
  readonly steps: readonly PipelineStep[];
}

export interface PipelineStep {
  /** Where it is written, among the steps of its job. What is run several times, for a matrix, has it in common. */
  readonly place?: string;
  /** How conditions of others call it. */
  readonly id?: string;
  readonly name?: string;
  readonly at: Location;
  readonly uses?: string;
  /** The image of the repository that it is. */
  readonly image?: ImageAction;
  readonly inputs: ReadonlyMap<string, string>;
  /** The outputs of other steps that it is given, by their names. */
  readonly takes?: readonly string[];
  readonly run?: { readonly text: string; readonly line: number; readonly file: string };
  readonly shell: Shell;
  readonly folder: string | undefined;
  /** As far as it is known, where it is not. */
  readonly openFolder?: OpenFolder;
  readonly variables: ReadonlyMap<string, string>;
  readonly condition?: string;
  /** The same in a run of a matrix that comes to it, where all of the matrix is written. */
  readonly conditionInOneRun?: string;
  readonly neverRuns?: string;
  readonly mayFail?: string;
  /** Where its failure counts, where that is not everywhere. */
  readonly countsWhere?: string;
  /** What lets later ones run although it fails the whole. */
  readonly passedBy?: string;
  /** It only runs when something before it failed. */
  readonly afterFailure?: true;
  readonly regardless?: string;
  /** The steps of its job, by their place in it, that must have ended well all the same. */
  readonly minds?: ReadonlySet<number>;
  /** It is run by the shell of the step before it. */
  readonly continues?: true;
  /** What it runs besides, which nobody can see here. */
  readonly open?: string;
  /** That can deploy nothing, whatever it is. */
  readonly deploysNothing?: true;
}

/** What the readers of one system need. */
export interface PipelineFiles {
  /** The texts of files that belong to pipelines, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly has: (path: string) => boolean;
  /** Why a path cannot be read although it may be there. */
  readonly unread: (path: string) => string | undefined;
}

export const NO_FILE_SHELL: Shell = { errexit: true, pipefail: false };
