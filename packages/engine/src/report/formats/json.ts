import type { Format } from '../format.ts';
import { toContract } from '../json/contract.ts';

export default {
  name: 'json',
  extensions: ['.json'],
  description: 'everything, for scripts: the document that the published schema describes',
  render: ({ assessment }) => `${JSON.stringify(toContract(assessment), null, 2)}\n`,
} satisfies Format;
