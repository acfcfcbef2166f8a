import { onceFor } from '../../once-for.ts';
import type { Services } from '../collected.ts';
import { handlersOfServices, servicesOf } from '../serverless/services.ts';
import { applicationsOf, handlersOfApplications } from '../sst/applications.ts';
import { sourceByHabit } from './containers/image-entry.ts';
import type { Entry } from './joins/construct-entry.ts';
import type { SourceOfFiles } from './reader.ts';

/** What frameworks deploy from the repository beside its roots of infrastructure. */
export async function deployedByFrameworks(source: SourceOfFiles): Promise<Services | undefined> {
  return together([await servicesOf(source), await applicationsOf(source)]);
}

/** What roots and frameworks name as handlers of functions. */
export const allHandlers = onceFor(
  async (source: SourceOfFiles, ofRoots: readonly Entry[]): Promise<readonly Entry[]> => [
    ...ofRoots.map((entry) => asWritten(entry, source)),
    ...(await handlersOfServices(source)),
    ...(await handlersOfApplications(source)),
  ],
);

/** The file that people write, where what is named is made of it. */
function asWritten(entry: Entry, source: SourceOfFiles): Entry {
  if (source.has(entry.file)) return entry;
  const file = sourceByHabit(entry.file, (path) => source.has(path));
  return file === undefined ? entry : { ...entry, file };
}

function together(all: readonly (Services | undefined)[]): Services | undefined {
  const own = all.filter((one) => one !== undefined);
  if (own.length === 0) return undefined;
  return {
    tools: own.flatMap(({ tools }) => tools),
    resources: own.flatMap(({ resources }) => resources),
    notSeen: own.flatMap(({ notSeen }) => notSeen),
    files: {
      partly: own.flatMap(({ files }) => files.partly),
      skipped: own.flatMap(({ files }) => files.skipped),
    },
  };
}
