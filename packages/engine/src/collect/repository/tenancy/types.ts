/** What is said of tenants: companies, organisations and the like whose data one application keeps. */
export const TENANCY_TYPES = {
  'Repository::Tenancy': {
    is: 'a file that names tenants',
    address: 'tenants in src/jobs.js',
    properties: {
      file: 'where it lies',
      name: 'the name that it has there: `tenant_id`',
    },
  },
  'Repository::RowSecurity': {
    is: 'a rule of the database on rows',
    address: 'row level security of invoices',
    properties: {
      file: 'the migration that switches it on',
      table: 'the table',
      forced: { is: 'whether it holds for the owner of the table as well', otherwise: false },
      setting: 'what its policy compares with: `app.company`',
      setIn: 'the files of code that name the setting',
      'setIn[].file': 'where one lies',
    },
  },
} as const;
