import type { ResourceNode } from '../../model/resource.ts';
import type { CollectedRepository } from '../collected.ts';
import { isForDevelopment } from '../repository/containers/reader.ts';
import { itemsOf, member, textOf } from '../repository/structured-text.ts';

/** Commands that deploy, in facts of pipelines and scripts. */
const DEPLOYMENTS = ['Repository::Deployment', 'Repository::DeployScript'];

const SERVERLESS = /(?:^|[\s/])(?:serverless|sls|osls)(?:@\S+)?\s+(?:\S+\s+)*?deploy\b/;
/** What only puts files in place. */
const FILES = /^aws (?:s3|cloudfront)\b/;

/**
 * Whether services of the Serverless Framework are all that is deployed from here: they were read, a pipeline, a script or a
 * document of the repository deploys them, nothing deploys code by other means, and no image is built. Such files are also
 * written to try functions out on the machine of a developer.
 */
export function deploysServices({ resources, services }: CollectedRepository): boolean {
  if (services === undefined || services.resources.length === 0) return false;
  const deployments = resources.filter(({ type }) => DEPLOYMENTS.includes(type));
  const tools = deployments.flatMap((one) => textsIn(one, 'deploys', 'tool'));
  const documents = resources.filter(({ type }) => type === 'Repository::Document');
  const said = documents.flatMap((one) => textsIn(one, 'commands', 'text'));
  const isOther = (tool: string) => !SERVERLESS.test(tool) && !FILES.test(tool);
  return (
    [...tools, ...said].some((text) => SERVERLESS.test(text)) &&
    !tools.some(isOther) &&
    !resources.some((one) => one.type === 'Repository::ImageFile' && !isForDevelopment(one.address))
  );
}

function textsIn({ properties }: ResourceNode, list: string, name: string): readonly string[] {
  return itemsOf(properties.members.get(list)).flatMap((one) => textOf(member(one, name)) ?? []);
}
