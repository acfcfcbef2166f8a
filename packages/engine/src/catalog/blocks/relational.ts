import type { Graph, Properties } from '../../model/graph.ts';
import { any, type Truth } from '../../model/truth.ts';

/** Whether the repository talks to a relational database, by what its manifests need. */
export function hasDriver(graph: Graph): Truth {
  return graph.of('Repository::Manifest').some((manifest) => manifest.list('dependencies').some(isDriver));
}

/** Whether the schema of a relational database could be changed from here. */
export function mayMigrate(graph: Graph): Truth {
  return any(graph.of('Repository::Migrations').exist(), hasDriver(graph));
}

/** A package that talks to a relational database, or that changes its schema. */
function isDriver(dependency: Properties): Truth {
  return dependency
    .text('name')
    .matches(
      'a driver of a relational database',
      /^(?:pg|postgres|mysql2?|mariadb|knex|sequelize|typeorm|prisma|@prisma\/client|drizzle-(?:orm|kit)|kysely|db-migrate|node-pg-migrate|psycopg(?:2|2-binary)?|asyncpg|pymysql|mysqlclient|aiomysql|sqlalchemy|sqlmodel|alembic|yoyo-migrations|flask-(?:migrate|sqlalchemy)|django|peewee|tortoise-orm|data-api-client)$/i,
    );
}
