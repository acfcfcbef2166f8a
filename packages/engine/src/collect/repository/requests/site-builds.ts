import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import type { Expression, Member, SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { at } from '../practices/places.ts';

interface Builder {
  readonly file: RegExp;
  readonly tool: string;
  /** Where the setting stands, from the outside in. */
  readonly path: readonly string[];
}

/** Sources: Vite, "Build Options" (`build.sourcemap`, false by default); Next.js, "productionBrowserSourceMaps" (false by default). */
const BUILDERS: readonly Builder[] = [
  { file: /(^|\/)vite\.config\.[mc]?[jt]s$/, tool: 'vite', path: ['build', 'sourcemap'] },
  { file: /(^|\/)next\.config\.[mc]?[jt]s$/, tool: 'next', path: ['productionBrowserSourceMaps'] },
];

/** How pages are built for production, and whether their sources are published with them. */
export function siteBuilds(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    const builder = BUILDERS.find(({ file }) => file.test(module.file));
    if (builder === undefined) return [];
    const { members, computed } = settingsOf(module, builder.path);
    if (members.some(({ name }) => name === 'library')) return [];
    const place = placeIn(module.file);
    const [setting] = members;
    const wrapped = setting === undefined && wrapsWithMaps(module);
    const doubt = unknown('unresolved-expression', `reading the settings of ${module.file}`, inCode(place));
    return [
      fact({
        type: 'Repository::SiteBuild',
        address: module.file,
        at: place,
        properties: {
          tool: builder.tool,
          publishesSources: wrapped
            ? unknown(
                'unresolved-expression',
                'looking whether what hands source maps to the error tracker takes them out of what is published',
                inCode(place),
              )
            : setting === undefined
              ? computed
                ? doubt
                : undefined
              : setTo(module, setting),
        },
      }),
    ];
  });
}

/**
 * Settings of Sentry switch source maps on to hand them over, and leave them where pages are served unless they are told
 * otherwise. Sources: "Source Maps" for Next.js and Vite; `deleteSourcemapsAfterUpload`, `filesToDeleteAfterUpload`.
 */
function wrapsWithMaps(module: SourceModule): boolean {
  const wraps = module.calls.some(({ callee }) =>
    /^(withSentryConfig|withSentry|sentryVitePlugin|sentryWebpackPlugin)$/.test(lastName(callee) ?? ''),
  );
  if (!wraps) return false;
  return !everyOne(module, 'object').some(({ value }) =>
    value.members.some(
      ({ name, value: set }) =>
        name === 'filesToDeleteAfterUpload' ||
        (/^(deleteSourcemapsAfterUpload|deleteFilesAfterUpload|disableClientWebpackPlugin)$/.test(name) &&
          set.kind === 'literal' &&
          set.value === true),
    ),
  );
}

function setTo(module: SourceModule, { value, at: where }: Member) {
  const place = at(module, where);
  if (value.kind === 'literal' && typeof value.value === 'boolean') return written(value.value, place);
  if (value.kind === 'literal' && value.value === 'inline') return written(true, place);
  const what =
    value.kind === 'literal'
      ? 'looking whether the maps are taken out before they are published'
      : 'its value in production';
  return unknown('unresolved-expression', what, inCode(place));
}

/** The members of that path in any object of the file; `library` where it builds no page. */
function settingsOf(module: SourceModule, path: readonly string[]): { members: Member[]; computed: boolean } {
  const members: Member[] = [];
  let computed = module.problems.length > 0;
  const last = path.at(-1)!;
  for (const { value } of everyOne(module, 'object')) {
    const outer = path.length === 1 ? value : inner(value, path[0]!);
    if (outer?.kind !== 'object') continue;
    const found = outer.members.find(({ name }) => name === last);
    if (found !== undefined) members.push(found);
    const library = outer.members.find(({ name }) => /^(lib|ssr)$/.test(name));
    if (path.length > 1 && library !== undefined) members.push({ ...library, name: 'library' });
    computed ||= found === undefined && outer.open;
  }
  return { members, computed };
}

function inner(value: Extract<Expression, { kind: 'object' }>, name: string): Expression | undefined {
  return value.members.find((one) => one.name === name)?.value;
}
