import { onceForText } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { placedPartsIn } from '../joins/expressions.ts';
import { callsTold } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

const HEADER = /^(accept-version|api-version|x-api-version|x-version|openapi-version)$/i;
const MEDIA_TYPE = /^application\/vnd\.[\w.-]+[.;-]\s*v(ersion=)?\d/i;
const SWITCHES = /^(enableVersioning|APIVersioning|VersionedFastAPI|version_header)$/;

/** Places where the code tells versions of its API apart by something else than the path. */
export function apiVersions(program: Program): readonly RepositoryFact[] {
  const tellsVersion = onceForText((said) => HEADER.test(said) || MEDIA_TYPE.test(said));
  return [...program.modules.values()].flatMap((module) => {
    const found = toldIn(program, module, tellsVersion);
    return found === undefined
      ? []
      : [
          fact({
            type: 'Repository::ApiVersion',
            address: `version of the API in ${module.file}`,
            at: at(module, found.at),
            properties: { path: module.file, by: found.by },
          }),
        ];
  });
}

function toldIn(
  program: Program,
  module: SourceModule,
  tellsVersion: (said: string) => boolean,
): { readonly by: string; readonly at: Place } | undefined {
  const [switched] = callsTold(program, module, 'name', switches);
  if (switched !== undefined) return { by: switched.as, at: switched.call.at };
  for (const { value: part } of placedPartsIn(module)) {
    const said = part.kind === 'literal' ? part.value : part.kind === 'member' ? part.name : undefined;
    if (typeof said === 'string' && tellsVersion(said)) return { by: said, at: part.at };
  }
  return undefined;
}

function switches(name: string): true | undefined {
  return SWITCHES.test(name) || undefined;
}
