import type { Inputs, RootCandidate } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import type { FoundRoots } from '../../language.ts';
import type { CdkApp } from '../apps.ts';
import type { FoundAssemblies } from '../assembly/discover.ts';

/** The CDK applications that are read by their source, because no assembly of theirs is here. */
export async function findSources(
  repository: Repository,
  apps: readonly CdkApp[],
  assemblies: FoundAssemblies,
  inputs: Inputs,
): Promise<FoundRoots> {
  const own = apps.filter((app) => !assemblies.has(app));
  const named = new Set(inputs.roots.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, '') || '.'));
  return {
    candidates: own.map((app) => candidateOf(app, named)),
    environments: (
      await Promise.all(
        own
          .filter((app) => app.language !== 'other')
          .map(async (app) => (await import('./environments.ts')).environmentsIn(repository, app)),
      )
    ).flat(),
    claims: new Set(),
    skipped: [],
    collect: async (candidate, environment) => {
      const app = own.find((one) => one.folder === candidate.path);
      if (app === undefined) throw new Error(`${candidate.path} is no CDK app`);
      // The grammars are loaded only where there is something to read.
      const { collectSource } = await import('./collect.ts');
      return collectSource(repository, candidate, app, environment);
    },
  };
}

const EXAMPLE = /^(?:examples?|samples?|demos?|quickstarts?|snippets)$/i;
const TEST = /^(?:tests?|__tests__|specs?|fixtures?|testdata|test-data|integration-tests?|e2e)$/i;
const BECAUSE = 'read from its source, not synthesized: run cdk synth or --synth for the whole answer';
const NOT_READ = 'a CDK app in a language that is not read: run cdk synth and assess again';

/** An app that is not read is assessed all the same: what it deploys is unknown, and nobody may launch on that. */
function reasonOf(app: CdkApp): string {
  if (app.problem !== undefined) return app.problem;
  return app.language === 'other' ? NOT_READ : BECAUSE;
}

function candidateOf(app: CdkApp, named: ReadonlySet<string>): RootCandidate {
  const folders = app.folder.split('/');
  const example = folders.find((folder) => EXAMPLE.test(folder));
  const test = folders.find((folder) => TEST.test(folder));
  const role = example !== undefined ? 'example' : test !== undefined ? 'test' : 'root';
  const wanted = named.has(app.folder);
  const where = example ?? test;
  const because = where !== undefined && !wanted ? `in the folder ${where}` : reasonOf(app);
  return {
    path: app.folder,
    kind: 'cdk-source',
    role,
    assessed: wanted || role === 'root',
    because: wanted ? `${because}; named with --root` : because,
  };
}
