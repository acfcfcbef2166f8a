const text = (value) => typeof value === 'string' && value.length > 0 && value.length <= 500;
const cents = (value) => Number.isInteger(value) && value >= 0;
const lines = (value) => Array.isArray(value) && value.every((line) => text(line?.text) && cents(line?.cents));

const SCHEMAS = {
  contact: { name: text, email: (value) => /^[^@\s]+@[^@\s]+$/.test(value) },
  quote: { contact: text, lines, note: (value) => value === undefined || text(value) },
  invoice: { contact: text, lines },
  job: { title: text, day: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) },
};

/** The fields that are missing or wrong. */
const problems = (schema, data) =>
  Object.entries(schema)
    .filter(([field, holds]) => !holds(data?.[field]))
    .map(([field]) => field);

exports.contactProblems = (data) => problems(SCHEMAS.contact, data);
exports.quoteProblems = (data) => problems(SCHEMAS.quote, data);
exports.invoiceProblems = (data) => problems(SCHEMAS.invoice, data);
exports.jobProblems = (data) => problems(SCHEMAS.job, data);
