import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** What a stack does with something of which it lets go, and what it holds stays. */
const KEEPS = ['Retain', 'Snapshot'] as const;

export default defineCheck({
  id: 'replacement-keeps-data',
  requirement: 'DAT-07',
  severity: 'medium',
  effort: 'minutes',
  title: 'What a stack keeps when it is taken down, it keeps when it replaces it, too',
  gap: {
    one: 'A change that replaces a store deletes what it holds',
    many: 'Changes that replace {count} stores delete what they hold',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    deleted:
      'it stays when the stack is taken down, but a change of its name or key makes a new one and deletes the old one: UpdateReplacePolicy is not Retain or Snapshot',
  },
  appliesTo: [
    'AWS::DynamoDB::Table',
    'AWS::DynamoDB::GlobalTable',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::Cognito::UserPool',
    'AWS::EFS::FileSystem',
    'AWS::OpenSearchService::Domain',
  ],
  // Whether it is to be kept at all is asked by the checks on deletion. A bucket is deleted only when it is empty.
  when: ({ meta }) =>
    all(
      meta.has('DeletionPolicy'),
      meta.text('DeletionPolicy').oneOf([...KEEPS, 'RetainExceptOnCreate']),
    ).asMembership(),
  evaluate: ({ meta }) =>
    all(meta.has('UpdateReplacePolicy'), meta.text('UpdateReplacePolicy').oneOf(KEEPS)).else('deleted'),
  fix: 'Write UpdateReplacePolicy beside DeletionPolicy, with the same value',
  snippets: { cloudformation: 'DeletionPolicy: Retain\nUpdateReplacePolicy: Retain' },
  fixImpact: { downtime: false },
});
