import { KNOWLEDGE } from '../../knowledge/versions.ts';
import type { Format } from '../format.ts';
import { renderHtml } from '../html/html.ts';

export default {
  name: 'html',
  extensions: ['.html', '.htm'],
  description: 'one page to read, filter and print, with the code that decided each line',
  render: ({ assessment, sources }, { date }) =>
    renderHtml(assessment, sources, { date, knowledge: KNOWLEDGE }),
} satisfies Format;
