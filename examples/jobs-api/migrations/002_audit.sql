CREATE TABLE audit_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  who text NOT NULL,
  did text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
