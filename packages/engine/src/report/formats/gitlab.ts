import type { Format } from '../format.ts';
import { renderGitlab } from '../gitlab.ts';

export default {
  name: 'gitlab',
  extensions: ['code-quality.json', '.gitlab.json', '.codequality.json'],
  description: 'GitLab code quality: gaps and unknowns in merge requests',
  render: renderGitlab,
} satisfies Format;
