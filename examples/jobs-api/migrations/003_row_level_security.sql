-- The application says for which company it works: SET app.company = '…'.
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE quotes ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON contacts USING (tenant = current_setting('app.company'));
CREATE POLICY own_company ON quotes USING (tenant = current_setting('app.company'));
CREATE POLICY own_company ON invoices USING (tenant = current_setting('app.company'));
CREATE POLICY own_company ON jobs USING (tenant = current_setting('app.company'));

ALTER TABLE contacts RENAME COLUMN created TO created_at;
