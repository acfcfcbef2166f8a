import type { Format } from '../format.ts';
import { renderJunit } from '../junit.ts';

export default {
  name: 'junit',
  extensions: ['.xml'],
  description:
    'JUnit XML: test views of pipelines, one suite for each area and one case for each check and root',
  render: renderJunit,
} satisfies Format;
