import type { Properties } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'packages-locked',
  requirement: 'OPS-15',
  severity: 'medium',
  effort: 'minutes',
  title: 'Each package that a manifest asks for has one version, fixed in the repository',
  gap: {
    one: 'A manifest leaves open which versions are built in',
    many: '{count} manifests leave open which versions are built in',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    unlocked: 'no lock file fixes the packages of {resource}',
    loose: '{actual} is taken in whatever version there is on the day of the build',
  },
  about: 'repository',
  appliesTo: 'Repository::Manifest',
  when: (manifest) => manifest.list('dependencies').some(mustBeFixed),
  evaluate: (manifest) =>
    choose(
      // pip takes what a file of requirements says, and nothing fixes it but the file itself.
      manifest.text('ecosystem').is('npm'),
      manifest.has('lockfile').else('unlocked'),
      any(
        manifest.has('lockfile'),
        manifest
          .list('dependencies')
          .none((d) => all(mustBeFixed(d), not(d.bool('exact').is(true)), d.text('name').written().quote())),
      ).else('loose'),
    ),
  fix: 'Commit the lock file of the package manager and install from it alone (npm ci, uv sync --locked), or pin each requirement with ==',
  fixImpact: { downtime: false },
});

/** What a package leaves to those who use it is theirs to fix. */
function mustBeFixed(dependency: Properties): Truth {
  return not(dependency.text('kind').is('peer'));
}
