import type { SourceOfFiles } from '../reader.ts';
import { asksStandIn } from './cloud-stand-ins.ts';
import { type Deployment, deploymentOf, type Settings } from './deployments.ts';
import type { Ran } from './shell-ran.ts';
import { TerraformFolders } from './terraform-folders.ts';
import { BACKUP, STAND_IN } from './told-by-name.ts';

/** Where a command that may deploy is written. */
interface Written {
  readonly file: string;
  readonly through: readonly string[];
  /** What the step or script is called that it stands in, and all of its text. */
  readonly called: string;
  readonly text: string;
  readonly settings: Settings;
}

/** What commands of tools that deploy do, as far as the repository tells. */
export class CommandDeployments {
  readonly #folders: TerraformFolders;

  constructor(source: SourceOfFiles) {
    this.#folders = new TerraformFolders(source);
  }

  /** What is deployed, what is done instead, or what would tell whether it deploys. */
  async of(
    words: readonly string[],
    ran: Ran,
    { file, through, called, text, settings }: Written,
  ): Promise<Deployment | 'fetch' | 'keep' | 'other' | Undecided> {
    if (STAND_IN.test([file, ...through, ran.written].join(' '))) return 'other';
    if (OF_AWS.test(words[0] ?? '') && asksStandIn(ran.variables)) return 'other';
    if (words.includes('s3') && BACKUP.test([file, ...through, called].join(' '))) return 'keep';
    if (await this.#folders.holdNothing(words, ran.folder, text)) return 'other';
    const surroundings = { variables: ran.variables, isBeside: settings.standIn };
    const standsIn = await this.#folders.applyToStandIn(words, ran.folder, text, surroundings);
    if (standsIn !== false) return standsIn === true ? 'other' : standsIn;
    const made = deploymentOf(words, ran, settings);
    return typeof made === 'string' ? made : this.#folders.told(made, words, ran.folder);
  }
}

interface Undecided {
  readonly decidedBy: string;
}

/** Programs that ask AWS where the variables of the shell say. */
const OF_AWS = /^(?:aws|cdk|sam)$/;
