import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { partsIn } from '../joins/expressions.ts';
import { at } from '../practices/places.ts';

const HEADER = /^(accept-version|api-version|x-api-version|x-version|openapi-version)$/i;
const MEDIA_TYPE = /^application\/vnd\.[\w.-]+[.;-]\s*v(ersion=)?\d/i;
const SWITCHES = /^(enableVersioning|APIVersioning|VersionedFastAPI|version_header)$/;

/** Places where the code tells versions of its API apart by something else than the path. */
export function apiVersions(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    const found = toldIn(module);
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

function toldIn(module: SourceModule): { readonly by: string; readonly at: Place } | undefined {
  for (const call of module.calls) {
    const name = lastName(call.callee) ?? '';
    if (SWITCHES.test(name)) return { by: name, at: call.at };
  }
  for (const part of partsIn(module)) {
    const said = part.kind === 'literal' ? part.value : part.kind === 'member' ? part.name : undefined;
    if (typeof said === 'string' && (HEADER.test(said) || MEDIA_TYPE.test(said)))
      return { by: said, at: part.at };
  }
  return undefined;
}
