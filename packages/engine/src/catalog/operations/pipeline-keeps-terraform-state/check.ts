import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOYMENT, isDone, JOB, STEP } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pipeline-keeps-terraform-state',
  requirement: 'OPS-01',
  severity: 'high',
  effort: 'hours',
  title: 'A pipeline finds the state of its last run again',
  gap: {
    one: 'A pipeline loses the state of Terraform with each run',
    many: '{count} steps of pipelines lose the state of Terraform with each run',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_conf_mgmt_sys'] },
  messages: {
    lost: 'no backend is named that keeps the state elsewhere, so it is a file of the machine that runs the job and gone with it: the next run makes everything again',
  },
  about: 'repository',
  appliesTo: DEPLOYMENT,
  when: (deployment) =>
    all(
      not(deployment.bool('withoutTerraform').is(true)),
      isDone(deployment),
      applies(deployment),
    ).asMembership(),
  evaluate: (deployment, graph) =>
    any(
      deployment
        .list('deploys')
        .where((one) => one.text('tool').matches('Terraform', APPLIES))
        .every((one) => one.text('state').is('backend')),
      mayBeKept(deployment, graph),
    ).else('lost'),
  fix: 'Keep the state in a backend that all runs share, and lock it',
  snippets: {
    terraform:
      'backend "s3" {\n  bucket       = "acme-terraform-state"\n  key          = "shop/prod.tfstate"\n  region       = "eu-west-1"\n  use_lockfile = true\n}',
  },
  fixImpact: { downtime: false },
});

const APPLIES = /^(?:terraform|tofu) apply/;

function applies(deployment: Resource): Truth {
  return deployment.list('deploys').some((one) => one.text('tool').matches('Terraform', APPLIES));
}

/** Steps that may bring the state or a backend along, and machines that stay from run to run. */
function mayBeKept(deployment: Resource, graph: Graph): Truth {
  const isOfWorkflow = (one: Resource) =>
    deployment.text('workflow').ask((workflow) => one.text('workflow').is(workflow));
  return any(
    graph
      .of(STEP)
      .where(isOfWorkflow)
      .some((step) =>
        all(
          any(
            step.text('uses').matches('what keeps files', /cache|artifact/i),
            step
              .list('commands')
              .some((command) =>
                command.text('text').matches('the state or a backend', /tfstate|backend|\.tf\b/),
              ),
          ).asMembership(),
          leftTo('whether this step brings the state of the last run', step),
        ),
      ),
    graph
      .of(JOB)
      .where(isOfWorkflow)
      .some((job) =>
        all(
          not(job.text('runsOn').matches('a machine that is gone after the job', HOSTED)),
          leftTo('whether the machine of the job keeps its files from run to run', job),
        ),
      ),
  );
}

/** Machines of the hosts of pipelines, new for each job. */
const HOSTED = /^(?:ubuntu|windows|macos)-/;
