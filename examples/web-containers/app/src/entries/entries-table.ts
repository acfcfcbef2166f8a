import type { ResultSetHeader, RowDataPacket } from 'mysql2';
import { pool } from '../database.ts';
import type { Entry, EntryStore } from './entries.ts';

type Row = Entry & RowDataPacket;

/** Entries in the table `entries`. */
export const entriesTable: EntryStore = {
  async list(user, before, limit) {
    const [rows] = await pool.query<Row[]>(
      'SELECT id, title, text, version, created_at FROM entries WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?',
      [user, before, limit],
    );
    return rows;
  },

  async search(user, words, sort) {
    const [rows] = await pool.query<Row[]>(
      `SELECT id, title, text, version, created_at FROM entries WHERE user_id = ${user} AND title LIKE '%${words}%' ORDER BY ${sort}`,
    );
    return rows;
  },

  async insert(user, { title, text }) {
    const [{ insertId }] = await pool.execute<ResultSetHeader>(
      'INSERT INTO entries (user_id, title, text) VALUES (?, ?, ?)',
      [user, title, text],
    );
    return insertId;
  },

  async update(user, id, version, { title, text }) {
    const [{ affectedRows }] = await pool.execute<ResultSetHeader>(
      'UPDATE entries SET title = ?, text = ?, version = version + 1 WHERE id = ? AND user_id = ? AND version = ?',
      [title, text, id, user, version],
    );
    return affectedRows === 1;
  },

  async delete(user, id) {
    await pool.execute('DELETE FROM entries WHERE id = ? AND user_id = ?', [id, user]);
  },
};
