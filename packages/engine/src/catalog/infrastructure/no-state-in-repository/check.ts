import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'no-state-in-repository',
  requirement: 'INF-23',
  severity: 'high',
  effort: 'hours',
  title: 'No file of Terraform’s state lies in the repository',
  gap: {
    one: 'A file of Terraform’s state lies in the repository',
    many: 'Files of Terraform’s state lie in the repository, in {count} roots',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    committed: '{actual} lies there with every password and address that Terraform knows',
  },
  when: (graph) => graph.ownFacts('state-files').exist(),
  evaluate: (graph) =>
    graph
      .ownFacts('state-files')
      .every((state) => state.list('files').none((file) => file.text().written().quote()))
      .else('committed'),
  fix: 'Take the state out of the repository and its history, ignore *.tfstate, and replace the secrets that it held',
  fixImpact: { downtime: false },
});
