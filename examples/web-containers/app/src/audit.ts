import { pool } from './database.ts';

/** Leaves a trace of what somebody did. */
export async function audit(user: number, action: 'sign-in' | 'delete-account' | 'delete-entry', object = '') {
  await pool.execute('INSERT INTO audit_log (user_id, action, object) VALUES (?, ?, ?)', [user, action, object]);
}
