import type { Format } from '../format.ts';
import { renderMarkdown } from '../markdown/markdown.ts';

export default {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  description:
    'a readiness document for reviews and pull requests: verdict, gaps, checklists, plan, limitations',
  render: renderMarkdown,
} satisfies Format;
