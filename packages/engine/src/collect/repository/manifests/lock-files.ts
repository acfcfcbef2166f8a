/** A file in which a package manager fixes every package. */
export interface LockFile {
  readonly name: string;
  readonly ecosystem: 'npm' | 'python';
  readonly tool: string;
  /** The manifests that it fixes the packages of. */
  readonly of: RegExp;
}

const JSON_MANIFEST = /^package\.json$/;
const PROJECT = /^pyproject\.toml$/;

/** By the documentation of each package manager. */
export const LOCK_FILES: readonly LockFile[] = [
  { name: 'package-lock.json', ecosystem: 'npm', tool: 'npm', of: JSON_MANIFEST },
  { name: 'npm-shrinkwrap.json', ecosystem: 'npm', tool: 'npm', of: JSON_MANIFEST },
  { name: 'yarn.lock', ecosystem: 'npm', tool: 'yarn', of: JSON_MANIFEST },
  { name: 'pnpm-lock.yaml', ecosystem: 'npm', tool: 'pnpm', of: JSON_MANIFEST },
  { name: 'bun.lock', ecosystem: 'npm', tool: 'bun', of: JSON_MANIFEST },
  { name: 'bun.lockb', ecosystem: 'npm', tool: 'bun', of: JSON_MANIFEST },
  { name: 'poetry.lock', ecosystem: 'python', tool: 'poetry', of: PROJECT },
  { name: 'uv.lock', ecosystem: 'python', tool: 'uv', of: PROJECT },
  { name: 'pdm.lock', ecosystem: 'python', tool: 'pdm', of: PROJECT },
  { name: 'pylock.toml', ecosystem: 'python', tool: 'pip', of: PROJECT },
  { name: 'Pipfile.lock', ecosystem: 'python', tool: 'pipenv', of: /^Pipfile$/ },
];
