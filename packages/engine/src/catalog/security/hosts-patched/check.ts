import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const INSTANCE = 'AWS::EC2::Instance';
const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const ASSOCIATION = 'AWS::SSM::Association';
const TASK = 'AWS::SSM::MaintenanceWindowTask';

const HOSTS = [INSTANCE, GROUP, TEMPLATE, 'AWS::AutoScaling::LaunchConfiguration'];

/** Documents of AWS that patch hosts. Source: Systems Manager User Guide, SSM Command documents for patching managed nodes. */
const PATCHES =
  /(^|[:/])AWS-(RunPatchBaseline(WithHooks|Association)?|PatchInstanceWithRollback|PatchAsgInstance)$/;
/** These either look or install, as they are told. */
const AS_TOLD = /AWS-RunPatchBaseline(WithHooks|Association)?$/;

const COMMAND = 'TaskInvocationParameters.MaintenanceWindowRunCommandParameters';
const SPECIFICATIONS = ['LaunchTemplate', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification'];

export default defineRootCheck({
  id: 'hosts-patched',
  requirement: 'SEC-38',
  severity: 'high',
  effort: 'days',
  title: 'Hosts get the patches of their operating system by themselves',
  gap: { one: 'Nothing patches the hosts', many: 'Nothing patches the hosts of {count} roots' },
  evidence: ['iac', 'aws'],
  aliases: ['ssm_managed_compliant_patching'],
  frameworks: {
    wellArchitected: ['sec_protect_compute_vulnerability_management'],
    fsbp: ['SSM.2'],
  },
  accountWide: true,
  messages: { scan: 'patches are only looked for, and none is installed: {property} is {actual}' },
  when: (graph) => any(...HOSTS.map((type) => graph.of(type).exist())).asMembership(),
  evaluate: (graph) =>
    any(
      renewed(graph),
      choose(
        patchers(graph.of(ASSOCIATION), graph.of(TASK)).exist(),
        patchers(graph.of(ASSOCIATION), graph.of(TASK)).some(installs),
        patchers(graph.ofAccount(ASSOCIATION), graph.of(TASK)).some(installs),
      ),
    ).else('scan'),
  fix: 'Install patches in a maintenance window (AWS-RunPatchBaseline with Operation Install), or start hosts anew from the latest image every few weeks',
  snippets: {
    terraform:
      'resource "aws_ssm_association" "patches" {\n  name                = "AWS-RunPatchBaseline"\n  schedule_expression = "cron(0 3 ? * SUN *)"\n  parameters          = { Operation = "Install" }\n  targets {\n    key    = "InstanceIds"\n    values = ["*"]\n  }\n}',
    cloudformation:
      'Patches:\n  Type: AWS::SSM::Association\n  Properties:\n    Name: AWS-RunPatchBaseline\n    ScheduleExpression: cron(0 3 ? * SUN *)\n    Parameters: { Operation: [Install] }\n    Targets: [{ Key: InstanceIds, Values: ["*"] }]',
  },
  fixImpact: { downtime: true },
});

function patchers(associations: Many<Resource>, tasks: Many<Resource>): Many<Resource> {
  return associations.and(tasks).where((one) => documentOf(one).matches('a document that patches', PATCHES));
}

function documentOf(patcher: Resource): Reading<string> {
  return patcher.text(patcher.type === TASK ? 'TaskArn' : 'Name');
}

/** It has targets, and is told to install what it finds. */
function installs(patcher: Resource): Truth {
  const parameters = patcher.type === TASK ? `${COMMAND}.Parameters` : 'Parameters';
  return all(
    any(patcher.has('Targets'), patcher.has('InstanceId')).asMembership(),
    any(
      not(documentOf(patcher).matches('a document that does as it is told', AS_TOLD)),
      all(
        patcher.has(`${parameters}.Operation`).asMembership(),
        patcher.list(`${parameters}.Operation`).some((operation) => operation.text().is('Install').quote()),
      ),
    ),
  );
}

/** No host stays: each is replaced after some time by one of the latest image, which is looked up when it starts. */
function renewed(graph: Graph): Truth {
  return all(
    not(graph.of(INSTANCE).exist()),
    graph.of(GROUP).every((group) =>
      all(
        group.has('MaxInstanceLifetime'),
        templatesOf(group, graph).some((template) =>
          template
            .text('LaunchTemplateData.ImageId')
            .matches('an image that is looked up at each start', /^resolve:ssm:/),
        ),
      ),
    ),
  );
}

function templatesOf(group: Resource, graph: Graph): Many<Resource> {
  return SPECIFICATIONS.flatMap((place) => [`${place}.LaunchTemplateId`, `${place}.LaunchTemplateName`])
    .map((name) =>
      group
        .list()
        .where(() => group.has(name))
        .flatMap(() => graph.follow(group.text(name), TEMPLATE)),
    )
    .reduce((templates, more) => templates.and(more));
}
