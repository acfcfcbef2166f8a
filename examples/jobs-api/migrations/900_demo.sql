INSERT INTO contacts (tenant, data) VALUES
  ('demo', '{"name": "First customer", "email": "first@example.com"}'),
  ('demo', '{"name": "Second customer", "email": "second@example.com"}');
INSERT INTO jobs (tenant, data) VALUES ('demo', '{"title": "Paint the fence", "day": "2026-05-04"}');
