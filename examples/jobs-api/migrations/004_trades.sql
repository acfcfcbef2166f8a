CREATE TABLE trades (name text PRIMARY KEY);
INSERT INTO trades (name) VALUES ('Plumbing'), ('Façades'), ('Crème brûlée catering'), ('Möbelbau');
