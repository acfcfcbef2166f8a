CREATE TABLE contacts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  data jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE quotes (LIKE contacts INCLUDING ALL);
CREATE TABLE invoices (LIKE contacts INCLUDING ALL);
CREATE TABLE jobs (LIKE contacts INCLUDING ALL);
