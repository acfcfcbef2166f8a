import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const FILE = 'reports/Dockerfile';
const DIGEST = '@sha256:4f2e8c1d9b7a6e5f3c2d1b0a9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c';
const given = [add(FILE, `FROM python:3.12-slim${DIGEST}\nUSER 1000\n`)];

export const CONTAINERS: readonly RepositoryPerturbation[] = [
  {
    check: 'base-images-pinned',
    given,
    resource: FILE,
    off: [replace(FILE, DIGEST, '')],
    at: { file: FILE, text: 'FROM python:3.12-slim' },
    unreadable: FILE,
  },
  {
    check: 'images-keep-no-secret',
    given,
    resource: FILE,
    off: [replace(FILE, 'USER 1000', 'ARG NPM_TOKEN\nUSER 1000')],
    at: { file: FILE, text: 'ARG NPM_TOKEN' },
    unreadable: FILE,
  },
];
