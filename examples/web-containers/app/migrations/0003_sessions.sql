-- Sessions that every task can read.
CREATE TABLE sessions (
  id      CHAR(32) PRIMARY KEY,
  content JSON NOT NULL,
  expires TIMESTAMP NOT NULL
);
