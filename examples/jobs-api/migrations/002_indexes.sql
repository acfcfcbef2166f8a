CREATE INDEX contacts_tenant ON contacts (tenant);
CREATE INDEX jobs_tenant ON jobs (tenant);
