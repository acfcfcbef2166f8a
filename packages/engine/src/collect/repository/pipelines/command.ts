import type { Beside } from './beside.ts';
import type { CommandKind, Scanned } from './command-kinds.ts';
import type { Deployment, Settings } from './deployments.ts';
import type { Migrated } from './migrated-folders.ts';
import type { Asked } from './shell-asks.ts';
import type { Fate } from './shell-fates.ts';
import type { OpenFolder, Shell } from './shell-ran.ts';
import type { SiteBuild } from './site-builds.ts';

/** A command that is finally run, after scripts, make targets and shell files. */
export interface Command {
  readonly kind: CommandKind;
  readonly scans?: readonly Scanned[];
  /** As it is written. */
  readonly text: string;
  readonly words: readonly string[];
  readonly file: string;
  readonly line: number;
  /** The way to it: `npm run deploy:prod`, `scripts/deploy-prod.sh`. */
  readonly through: readonly string[];
  /** Why its failure does not count, or what would tell. */
  readonly fate?: Fate;
  /** A test, scan or the like by name that does nothing of it, or what would tell. */
  readonly nothing?: true | { readonly open: string };
  readonly onlyIf?: string;
  /** What it is run beside. */
  readonly beside?: readonly Beside[];
  /** The ways of the scripts that lead to it. */
  readonly asked?: readonly Asked[];
  /** What would tell whether something later stops for the report that it leaves. */
  readonly judgedBy?: string;
  readonly deploys?: Deployment;
  /** What it keeps lies where others take it, who may deploy it. */
  readonly handsOver?: true;
  /** A commit or version that it names. */
  readonly version?: string;
  /** The folders of migrations that it runs. */
  readonly migrates?: Migrated;
  /** The site that it builds. */
  readonly site?: SiteBuild;
  /** The file that its output goes to. */
  readonly output?: string;
  /** Names on the way that may say which environment it is for. */
  readonly names: readonly string[];
}

/** What could not be followed, and what would tell. */
export interface OpenCommand {
  readonly decidedBy: string;
  /** It is a program of somebody else: it calls no script of the repository by name. */
  readonly ofOthers?: true;
  /** It is called a deployment, whoever it belongs to. */
  readonly isCalledDeployment?: true;
  /** What a tool that deploys is told to do: no test. */
  readonly isOfDeployment?: true;
  /** Its failure may stop nothing. */
  readonly isSwallowed?: true;
  /** It is called a test or the like, which deploys nothing. */
  readonly deploysNothing?: true;
  readonly file: string;
  readonly line: number;
}

export interface Commands {
  readonly commands: readonly Command[];
  readonly open: readonly OpenCommand[];
  /** Where the shell stands at the end, and what it has set: what the next text of the same shell begins with. */
  readonly end: { readonly folder: string | undefined; readonly variables: ReadonlyMap<string, string> };
}

/** A text for a shell: where it stands, and in which surroundings it runs. */
export interface ShellJob {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly shell: Shell;
  readonly folder: string | undefined;
  /** As far as it is known, where it is not. */
  readonly openFolder?: OpenFolder;
  readonly variables: ReadonlyMap<string, string>;
  /** What later commands of the same job find set: workspaces, plans. */
  readonly settings: Settings;
  /** What its step or job is called, for commands that only print. */
  readonly called?: string;
  /** Files of others lie among those of the repository where it runs. */
  readonly isMixed?: boolean;
}
