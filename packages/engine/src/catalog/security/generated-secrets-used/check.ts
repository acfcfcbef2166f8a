import { all, any, not } from '../../../model/truth.ts';
import { isAllowed } from '../../blocks/grants.ts';
import { defineCheck } from '../../check.ts';

/** Whether anything else of a template names it: collected with the resource. */
const REFERRED_TO = 'ReferredTo';

export default defineCheck({
  id: 'generated-secrets-used',
  requirement: 'SEC-36',
  severity: 'low',
  effort: 'minutes',
  title: 'Secrets that a template makes up are used by something',
  gap: {
    one: 'A secret is made up and used by nothing',
    many: '{count} secrets are made up and used by nothing',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    unused:
      'its value is made up here, nothing of this code refers to it or may read it, and it has no name by which other code could',
  },
  appliesTo: 'AWS::SecretsManager::Secret',
  // What has a name may be read by it, and what was not made up here is known to somebody already.
  when: (secret) =>
    all(
      secret.meta.has(REFERRED_TO),
      secret.has('GenerateSecretString'),
      not(secret.has('Name')),
    ).asMembership(),
  evaluate: (secret, graph) =>
    any(
      secret.meta.bool(REFERRED_TO).is(true),
      secret.has('ReplicaRegions'),
      isAllowed(secret, 'secretsmanager', graph),
    ).else('unused'),
  fix: 'Hand the secret to what it was made for, or take it away',
  fixImpact: { downtime: false },
});
