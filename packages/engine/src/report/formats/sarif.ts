import type { Format } from '../format.ts';
import { renderSarif } from '../sarif/sarif.ts';

export default {
  name: 'sarif',
  extensions: ['.sarif', '.sarif.json'],
  description: 'SARIF 2.1.0: code scanning and editors, with a rule for each check',
  render: renderSarif,
} satisfies Format;
