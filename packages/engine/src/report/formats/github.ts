import type { Format } from '../format.ts';
import { renderGithub } from '../github.ts';

export default {
  name: 'github',
  extensions: [],
  description: 'GitHub Actions: annotations at the lines, and the Markdown report as job summary',
  // 1 MiB for each step is what GitHub keeps.
  beside: { variable: 'GITHUB_STEP_SUMMARY', format: 'markdown', mostBytes: 1_048_576 },
  render: renderGithub,
} satisfies Format;
