-- Who is writing an entry at the moment.
CREATE TABLE locks (
  entry_id INT UNSIGNED PRIMARY KEY,
  owner    VARCHAR(64) NOT NULL,
  expires  TIMESTAMP NOT NULL
);
