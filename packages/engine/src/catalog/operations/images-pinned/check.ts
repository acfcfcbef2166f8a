import type { Graph, Resource } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftAlone } from '../../blocks/left-alone.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const pinned = (image: Reading<string>, of: Resource, graph: Graph): Truth<'latest' | 'untagged'> =>
  all<'latest' | 'untagged'>(
    any(not(image.endsWith(':latest').quote()), replaced(of, graph)).else('latest'),
    any(tagged(image, of).quote(), replaced(of, graph)).else('untagged'),
  );

/** What the code writes only once is the first image; a pipeline may have brought others since. */
const replaced = (of: Resource, graph: Graph): Truth =>
  all(
    any(
      leftAlone(of, 'image_uri'),
      leftAlone(of, 'container_definitions'),
      graph.to(of, 'runs').some((service) => leftAlone(service, 'task_definition')),
    ).asMembership(),
    leftTo('what deploys the image past this code', of),
  );

/** Whether anything follows the name of the repository; the address of a registry may have a port. */
const tagged = (image: Reading<string>, of: Resource): Truth =>
  choose(
    image.isBareReference(),
    not(image.isBareReference()),
    any(
      image.afterLast('/').matches('a version or a digest', /.[:@]./),
      all(image.isReference(), image.contains(':')),
      // No image has a name in capitals: something writes the real one there before the deployment.
      all(image.matches('a placeholder', /^[A-Z][A-Z0-9_-]*$/), leftTo('what replaces the placeholder', of)),
    ),
  );

export default defineCheck({
  id: 'images-pinned',
  requirement: 'OPS-15',
  severity: 'medium',
  effort: 'minutes',
  title: 'Images that run are named by a version or a digest',
  gap: {
    one: 'An image that runs is named by a tag that moves',
    many: 'Images of {count} tasks and functions are named by a tag that moves',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_version_control'] },
  messages: {
    latest: 'the image is {actual}, expected a version or a digest',
    untagged: 'the image {actual} has no tag, which means latest',
  },
  appliesTo: ['AWS::ECS::TaskDefinition', 'AWS::Lambda::Function'],
  // A function from a ZIP file has no image.
  when: (runs) => any(runs.isA('AWS::ECS::TaskDefinition'), runs.has('Code.ImageUri')).asMembership(),
  evaluate: (runs, graph) =>
    choose(
      runs.isA('AWS::Lambda::Function'),
      pinned(runs.text('Code.ImageUri'), runs, graph),
      runs.list('ContainerDefinitions').every((container) => pinned(container.text('Image'), runs, graph)),
    ),
  fix: 'Name the image by its version or, better, by its digest',
  fixImpact: { downtime: false },
});
