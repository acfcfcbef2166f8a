import mysql from 'mysql2/promise';
import { configuration } from './configuration.ts';

/** The connections of this process. Six tasks hold 120 of the 1,000 that the smallest instance of production takes. */
export const pool = mysql.createPool({
  ...configuration.database,
  connectionLimit: 20,
  connectTimeout: 5_000,
});
