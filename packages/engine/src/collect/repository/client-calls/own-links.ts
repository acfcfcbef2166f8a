import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { partsOfKind } from '../joins/expressions.ts';
import type { SourceOfFiles } from '../reader.ts';
import { isPage, isThere, type SiteLink, siteOf, toldByRouter } from './links.ts';
import { vueRouters } from './vue-routers.ts';

/** What others are told as the address to come back to. Sources: OpenID Connect, "redirect_uri"; Stripe, Auth0, Supabase, Amplify. */
const RETURNS =
  /^(?:redirect_?(?:ur[il]|to|sign_?(?:in|out))|(?:post_?)?(?:log|sign)_?(?:out|in)_?(?:redirect_?)?ur[il]|post_?logout_?redirect_?ur[il]|callback_?ur[il]|return_?(?:ur[il]|to)|success_?ur[il]|cancel_?ur[il]|email_?redirect_?to)$/i;
/** What hands an address to people: the clipboard, a dialogue for sharing, another window. */
const HANDS_ON = /(?:^|\.)(?:clipboard\.writeText|navigator\.share|location\.assign|location\.replace)$/;

/**
 * Pages of the own site that scripts send others to, by an address that begins with the origin of the page: where a sign-in comes
 * back to, and links that people hand on. Only of applications whose pages are told by one router, and of sites that are files.
 */
export function ownLinks(
  program: Program,
  pages: readonly SourceModule[],
  source: SourceOfFiles,
): readonly SiteLink[] {
  const routers = vueRouters(program);
  return pages.flatMap((module) => {
    const found = [...addressesIn(module)];
    if (found.length === 0) return [];
    const named = toldByRouter(module, pages, routers);
    const isThereNow =
      named === undefined
        ? ofFiles(module, pages, source)
        : (path: string) => named.some((page) => isPage(page, path));
    if (isThereNow === undefined) return [];
    return found.map(({ path, at }) => ({
      file: module.file,
      to: path,
      path,
      there: isThereNow(path),
      at,
      isOwn: true,
      byRouter: named !== undefined,
    }));
  });
}

function* addressesIn(module: SourceModule): Generator<{ readonly path: string; readonly at: Place }> {
  const told = (value: Expression) => pathOf(module, value);
  for (const { value: object } of partsOfKind(module, 'object'))
    for (const { name, value } of object.members) if (RETURNS.test(name)) yield* told(value);
  for (const { path, arguments: given } of module.calls)
    if (HANDS_ON.test(path ?? '')) for (const { value } of given) yield* told(value);
  for (const { target, value } of module.bindings)
    if (target.kind === 'member' && target.name === 'href') yield* told(value);
}

/** `${location.origin}/shared/${token}` is `/shared/{}`. */
function* pathOf(
  module: SourceModule,
  value: Expression,
): Generator<{ readonly path: string; readonly at: Place }> {
  if (value.kind !== 'text') return;
  const [origin, start, ...rest] = module.texts[value.text]!.parts;
  if (origin === undefined || typeof origin === 'string' || !isOrigin(origin)) return;
  if (typeof start !== 'string' || !/^\/[\w-]/.test(start)) return;
  const path = [start, ...rest].map((part) => (typeof part === 'string' ? part : '{}')).join('');
  const bare = path.replace(/[?#].*$/, '');
  if (!/\.\w{2,5}$/.test(bare)) yield { path: bare, at: value.at };
}

function isOrigin(value: Expression): boolean {
  return (
    value.kind === 'member' &&
    value.name === 'origin' &&
    ((value.of.kind === 'name' && value.of.name === 'location') ||
      (value.of.kind === 'member' && value.of.name === 'location'))
  );
}

/** Whether a file of a site is there, where the site is files: nothing of others, which could tell pages apart, is imported. */
function ofFiles(
  { file }: SourceModule,
  pages: readonly SourceModule[],
  source: SourceOfFiles,
): ((path: string) => boolean) | undefined {
  const site = siteOf(file, source);
  const below = site === '.' ? '' : `${site}/`;
  if (!source.has(`${below}index.html`)) return undefined;
  const own = pages.filter((one) => one.file.startsWith(below));
  const isOfOthers = ({ imports, elements }: SourceModule) =>
    elements.length > 0 || imports.some(({ module }) => !/^\.{0,2}\//.test(module));
  return own.some(isOfOthers) ? undefined : (path) => isThere(`${below}${path.slice(1)}`, source);
}
