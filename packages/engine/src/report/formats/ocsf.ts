import type { Format } from '../format.ts';
import { renderOcsf } from '../ocsf.ts';

export default {
  name: 'ocsf',
  extensions: ['.ocsf.json', '.ocsf'],
  description: 'OCSF compliance findings: security lakes and SIEMs',
  render: renderOcsf,
} satisfies Format;
