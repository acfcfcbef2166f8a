import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'playback-channels-authorized',
  requirement: 'SEC-33',
  severity: 'medium',
  effort: 'hours',
  title: 'Playback of a channel asks for a signed token',
  gap: {
    one: 'Whoever has the address can watch a channel',
    many: 'Whoever has the address can watch {count} channels',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: { open: 'playback asks for nothing: {property} is {actual}' },
  appliesTo: 'AWS::IVS::Channel',
  evaluate: (channel) => channel.bool('Authorized').is(true).else('open'),
  fix: 'Switch playback authorization on and sign a token for each viewer',
  snippets: { terraform: 'authorized = true', cloudformation: 'Authorized: true' },
  fixImpact: { downtime: false },
});
