import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOY_SCRIPT, DEPLOYMENT, isProduction, runs, STEP } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

const TEMPLATE = /\bsam\s+(?:deploy|sync)\b|\bcloudformation\s+(?:deploy|create-stack|update-stack)\b/;
const ENABLED = /\s--enable-termination-protection\b/;
const DISABLED = /\s--no-enable-termination-protection\b/;

export default defineRootCheck({
  id: 'deployed-stacks-protected',
  requirement: 'INF-23',
  severity: 'medium',
  effort: 'minutes',
  title: 'Stacks that commands deploy to production are protected from deletion',
  gap: {
    one: 'A command makes a stack of production that can be deleted in one step',
    many: 'Commands make stacks of production that can be deleted in one step',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_conf_mgmt_sys'] },
  messages: { off: 'the stack is made without termination protection: {actual}' },
  about: 'repository',
  when: (graph) => templates(graph).exist().asMembership(),
  evaluate: (graph) =>
    all(
      templates(graph)
        .none(({ said }) => said.text('text').matches('unprotected', DISABLED).quote())
        .else('off'),
      templates(graph).every((one) =>
        any(
          one.said.text('text').matches('protected', ENABLED),
          isProtectedBeside(one, graph),
          leftToTheAccount(one.said),
        ),
      ),
    ),
  fix: 'Run aws cloudformation update-termination-protection --enable-termination-protection once for the stack',
  fixImpact: { downtime: false },
});

/** A command that deploys a template, and the step or script that runs it. */
interface Deployed {
  readonly said: Properties;
  readonly by: Resource;
}

/** What commands deploy from a template: such a stack keeps the protection that it has. An application of the CDK sets its own. */
function templates(graph: Graph): Many<Deployed> {
  const [first, second] = [DEPLOYMENT, DEPLOY_SCRIPT].map((type) =>
    graph
      .of(type)
      .where((by) => all(runs(by), isProduction(by), not(by.bool('withoutTemplates').is(true))))
      .flatMap((by) =>
        by
          .list('deploys')
          .where((said) => said.text('text').matches('a template', TEMPLATE).asMembership())
          .map((said): Deployed => ({ said, by })),
      ),
  );
  return first!.and(second!);
}

/** Whether its pipeline switches the protection of the stack on, and does not switch it off again. */
function isProtectedBeside({ said, by }: Deployed, graph: Graph): Truth {
  const settings = graph
    .of(STEP)
    .where((step) =>
      all(
        runs(step),
        Reading.both(step.text('workflow'), by.text('workflow'), 'the same', (a, b) => a === b),
      ),
    )
    .flatMap((step) => step.list('commands'))
    .where((command) =>
      Reading.both(
        said.text('what'),
        command.text('text'),
        'on the stack',
        (stack, text) =>
          text.includes('update-termination-protection') && text.split(/[\s="']+/).includes(stack),
      ),
    );
  return all(
    settings.some((command) => command.text('text').matches('protecting it', ENABLED)),
    not(settings.some((command) => command.text('text').matches('unprotecting it', DISABLED))),
  );
}

function leftToTheAccount(said: Properties): Truth {
  return leftTo(
    'aws cloudformation describe-stacks, which tells EnableTerminationProtection of the stack of production',
    said,
  );
}
