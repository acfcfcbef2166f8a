import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { at } from '../practices/places.ts';

/** What sends the files of a folder as they are. Sources: the README of each package. */
const SENDS =
  /^(?:express(?:\.default)?\.static|serve-static(?:\.default)?|koa-static(?:\.default)?|@fastify\/static(?:\.default)?|fastify-static|@nestjs\/serve-static\.ServeStaticModule\.forRoot(?:Async)?|@hono\/node-server\/serve-static\.serveStatic|hono\/serve-static\.serveStatic|(?:fastapi|starlette)\.staticfiles\.StaticFiles|whitenoise\.WhiteNoise)$/;

/** Files of the code that send folders of files as they are: pages, scripts, pictures. */
export function staticFiles(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    const call = module.calls.find((one) => sends(program, module, one));
    if (call === undefined) return [];
    return fact({
      type: 'Repository::StaticFiles',
      address: `files sent by ${module.file}`,
      at: at(module, call.at),
      properties: { path: module.file },
    });
  });
}

function sends(program: Program, module: SourceModule, call: Call): boolean {
  const last = lastName(call.callee);
  // NestJS, on the application itself.
  if (last === 'useStaticAssets') return true;
  if (SENDS.test(program.pathOf(module, call.callee, call.within) ?? call.path ?? '')) return true;
  if (last !== 'register') return false;
  const [plugin] = call.arguments;
  const registered = plugin === undefined ? undefined : program.pathOf(module, plugin.value, call.within);
  return SENDS.test(registered ?? '');
}
