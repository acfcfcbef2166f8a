import { fileURLToPath } from 'node:url';
import cors from '@fastify/cors';
import files from '@fastify/static';
import Fastify, { type FastifyError } from 'fastify';
import { configuration } from './configuration.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { entryRoutes } from './routes/entries.ts';
import { exportRoutes } from './routes/exports.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { sessions } from './sessions.ts';

/** The web application, not yet listening. */
export function build() {
  const app = Fastify({
    logger: { level: configuration.logLevel },
    requestIdHeader: 'x-amzn-trace-id',
    keepAliveTimeout: 65_000,
    trustProxy: true,
  });

  app.register(cors, { origin: true, credentials: true });
  app.register(files, { root: fileURLToPath(new URL('../public', import.meta.url)) });
  sessions(app);

  app.setErrorHandler((error: FastifyError, request, reply) => {
    request.log.error(error);
    reply.status(error.statusCode ?? 500).send({ message: error.message, stack: error.stack });
  });

  app.register(accountRoutes);
  app.register(tokenRoutes);
  app.register(entryRoutes, { prefix: '/entries' });
  app.register(exportRoutes, { prefix: '/exports' });
  app.register(adminRoutes, { prefix: '/admin' });
  return app;
}
