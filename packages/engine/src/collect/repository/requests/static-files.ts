import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

/** What sends the files of a folder as they are. Sources: the README of each package. */
const SENDS =
  /^(?:express(?:\.default)?\.static|serve-static(?:\.default)?|koa-static(?:\.default)?|@fastify\/static(?:\.default)?|fastify-static|@nestjs\/serve-static\.ServeStaticModule\.forRoot(?:Async)?|@hono\/node-server\/serve-static\.serveStatic|hono\/serve-static\.serveStatic|(?:fastapi|starlette)\.staticfiles\.StaticFiles|whitenoise\.WhiteNoise)$/;

/** Files of the code that send folders of files as they are: pages, scripts, pictures. */
export function staticFiles(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    const [first] = sendingIn(program, module);
    if (first === undefined) return [];
    return fact({
      type: 'Repository::StaticFiles',
      address: `files sent by ${module.file}`,
      at: at(module, first.call.at),
      properties: { path: module.file },
    });
  });
}

function sendingIn(program: Program, module: SourceModule): readonly ToldCall<true>[] {
  const registered = callsTold(program, module, 'plugin', sends);
  return inOrder(
    callsTold(program, module, 'name', isOfNest),
    callsTold(program, module, 'pathOrText', sends),
    registered.filter(({ call }) => lastName(call.callee) === 'register'),
  );
}

function sends(path: string): true | undefined {
  return SENDS.test(path) || undefined;
}

/** On the application itself. */
function isOfNest(name: string): true | undefined {
  return name === 'useStaticAssets' || undefined;
}
