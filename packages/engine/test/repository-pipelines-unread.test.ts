import { expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { pipelines } from '../src/collect/repository/pipelines/reader.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** What is not seen of a repository that holds one file. */
async function notSeenIn(path: string): Promise<readonly (readonly [string, string])[]> {
  const repository = await openRepository(memoryFileSystem({ [path]: 'steps: []\n' }), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { notSeen } = await collectRepositoryRoot(repository, environment, undefined, [pipelines]);
  for (const place of notSeen) expect(place.holds).toContain('Repository::Step');
  return notSeen.map(({ what, why }) => [what, why]);
}

it.each([
  ['.buildkite/pipeline.yml', 'Buildkite'],
  ['api/.buildkite/deploy/pipeline.prod.yaml', 'Buildkite'],
  ['.drone.yml', 'Drone'],
  ['.woodpecker/release.yaml', 'Woodpecker'],
  ['.semaphore/semaphore.yml', 'Semaphore'],
  ['appveyor.yml', 'AppVeyor'],
  ['.teamcity/settings.kts', 'TeamCity'],
  ['.cirrus.yml', 'Cirrus CI'],
  ['codefresh.yml', 'Codefresh'],
  ['deploy/cloudbuild-prod.yaml', 'Cloud Build'],
  ['.gitea/workflows/release.yml', 'Forgejo or Gitea'],
])('what %s runs is not seen', async (path, system) => {
  expect(await notSeenIn(path)).toEqual([[path, `pipelines of ${system} are not read`]]);
});

it.each(['.buildkite/docker-compose.yml', 'docs/travis.yml', 'src/buildkite/client.yml', 'config/drone.yml'])(
  '%s is no pipeline',
  async (path) => {
    expect(await notSeenIn(path)).toEqual([]);
  },
);
