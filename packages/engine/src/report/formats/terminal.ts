import type { Format } from '../format.ts';
import { renderTerminal } from '../terminal/terminal.ts';

export default {
  name: 'terminal',
  extensions: ['.txt'],
  description: 'one screen for whoever runs the command: verdict, what blocks, what else, what is unknown',
  render: ({ assessment }, options) => renderTerminal(assessment, options),
} satisfies Format;
