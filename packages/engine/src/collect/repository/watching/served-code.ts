import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { isOfAPage } from '../practices/pages.ts';

/** Whether a module may run where the application is served: no page, no infrastructure, no tool and no settings of one. */
export const isServed = onceFor(
  (program: Program, module: SourceModule): boolean =>
    !isOfAPage(program, module) && !isOfInfrastructure(module) && !isOfTools(module),
);

/** Code that describes infrastructure runs when it is deployed. */
export function isOfInfrastructure({ imports, file }: SourceModule): boolean {
  return SETTINGS.test(file) || imports.some(({ module }) => DESCRIBES.test(module));
}

const SETTINGS = /(^|\/)(serverless|sst\.config)\.[cm]?[jt]s$/;

/** Of SST its constructs: functions ask `sst` itself, and `sst/node`, for what is linked to them. */
const DESCRIBES =
  /^(aws-cdk-lib|aws_cdk|constructs|cdktf|pulumi\w*|troposphere|sst\/constructs|@serverless-stack\/resources|@(aws-cdk|cdktf|pulumi)\/[\w-]+)(\/|\.|$)/;

/** The same of a text that nobody parsed. */
export function describesInfrastructure(file: string, text: string): boolean {
  return (
    SETTINGS.test(file) ||
    text
      .matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"]([^'"\n]+)['"]|^(?:from|import)[ \t]+([\w.]+)/gm)
      .some(([, quoted, named]) => DESCRIBES.test(quoted ?? named ?? ''))
  );
}

/** Programs that people or pipelines start, settings of tools, and changes of a schema. */
export function isOfTools({ file, imports }: Pick<SourceModule, 'file' | 'imports'>): boolean {
  return (
    /(^|\/)(\.[\w-]+|[\w-]+-scripts?|github-actions|scripts?|bin|tools?|tooling|hack|ci|\.github|migrations?|alembic|seeds?|seeders?|fixtures|benchmarks?|load-?tests?|docs?|notebooks?|deployment|codegen|tests?[-_][\w-]+|attic|archived?|dev[-_]?tools?|cli|[\w-]*[-_]cli)\//i.test(
      file,
    ) ||
    /(^|\/)(setup|manage|noxfile|fabfile|tasks|conftest|gulpfile|gruntfile|webpack[\w.-]*|[\w.-]+\.config|\.\w+rc|jest[\w.-]*|seed|migrate|dangerfile|build|deploy|release|publish|pa11y|codegen|generate[\w-]*)\.[cm]?[jt]sx?$|(^|\/)(setup|manage|noxfile|fabfile|tasks|conftest|migrate|seed|gunicorn\w*|cli|__main__)\.py$/i.test(
      file,
    ) ||
    imports.some(({ module }) =>
      /^(argparse|click|typer|optparse|fire|commander|yargs(\/yargs)?|inquirer|oclif|@oclif\/core|cac|meow|ora|invoke|locust)$/.test(
        module,
      ),
    )
  );
}

/** What answers requests, works through queues, or runs on a schedule. */
const SERVERS =
  /^(express|fastify|koa|hono|restify|@hapi\/hapi|@nestjs\/core|polka|h3|apollo-server[\w-]*|@apollo\/server|graphql-yoga|@trpc\/server|ws|socket\.io|next\/server|@remix-run\/(node|express|serve)|@adonisjs\/core|@feathersjs\/feathers|@middy\/core|serverless-http|@codegenie\/serverless-express|bullmq|sqs-consumer|kafkajs|flask|fastapi|django|chalice|starlette|aiohttp\.web|tornado|sanic|bottle|falcon|quart|litestar|celery|rq|dramatiq|mangum|aws_wsgi|serverless_wsgi|grpc|graphene|strawberry|uvicorn|gunicorn)(\.|\/|$)/;

/** Whether code of a module serves: it brings a server along, or offers what Lambda calls. */
export function serves({ imports, functions, exports, bindings, language }: SourceModule): boolean {
  if (imports.some(({ module, typeOnly }) => !typeOnly && SERVERS.test(module))) return true;
  if (bindings.some(({ value }) => value.kind === 'module' && SERVERS.test(value.module))) return true;
  if (language === 'python')
    return functions.some(
      ({ name, within, class: own, parameters }) =>
        within === TOP &&
        own === undefined &&
        /^(lambda_)?handler$/.test(name ?? '') &&
        parameters.length === 2,
    );
  return (
    exports.some(({ name }) => name === 'handler') ||
    bindings.some(
      ({ target, within }) =>
        within === TOP && target.kind === 'member' && target.name === 'handler' && target.of.kind !== 'call',
    )
  );
}
