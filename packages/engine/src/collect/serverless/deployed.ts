import type { ResourceNode } from '../../model/resource.ts';
import type { CollectedRepository } from '../collected.ts';
import { SERVERLESS, SST } from '../other-tools.ts';
import { isForDevelopment } from '../repository/containers/reader.ts';
import { kindOfCommand } from '../repository/pipelines/command-kinds.ts';
import { unwrapped } from '../repository/pipelines/wrappers.ts';
import { itemsOf, member, textOf } from '../repository/structured-text.ts';

/** Commands that deploy, in facts of pipelines and scripts. */
const DEPLOYMENTS = ['Repository::Deployment', 'Repository::DeployScript'];

const DEPLOYED_BY: Readonly<Record<string, RegExp>> = {
  [SERVERLESS]: /(?:^|[\s/])(?:serverless|sls|osls)(?:@\S+)?\s+(?:\S+\s+)*?deploy\b/,
  [SST]: /(?:^|[\s/])sst(?:@\S+)?\s+(?:\S+\s+)*?deploy\b/,
};
/** What only puts files in place. */
const FILES = /^aws (?:s3|cloudfront)\b/;

/**
 * Whether services of the Serverless Framework, or applications of SST, are all that is deployed from here: they were read, a pipeline, a script or a
 * document of the repository deploys them, nothing deploys code by other means or may, and no image is built. Such files are
 * also written to try functions out on the machine of a developer.
 */
export function deploysServices({ resources, services }: CollectedRepository): boolean {
  if (services === undefined || services.resources.length === 0) return false;
  const deployments = resources.filter(({ type }) => DEPLOYMENTS.includes(type));
  const documents = resources.filter(({ type }) => type === 'Repository::Document');
  const said = documents.flatMap((one) => textsIn(one, 'commands', 'text'));
  const tools = [
    ...deployments.flatMap((one) => textsIn(one, 'deploys', 'tool')),
    ...said.flatMap(deploymentsIn),
  ];
  const own = services.tools.flatMap((name) => DEPLOYED_BY[name] ?? []);
  const isOther = (tool: string) => !own.some((one) => one.test(tool)) && !FILES.test(tool);
  return (
    own.every((one) => [...tools, ...said].some((text) => one.test(text))) &&
    !tools.some(isOther) &&
    !deployments.some(mayDeployMore) &&
    !resources.some((one) => one.type === 'Repository::ImageFile' && !isForDevelopment(one.address))
  );
}

/** The commands of a typed line that deploy, without what they are wrapped in. */
function deploymentsIn(line: string): readonly string[] {
  return line.split(/&&|\|\|?|;/).flatMap((command) => {
    const words = unwrapped(
      command
        .trim()
        .replace(/^(?:\w+=\S*\s+)+/, '')
        .split(/\s+/),
    );
    return kindOfCommand(words)?.kind === 'deploy' ? [words.join(' ')] : [];
  });
}

/** What a step runs that could not be followed may deploy too. */
function mayDeployMore({ properties }: ResourceNode): boolean {
  const deploys = member(properties, 'deploys');
  return deploys?.kind === 'unknown' || (deploys?.kind === 'list' && deploys.open !== undefined);
}

function textsIn({ properties }: ResourceNode, list: string, name: string): readonly string[] {
  return itemsOf(properties.members.get(list)).flatMap((one) => textOf(member(one, name)) ?? []);
}
