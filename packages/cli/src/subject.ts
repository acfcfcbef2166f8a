import type { CollectOptions } from '@airworthy/engine';
import type { Command } from 'commander';
import { UsageError } from './exit.ts';

/** What is assessed and with which inputs: the options that every command has which assesses. */
export interface SubjectOptions {
  readonly env?: string;
  readonly root: readonly string[];
  readonly var: readonly string[];
  readonly varFile: readonly string[];
  readonly workspace?: string;
  readonly param: readonly string[];
  readonly plan?: string;
  readonly state?: string;
  readonly synth?: boolean;
  readonly config?: string;
}

export function addSubjectOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  return command
    .option('--env <name>', 'environment to assess (default: the one that production means here)')
    .option('--root <path>', 'assess this root only; may repeat', collect, [])
    .option('--var <name=value>', 'value of a Terraform variable; may repeat', collect, [])
    .option('--var-file <file>', 'file of Terraform variables; may repeat', collect, [])
    .option('--workspace <name>', 'Terraform workspace')
    .option('--param <name=value>', 'value of a CloudFormation parameter; may repeat', collect, [])
    .option('--plan <file>', 'JSON of a Terraform plan: terraform show -json plan.out')
    .option('--state <file>', 'JSON of a Terraform state: terraform show -json, or terraform.tfstate')
    .option('--synth', 'run the app commands of CDK applications, and assess what they synthesize')
    .option('--config <file>', 'configuration (default: airworthy.yaml in the assessed folder)');
}

/** The same as the engine takes it. Throws {@link UsageError} for a value without a name. */
export function subjectOf(path: string, options: SubjectOptions): CollectOptions {
  return {
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    roots: options.root,
    vars: pairs(options.var, '--var'),
    varFiles: options.varFile,
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    params: pairs(options.param, '--param'),
    ...(options.plan === undefined ? {} : { plan: options.plan }),
    ...(options.state === undefined ? {} : { state: options.state }),
    ...(options.synth === true ? { synth: true } : {}),
    ...(options.config === undefined ? {} : { config: options.config }),
    variables: process.env,
    now: new Date(),
  };
}

function pairs(given: readonly string[], option: string): ReadonlyMap<string, string> {
  return new Map(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`${option} wants name=value, not "${pair}"`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
