/** How existing data come from where they are to where they shall be. */
export const MOVE_TYPES = {
  'Repository::DataMove': {
    is: 'a script that moves existing data',
    address: 'scripts/move_users.py moving data',
    properties: {
      path: 'where the file lies',
      writes: 'what it writes with: `put_item`, `INSERT`',
      dryRun: { is: 'whether it can say what it would do, and do nothing', otherwise: false },
      verifies: { is: 'whether it compares what came over with what was there', otherwise: false },
      undoes: { is: 'whether it can take back what it did', otherwise: false },
      deletes: 'what it takes away on the way, with what: `DELETE`, `delete_item`',
    },
  },
} as const;
