import type { Program } from '../code/names/program.ts';
import { isInside, type SourceModule } from '../code/syntax/source-module.ts';
import { importedBy } from '../joins/reached-code.ts';

/** What no page can load: servers, what only they have, and drivers of databases. */
const NOT_IN_A_PAGE =
  /^(server-only|next\/headers|express|fastify|koa|@hapi\/hapi|@nestjs\/core|@middy\/core|serverless-http|@vendia\/serverless-express|pg|pg-promise|postgres|mysql2?(\/promise)?|mariadb|mssql|mongodb|mongoose|ioredis|redis|sequelize|typeorm|knex|@prisma\/adapter-\w+|(node:)?(fs|fs\/promises|child_process|net|tls|dgram|worker_threads|cluster))$/;

/** Modules of scripts that a server runs: what needs what no page has, and what only such code imports or is imported by. */
export function serverCode(program: Program, isOfBrowser: (module: SourceModule) => boolean) {
  const scripts = [...program.modules.values()].filter(({ language }) => language === 'script');
  const needsServer = new Set(scripts.filter((module) => !isOfBrowser(module) && needs(module)));
  const importers = new Map<SourceModule, SourceModule[]>();
  for (const module of scripts)
    for (const imported of importedBy(program, module)) {
      const own = importers.get(imported) ?? [];
      importers.set(imported, own);
      own.push(module);
    }
  // What imports such code cannot be loaded by a page either; what a file with elements imports is rendered by a server.
  for (const module of needsServer)
    for (const importer of importers.get(module) ?? []) if (!isOfBrowser(importer)) needsServer.add(importer);
  const all = new Set(needsServer);
  for (const module of all)
    for (const imported of importedBy(program, module)) if (!isOfBrowser(imported)) all.add(imported);
  return all;
}

function needs({ imports, bindings }: SourceModule): boolean {
  return (
    imports.some(({ module, typeOnly }) => !typeOnly && NOT_IN_A_PAGE.test(module)) ||
    bindings.some(({ value }) => value.kind === 'module' && NOT_IN_A_PAGE.test(value.module))
  );
}

/** Sources: https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props, https://remix.run/docs/en/main/route/loader */
const RUN_BY_SERVERS = /^getServerSideProps$/;
const RUN_BY_REMIX = /^(loader|action)$/;
const REMIX = /^@remix-run\/(node|server-runtime|cloudflare|deno|architect|serve)$/;

/** Whether a place in a file of a page is run by its server: `getServerSideProps`, and `loader` and `action` of Remix. */
export function isRunByServer(module: SourceModule, within: number): boolean {
  const isRemix = module.imports.some((one) => REMIX.test(one.module));
  return module.functions.some(
    ({ name = '' }, number) =>
      (RUN_BY_SERVERS.test(name) || (isRemix && RUN_BY_REMIX.test(name))) &&
      module.exports.some((one) => one.name === name) &&
      isInside(module, within, number),
  );
}
