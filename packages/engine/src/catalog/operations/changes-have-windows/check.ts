import { all } from '../../../model/truth.ts';
import { documentsOf, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'changes-have-windows',
  requirement: 'OPS-08',
  severity: 'low',
  effort: 'hours',
  title: 'Windows, freeze days and review of changes are written down',
  gap: {
    one: 'Nothing says when and how changes go out',
    many: 'Rules for changes are missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says when changes may go out',
    window: 'the document on changes names no window',
    freeze: 'the document on changes names no days without changes',
    review: 'the document on changes names no review before',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'change-management');
    return all(
      documents.exist().else('none'),
      someSpeakOf(documents, 'window').else('window'),
      someSpeakOf(documents, 'freeze').else('freeze'),
      someSpeakOf(documents, 'review').else('review'),
    );
  },
  fix: 'Write down when changes go out, on which days none do, who reviews them before, and what holds in an emergency',
  fixImpact: { downtime: false },
});
