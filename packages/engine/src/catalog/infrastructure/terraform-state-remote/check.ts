import { all, any, choose } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

/** Backends that lock by themselves, and encrypt what they keep. Source: Terraform docs, Backends. */
const LOCKED = ['cloud', 'remote', 'azurerm', 'gcs', 'pg', 'kubernetes', 'cos', 'oss', 'consul'];

export default defineRootCheck({
  id: 'terraform-state-remote',
  requirement: 'INF-23',
  severity: 'high',
  effort: 'hours',
  title: 'The state of Terraform is kept remotely and locked',
  gap: {
    one: 'The state of Terraform is not kept safely',
    many: 'The state of Terraform is not kept safely, in {count} roots',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_conf_mgmt_sys'] },
  messages: {
    local: 'the state is a file on the machine of whoever runs it',
    unlocked: 'the state is remote, and nothing keeps two runs from writing it at once',
  },
  when: (graph) => graph.ownFacts('terraform-state').exist(),
  evaluate: (graph) => {
    const states = graph.ownFacts('terraform-state');
    return all(
      states.every((state) => state.text('backend').isNot('local')).else('local'),
      states
        .every((state) =>
          choose(
            state.text('backend').is('s3'),
            any(
              all(state.has('use_lockfile'), state.bool('use_lockfile').is(true)),
              state.has('dynamodb_table'),
            ),
            state.text('backend').oneOf(LOCKED),
          ),
        )
        .else('unlocked'),
    );
  },
  fix: 'Keep the state in a bucket with versioning, and lock it',
  snippets: {
    terraform:
      'backend "s3" {\n  bucket       = "acme-terraform-state"\n  key          = "shop/prod.tfstate"\n  region       = "eu-west-1"\n  use_lockfile = true\n}',
  },
  fixImpact: { downtime: false },
});
