import type { EvidenceKind } from '../catalog/check.ts';
import type { Severity } from '../model/outcome.ts';

/** A row of the requirements catalogue: what must be true, and which kinds of evidence can show it. */
export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly evidence: readonly EvidenceKind[];
  readonly severity: Severity;
  /** Rises one level for services of the critical tier. */
  readonly risesWithTier?: true;
}

/** The requirements catalogue, in its order. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'INF-01',
    title: 'the infrastructure is defined as code and under version control',
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'INF-02',
    title:
      'production is an environment of its own, apart from dev/staging (stack, account, workspace or variables), with its own configuration',
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'INF-03',
    title: 'stateful and compute tiers span at least two Availability Zones',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-04',
    title:
      'production has one NAT gateway per AZ (a single one is a single point of failure); none at all where nothing needs it',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-05',
    title:
      'compute scales automatically (ECS service scaling, Lambda concurrency, Aurora capacity range, DynamoDB mode) with sane minimum and maximum',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-06',
    title: 'a load balancer fronts containers, with health checks on a real health path, not /',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-07',
    title:
      "a custom domain with DNS records and health-checked alias; users never see the provider's hostname",
    evidence: ['iac', 'aws', 'http'],
    severity: 'medium',
  },
  {
    id: 'INF-08',
    title: 'DNS failover or multi-region plan for critical-tier services',
    evidence: ['iac', 'aws', 'attest'],
    severity: 'high',
    risesWithTier: true,
  },
  {
    id: 'INF-09',
    title: 'a CDN in front of static sites and, where useful, the API',
    evidence: ['iac', 'aws', 'http'],
    severity: 'medium',
  },
  {
    id: 'INF-10',
    title: 'databases and internal compute sit in private subnets; nothing stateful has a public address',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  {
    id: 'INF-11',
    title: 'VPC endpoints for the AWS services that private compute talks to',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'INF-12',
    title:
      'Lambda: memory, timeout and ephemeral storage set on purpose (not the 3 s/128 MB default), supported runtime',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'INF-13',
    title: 'Lambda: reserved or provisioned concurrency on the busy functions',
    evidence: ['iac', 'aws'],
    severity: 'low',
  },
  {
    id: 'INF-14',
    title:
      'caches that live in one container are known and coordinated (sticky routing, or a shared cache, or leases)',
    evidence: ['iac', 'attest'],
    severity: 'medium',
  },
  {
    id: 'INF-15',
    title: 'container insights on ECS/EKS clusters',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'INF-16',
    title: 'ECS deployment circuit breaker with rollback',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'INF-17',
    title: 'read replicas or equivalent for high-availability databases',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'INF-18',
    title:
      'connection pooling between many short-lived functions and a relational database (RDS Proxy or a pooled driver)',
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'INF-19',
    title: 'global accelerator / edge entry for global users (optional, by tier)',
    evidence: ['iac', 'aws'],
    severity: 'low',
  },
  {
    id: 'INF-20',
    title: 'service mesh or service discovery where several services call each other (optional, by tier)',
    evidence: ['iac', 'aws'],
    severity: 'low',
  },
  {
    id: 'INF-21',
    title:
      'failed asynchronous work is kept: dead-letter queue or on-failure destination for every async Lambda, SQS queue and event rule',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-22',
    title:
      'service quotas: the architecture stays under account quotas at its planned load (Lambda concurrency, API rate, table and partition throughput, DB connections)',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-23',
    title:
      'Terraform state is remote, locked, encrypted and versioned; no state file in the repository; CloudFormation stacks of production have termination protection',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'high',
  },
  {
    id: 'INF-24',
    title:
      "what is declared can run: each function's handler exists in the code that its package takes, in a language its runtime runs; each route, resolver, trigger and target has something behind it; no placeholder artifact",
    evidence: ['iac', 'repo'],
    severity: 'critical',
  },
  {
    id: 'INF-25',
    title:
      "time-outs fit along the call chain: function below its gateway's limit, queue visibility at least six times its consumer's time-out, client and database time-outs inside the function's",
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'INF-26',
    title:
      'engines and runtimes are supported and stay patched: database, cache, search and Kubernetes versions not near their end of support, automatic minor upgrades, maintenance window outside business hours',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'SEC-01',
    title: 'every public endpoint speaks HTTPS; no plain-HTTP listener, no S3 website endpoint facing users',
    evidence: ['iac', 'aws', 'http'],
    severity: 'critical',
  },
  {
    id: 'SEC-02',
    title:
      'plain HTTP to a web page redirects to HTTPS (301/308); plain HTTP to an API redirects or is refused',
    evidence: ['iac', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-03',
    title:
      'TLS 1.2 or newer policy; valid certificate that is not about to expire; certificate managed (ACM)',
    evidence: ['iac', 'aws', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-04',
    title:
      'security headers: HSTS, CSP, X-Content-Type-Options, frame-ancestors/X-Frame-Options, Referrer-Policy',
    evidence: ['iac', 'http'],
    severity: 'medium',
  },
  {
    id: 'SEC-05',
    title:
      'CORS lists exact origins: no * on an API that carries credentials or user data (gateway, bucket and application code)',
    evidence: ['iac', 'repo', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-06',
    title:
      'every API route that is not public on purpose has an authorizer (JWT, Cognito, IAM) at the gateway or a guard in the code behind it; an API key alone is none; a proxy route without authorizer is unknown until its code was read',
    evidence: ['iac', 'repo', 'aws', 'http'],
    severity: 'critical',
  },
  {
    id: 'SEC-07',
    title: 'access tokens live 15 to 60 minutes; never infinite',
    evidence: ['iac', 'repo', 'aws', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-08',
    title:
      'the API is throttled to its planned load (the 10,000 req/s default is a gap; expected about 100 req/s for 100 users), with per-client limits',
    evidence: ['iac', 'aws', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-09',
    title: 'rate limiting per user or session, not only per IP',
    evidence: ['iac', 'aws', 'repo'],
    severity: 'medium',
  },
  {
    id: 'SEC-10',
    title:
      'a WAF is attached (not merely defined) to every public entry (CloudFront, ALB, API) with managed rule groups and a rate rule',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'SEC-11',
    title:
      'IAM: no * actions on * resources, no admin policies on workloads, no wildcard principals; role per function',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  {
    id: 'SEC-12',
    title:
      'encryption at rest: S3, DynamoDB, RDS/Aurora, EBS, EFS, SQS/SNS, logs, backups (managed key or KMS as the data class asks)',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'SEC-13',
    title: 'encryption in transit to databases and between services',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'SEC-14',
    title:
      'secrets live in Secrets Manager or SSM SecureString; none in environment variables, code, state files or committed files',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'critical',
  },
  { id: 'SEC-15', title: 'secrets rotate (90 days or less)', evidence: ['iac', 'aws'], severity: 'medium' },
  {
    id: 'SEC-16',
    title:
      'S3: public access blocked at bucket (and account), TLS-only policy, no public ACL or policy except a CDN origin access control',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  {
    id: 'SEC-17',
    title:
      'security groups: no 0.0.0.0/0 to administration or database ports; egress reviewed; network ACLs not wide open where they are used',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  { id: 'SEC-18', title: 'GuardDuty on', evidence: ['iac', 'aws'], severity: 'high' },
  {
    id: 'SEC-19',
    title: 'Security Hub on with a standard subscribed',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'SEC-20',
    title: 'injection-safe data access: parameterised queries, no SQL built by string joining',
    evidence: ['repo'],
    severity: 'critical',
  },
  {
    id: 'SEC-21',
    title:
      'output is escaped: no dangerouslySetInnerHTML, v-html, innerHTML = on untrusted data without a sanitiser',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'SEC-22',
    title:
      'input is validated against schemas at the edge (API models/validators, zod, pydantic and the like) on every write route',
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'SEC-23',
    title:
      'multi-factor authentication is offered or required for users; required for administrators; adoption is watched where it is optional',
    evidence: ['iac', 'aws', 'attest'],
    severity: 'medium',
  },
  {
    id: 'SEC-24',
    title:
      'sign-in is protected: password policy, lockout/advanced security, no open self-sign-up where the product has none',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'SEC-25',
    title: 'dependencies carry no known critical vulnerability; a scanner runs in CI',
    evidence: ['repo'],
    severity: 'critical',
  },
  {
    id: 'SEC-26',
    title: 'container images are scanned on push; tags immutable',
    evidence: ['iac', 'aws', 'repo'],
    severity: 'medium',
  },
  {
    id: 'SEC-27',
    title:
      'request signing or an equal integrity measure for sensitive service-to-service calls (optional, by tier)',
    evidence: ['repo', 'attest'],
    severity: 'low',
  },
  {
    id: 'SEC-28',
    title: 'a penetration or OWASP Top 10 test has been made within a year',
    evidence: ['attest'],
    severity: 'medium',
  },
  {
    id: 'SEC-29',
    title: 'no credential, key or token is committed to the repository (including state and env files)',
    evidence: ['repo'],
    severity: 'critical',
  },
  {
    id: 'SEC-30',
    title: 'edge security functions/headers policy on CloudFront; origin reachable only through the CDN',
    evidence: ['iac', 'aws', 'http'],
    severity: 'medium',
  },
  {
    id: 'SEC-31',
    title:
      'object-level authorization: a signed-in user reaches only their own objects (record ids, object keys in presigned URLs, session ids), proven by a test with two users',
    evidence: ['repo', 'http'],
    severity: 'critical',
  },
  {
    id: 'SEC-32',
    title:
      'tokens and OAuth clients are hardened: code flow with PKCE and no implicit grant, exact HTTPS callbacks and none on localhost in production, refresh rotation, tokens out of script-readable storage',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'high',
  },
  {
    id: 'SEC-33',
    title:
      'no other managed service is public by accident: function URLs, GraphQL with an API key, queues, topics, registries, search domains, playback channels, snapshots, images',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  {
    id: 'SEC-34',
    title:
      'nothing leaks beside credentials: personal data or host details in the repository, public source maps, request bodies in logs (data trace), verbose errors',
    evidence: ['iac', 'repo', 'http'],
    severity: 'high',
  },
  {
    id: 'SEC-35',
    title:
      'the pipeline holds no long-lived key: short-lived roles through OIDC with the repository and branch in the trust condition, third-party actions pinned, least workflow permissions',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'high',
  },
  {
    id: 'SEC-36',
    title:
      'grants to services name their source (SourceArn or SourceAccount), and no grant is unused or unable to work as written',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'SEC-37',
    title:
      'people sign in through single sign-on: no IAM users with console passwords or old access keys, root has MFA and no keys, Access Analyzer on',
    evidence: ['iac', 'aws', 'attest'],
    severity: 'high',
  },
  {
    id: 'SEC-38',
    title:
      'hosts, where there are any: IMDSv2 only, no SSH key logins where Session Manager serves, encrypted volumes, patching',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-01',
    title:
      'every function, API, container, database and load balancer writes logs to a group with a retention set (how long: MON-24)',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-02',
    title: 'logs are structured (JSON) and carry a correlation id across services',
    evidence: ['repo', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-03',
    title:
      'Lambda alarms: errors/error rate (1 %), throttles, duration near timeout, concurrent executions; each with an action that reaches someone',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-04',
    title: 'API alarms: 5xx, 4xx, p99 latency (500 ms), with actions',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-05',
    title: 'DynamoDB alarms: throttled requests (any), system errors, user errors',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-06',
    title: 'relational database alarms: connections, CPU, memory, storage, replica lag',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-07',
    title: 'auth alarms: sign-in failures (100 per minute)',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-08',
    title:
      'load balancer/ECS alarms: unhealthy hosts, 5xx, target response time, CPU, memory, running task count',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-09',
    title:
      'alarms notify a person: SNS topic with a confirmed subscription, chat or pager; no alarm without action, no topic without subscriber',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-10',
    title:
      'a dashboard shows real-time status (health, error rate, p50/p95/p99, active users, recent deployments)',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-11',
    title: 'a business dashboard: daily active users, engagement, feature use, error and performance trends',
    evidence: ['iac', 'aws', 'attest'],
    severity: 'low',
  },
  {
    id: 'MON-12',
    title: 'an operations dashboard: invocations, errors, duration, gateway requests, throttles, connections',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-13',
    title:
      'distributed tracing (X-Ray/OpenTelemetry) on functions, APIs and containers; and instrumented in code',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-14',
    title: 'custom metrics of what the business does, with an alarm on too few',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-15',
    title:
      'synthetic checks run against the live app (an API probe each 30 s, a login-act-logout flow each 5 min)',
    evidence: ['iac', 'aws', 'attest'],
    severity: 'medium',
  },
  {
    id: 'MON-16',
    title: 'database insight: Performance Insights, enhanced monitoring, slow/error/audit log export',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-17',
    title: 'error tracking or APM for back end and front end',
    evidence: ['repo', 'attest'],
    severity: 'low',
  },
  {
    id: 'MON-18',
    title: 'CDN and bucket metrics: cache-hit ratio, 4xx/5xx, size',
    evidence: ['iac', 'aws', 'metrics'],
    severity: 'low',
  },
  {
    id: 'MON-19',
    title: 'saved log queries for the usual questions; user activity log for debugging',
    evidence: ['iac', 'aws', 'repo'],
    severity: 'low',
  },
  { id: 'MON-20', title: 'VPC flow logs', evidence: ['iac', 'aws'], severity: 'medium' },
  { id: 'MON-21', title: 'billing alarm', evidence: ['iac', 'aws'], severity: 'medium' },
  {
    id: 'MON-22',
    title: 'objectives (SLOs) are written down and have burn-rate alerts',
    evidence: ['repo', 'iac', 'attest'],
    severity: 'medium',
  },
  {
    id: 'MON-23',
    title:
      'queue and workflow alarms: age of the oldest message, dead-letter queue not empty, failed and timed-out executions, failed event deliveries, with actions',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'MON-24',
    title:
      'log retention is at least what its kind asks (application 30 days, audit 365 unless the regime says otherwise) and at most what privacy allows',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'MON-25',
    title:
      'stated targets fit together: availability against time to restore, alarm thresholds against objectives, one threshold per signal',
    evidence: ['repo', 'iac'],
    severity: 'medium',
  },
  {
    id: 'MON-26',
    title:
      'each alarm can fire and means what it says: metric, dimensions and statistic are really published, the threshold is reachable, percentiles where percentiles are meant, silence treated as its description needs',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'CST-01',
    title: 'estimated monthly cost at the planned load is within the stated budget',
    evidence: ['iac', 'attest'],
    severity: 'high',
  },
  { id: 'CST-02', title: 'a budget with notifications exists', evidence: ['iac', 'aws'], severity: 'medium' },
  { id: 'CST-03', title: 'cost anomaly detection is on', evidence: ['iac', 'aws'], severity: 'medium' },
  {
    id: 'CST-04',
    title: 'resources carry cost-allocation tags (environment, project, owner)',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'CST-05',
    title: 'capacity mode fits the load (on-demand for spiky, provisioned with scaling for steady)',
    evidence: ['iac', 'aws', 'metrics'],
    severity: 'low',
  },
  {
    id: 'CST-06',
    title: 'storage lifecycle rules expire or move old objects, versions and incomplete uploads',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'CST-07',
    title: 'right-sizing: Lambda memory, instance classes, ACU range fit measured use',
    evidence: ['iac', 'metrics'],
    severity: 'low',
  },
  {
    id: 'CST-08',
    title: 'reserved capacity or savings plan considered for steady load; compute optimizer enrolled',
    evidence: ['aws', 'attest'],
    severity: 'low',
  },
  { id: 'CST-09', title: 'real spend stays within 20 % of the estimate', evidence: ['aws'], severity: 'low' },
  {
    id: 'PRF-01',
    title: 'warm API latency: p95 under 500 ms, p99 under 500 ms for the critical tier',
    evidence: ['load', 'metrics', 'http'],
    severity: 'high',
  },
  { id: 'PRF-02', title: 'cold start under 2 s', evidence: ['load', 'metrics'], severity: 'medium' },
  {
    id: 'PRF-03',
    title: 'named user operations meet their own targets (for F: review under 1 s, export under 3 s)',
    evidence: ['load', 'http'],
    severity: 'medium',
  },
  {
    id: 'PRF-04',
    title:
      'a load test at the planned concurrency (J: 200 concurrent users, 1,000 requests/minute) has been run since the last change of architecture, within error and latency targets',
    evidence: ['load'],
    severity: 'high',
  },
  {
    id: 'PRF-05',
    title: 'page load under 2 s; Lighthouse performance over 90; JavaScript under 500 KB gzipped',
    evidence: ['http', 'repo'],
    severity: 'medium',
  },
  {
    id: 'PRF-06',
    title: 'cache hit rate at or over 80 %; cached sessions save at least 90 % of object-store operations',
    evidence: ['metrics', 'load'],
    severity: 'medium',
  },
  {
    id: 'PRF-07',
    title: 'database queries under 100 ms on average; indexes for the common queries (GSIs included)',
    evidence: ['metrics', 'iac', 'repo'],
    severity: 'medium',
  },
  { id: 'PRF-08', title: 'list endpoints paginate', evidence: ['repo', 'http'], severity: 'medium' },
  {
    id: 'PRF-09',
    title:
      'responses are compressed (Brotli/gzip), static assets cached with long lifetimes, CDN TTLs set and the CDN refreshed after a deployment',
    evidence: ['iac', 'http'],
    severity: 'low',
  },
  {
    id: 'PRF-10',
    title: 'front end splits code and optimises images',
    evidence: ['repo', 'http'],
    severity: 'low',
  },
  {
    id: 'PRF-11',
    title: 'gateway or application cache for hot reads (optional)',
    evidence: ['iac', 'aws'],
    severity: 'low',
  },
  {
    id: 'PRF-12',
    title: 'no operation takes over 5 s (blocks the launch)',
    evidence: ['load', 'metrics'],
    severity: 'critical',
  },
  {
    id: 'PRF-13',
    title:
      'a shared cache keys on everything that the answer depends on (tenant, user, token, language); no private answer is cached publicly',
    evidence: ['iac', 'http'],
    severity: 'critical',
  },
  {
    id: 'DAT-01',
    title:
      'concurrent writers lose nothing: optimistic locking (ETag/version condition) or leases, proven by a concurrency test',
    evidence: ['repo', 'http', 'load'],
    severity: 'critical',
  },
  {
    id: 'DAT-02',
    title: 'user sessions are coordinated across containers (lease with owner and expiry)',
    evidence: ['repo', 'iac'],
    severity: 'high',
  },
  {
    id: 'DAT-03',
    title: 'users can export their data, and the export opens',
    evidence: ['http', 'repo'],
    severity: 'medium',
  },
  {
    id: 'DAT-04',
    title: 'schema migrations exist, are versioned, and run before or during deployment',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'DAT-05',
    title:
      'tenants are isolated: every query is scoped to the tenant, no hard-coded, demo or fallback tenant in production, proven by a cross-tenant test',
    evidence: ['repo', 'http'],
    severity: 'critical',
  },
  {
    id: 'DAT-06',
    title: 'schemas and the API are versioned; changes stay backward compatible',
    evidence: ['repo'],
    severity: 'medium',
  },
  {
    id: 'DAT-07',
    title: 'deletion protection / retain policy on stateful production resources',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'DAT-08',
    title:
      'an acknowledged write survives: it is stored durably before the answer, or the deferral is declared with its loss window, its flush and a test that kills the process in between',
    evidence: ['repo', 'load', 'attest'],
    severity: 'critical',
  },
  {
    id: 'DAT-09',
    title:
      'a private database has a way in for migrations and administrators that is itself in code (a pipeline job, a task, Session Manager), and seed or demo data stays out of production',
    evidence: ['iac', 'repo'],
    severity: 'medium',
  },
  {
    id: 'DAT-10',
    title: 'moving existing data has a dry run, a verification, a cut-over and a way back',
    evidence: ['repo', 'attest'],
    severity: 'high',
  },
  {
    id: 'BKP-01',
    title: 'automated database backups, retention at least 7 days, 30 for production',
    evidence: ['iac', 'aws'],
    severity: 'critical',
  },
  {
    id: 'BKP-02',
    title: 'point-in-time recovery on DynamoDB and relational databases',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'BKP-03',
    title: 'S3 versioning on buckets that hold user data',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  {
    id: 'BKP-04',
    title: 'an AWS Backup plan (daily 30 days, weekly 90 days) covers every stateful resource',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'BKP-05',
    title: 'backups are copied to another region (or account)',
    evidence: ['iac', 'aws'],
    severity: 'medium',
    risesWithTier: true,
  },
  {
    id: 'BKP-06',
    title: 'RTO and RPO are written down (S: 1 h and 1 h) and the design can meet them',
    evidence: ['repo', 'attest'],
    severity: 'high',
  },
  {
    id: 'BKP-07',
    title: 'a restore has been tested within the last quarter, with the time it took',
    evidence: ['attest', 'aws'],
    severity: 'high',
  },
  { id: 'BKP-08', title: 'a disaster-recovery runbook', evidence: ['repo'], severity: 'high' },
  {
    id: 'BKP-09',
    title: 'the source repository is mirrored or backed up, so that a deletion is not mirrored too',
    evidence: ['attest'],
    severity: 'low',
  },
  {
    id: 'CMP-01',
    title: 'CloudTrail: all regions, log file validation, encrypted',
    evidence: ['iac', 'aws'],
    severity: 'high',
  },
  { id: 'CMP-02', title: 'AWS Config recorder with rules', evidence: ['iac', 'aws'], severity: 'medium' },
  { id: 'CMP-03', title: 'tag policy enforced', evidence: ['iac', 'aws'], severity: 'low' },
  {
    id: 'CMP-04',
    title: 'audit trail of sensitive operations; audit logs retained for the stated time',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'medium',
  },
  {
    id: 'CMP-05',
    title: 'access logs for load balancers, buckets, CDN and APIs',
    evidence: ['iac', 'aws'],
    severity: 'medium',
  },
  {
    id: 'CMP-06',
    title: 'personal data: deletion on request, reaching copies and backups in stated time',
    evidence: ['repo', 'attest'],
    severity: 'high',
  },
  {
    id: 'CMP-07',
    title: 'personal data: export on request',
    evidence: ['repo', 'attest'],
    severity: 'medium',
  },
  {
    id: 'CMP-08',
    title: 'privacy policy, terms, cookie consent',
    evidence: ['repo', 'http', 'attest'],
    severity: 'medium',
  },
  {
    id: 'CMP-09',
    title: 'data retention periods defined and enforced (TTL, lifecycle)',
    evidence: ['iac', 'repo', 'attest'],
    severity: 'medium',
  },
  {
    id: 'CMP-10',
    title:
      'the regime that applies (GDPR, CCPA, HIPAA, SOC 2, PCI DSS) is declared, and the checks it maps to are reported together, with the agreements that it needs (such as a BAA)',
    evidence: ['attest'],
    severity: 'medium',
  },
  {
    id: 'OPS-01',
    title: 'a CI/CD pipeline builds, tests and deploys; no manual deployments',
    evidence: ['repo', 'iac'],
    severity: 'high',
  },
  {
    id: 'OPS-02',
    title: 'deployments go dev, staging, production, with approval before production',
    evidence: ['repo', 'iac'],
    severity: 'medium',
  },
  {
    id: 'OPS-03',
    title: 'progressive delivery: canary or blue/green with automatic rollback on alarms',
    evidence: ['iac', 'repo', 'aws'],
    severity: 'high',
  },
  {
    id: 'OPS-04',
    title: 'the rollback procedure is written and has been tried',
    evidence: ['repo', 'attest'],
    severity: 'high',
  },
  {
    id: 'OPS-05',
    title:
      'runbooks, with complete commands that look at the right signal, for the usual failures (high latency, database errors, auth failures, and those that the architecture implies)',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'OPS-06',
    title: 'an on-call rotation with escalation',
    evidence: ['attest', 'repo'],
    severity: 'high',
  },
  {
    id: 'OPS-07',
    title:
      'an incident response plan: severities, response times, roles, templates, post-mortems; a procedure of its own for security incidents',
    evidence: ['repo', 'attest'],
    severity: 'high',
  },
  {
    id: 'OPS-08',
    title: 'change management: deployment window, freeze days, review before',
    evidence: ['repo', 'attest'],
    severity: 'low',
  },
  {
    id: 'OPS-09',
    title: 'artifacts are versioned; deployments are traceable to a commit',
    evidence: ['repo', 'iac'],
    severity: 'medium',
  },
  {
    id: 'OPS-10',
    title: 'API documentation (OpenAPI) that matches the routes',
    evidence: ['repo'],
    severity: 'medium',
  },
  {
    id: 'OPS-11',
    title: 'architecture, deployment, scaling and troubleshooting documents',
    evidence: ['repo'],
    severity: 'low',
  },
  {
    id: 'OPS-12',
    title: 'user documentation: getting started, features, FAQ',
    evidence: ['repo'],
    severity: 'low',
  },
  {
    id: 'OPS-13',
    title: 'infrastructure changes go through the pipeline too (plan/diff shown, drift detected)',
    evidence: ['repo', 'aws'],
    severity: 'medium',
  },
  {
    id: 'OPS-14',
    title:
      'each deploy command and workflow deploys the environment that it names, from a committed revision',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'OPS-15',
    title:
      'the artifact that runs is the one that was tested: built once, addressed by digest or signed, promoted unchanged',
    evidence: ['iac', 'repo'],
    severity: 'medium',
  },
  {
    id: 'OPS-16',
    title: 'a support plan that fits the tier, with the way to reach it in the runbooks',
    evidence: ['attest', 'aws'],
    severity: 'low',
  },
  {
    id: 'OPS-17',
    title: 'a staged launch: internal, beta, everyone, with criteria to go on',
    evidence: ['repo', 'attest'],
    severity: 'low',
  },
  {
    id: 'TST-01',
    title: 'unit tests run in CI; coverage at least 80 %',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'TST-02',
    title: 'integration tests against real or emulated services',
    evidence: ['repo'],
    severity: 'medium',
  },
  {
    id: 'TST-03',
    title: 'end-to-end tests of register, login, main job, logout',
    evidence: ['repo'],
    severity: 'medium',
  },
  { id: 'TST-04', title: 'load tests exist and are repeatable', evidence: ['repo'], severity: 'medium' },
  {
    id: 'TST-05',
    title: 'security tests (injection, XSS, CSRF)',
    evidence: ['repo', 'attest'],
    severity: 'medium',
  },
  { id: 'TST-06', title: 'browsers and mobile covered', evidence: ['repo', 'attest'], severity: 'low' },
  {
    id: 'TST-07',
    title:
      'tests can fail: suites are not skipped, empty, without assertion or aimed at routes that no longer exist, and the pipeline stops when they fail',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'APP-01',
    title:
      'a /health endpoint reports overall state, version, time and each dependency (database, cache, auth, storage) with its latency; it fails when a dependency fails',
    evidence: ['repo', 'http'],
    severity: 'high',
  },
  {
    id: 'APP-02',
    title:
      'calls to AWS and other services have timeouts, bounded retries with exponential backoff and jitter',
    evidence: ['repo'],
    severity: 'high',
  },
  {
    id: 'APP-03',
    title: 'circuit breakers around slow or fragile dependencies; fallback for what is not critical',
    evidence: ['repo'],
    severity: 'medium',
  },
  {
    id: 'APP-04',
    title: 'business logic sits in services behind interfaces; handlers do not call SDKs directly',
    evidence: ['repo'],
    severity: 'medium',
  },
  { id: 'APP-05', title: 'requests and responses have schemas', evidence: ['repo'], severity: 'medium' },
  {
    id: 'APP-06',
    title: 'errors are answered in one documented shape, without stack traces',
    evidence: ['http', 'repo'],
    severity: 'medium',
  },
  {
    id: 'APP-07',
    title: 'work that failed can be retried or reviewed by a person',
    evidence: ['repo', 'iac'],
    severity: 'medium',
  },
  {
    id: 'APP-08',
    title:
      'start-up does not depend on calls that can fail needlessly (bucket existence checks and the like)',
    evidence: ['repo'],
    severity: 'low',
  },
  {
    id: 'APP-09',
    title:
      'protections that exist are in use: a lock, validator, cleanup, retry or rate limiter that is written or provisioned but that nothing calls does not count',
    evidence: ['iac', 'repo'],
    severity: 'high',
  },
  {
    id: 'APP-10',
    title:
      'both ends agree: each call that a client makes meets a route, method, GraphQL field or event that exists, and each page that the navigation names',
    evidence: ['repo', 'http'],
    severity: 'high',
  },
  {
    id: 'APP-11',
    title:
      'what a language model returns is validated against a schema before it is stored, shown or acted on, with a way to a person when it is not',
    evidence: ['repo'],
    severity: 'high',
  },
];

const BY_ID = new Map(REQUIREMENTS.map((r) => [r.id, r]));

export function requirementOf(id: string): Requirement | undefined {
  return BY_ID.get(id);
}
