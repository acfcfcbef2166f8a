import type { CommandKind, Scanned } from './command-kinds.ts';
import type { PipelineStep } from './pipeline.ts';
import { type Given, snykGiven, trivyGiven } from './scanner-actions.ts';

/** What an action, an orb's command or a pipe does, by its name. From the documentation of each. */
export interface KnownAction {
  readonly kind: CommandKind;
  readonly scans?: readonly Scanned[];
  /** What it keeps is there for others to take, who may deploy it. */
  readonly handsOver?: true;
  /** The tool behind it. */
  readonly tool?: string;
  /** The input that says which of several things it does, by what it says there. */
  readonly modes?: {
    readonly input: string;
    readonly kinds: Readonly<Record<string, CommandKind>>;
    readonly otherwise: CommandKind;
  };
  /** Inputs that hold what it runs: `run`, `command`. */
  readonly runs?: readonly string[];
  /** The input that names the folder in which it does, where it is none of the usual. */
  readonly folder?: string;
  /** Inputs that name what it deploys, and to which environment. */
  readonly what?: readonly string[];
  readonly stage?: readonly string[];
  /** Inputs that say `false` or `0` where its findings do not stop the pipeline. */
  readonly stops?: { readonly input: string; readonly never: RegExp; readonly otherwise: boolean };
  readonly infrastructure?: boolean;
  /** What it does by all that it is given, where no single input tells it. */
  readonly given?: (step: PipelineStep, isThere: (path: string) => boolean) => Given;
}

const deploy = (tool: string, more: Partial<KnownAction> = {}): KnownAction => ({
  kind: 'deploy',
  tool,
  ...more,
});
const scan = (scans: readonly Scanned[], more: Partial<KnownAction> = {}): KnownAction => ({
  kind: 'scan',
  scans,
  ...more,
});

/** The first row that fits holds. */
export const ACTIONS: readonly (readonly [RegExp, KnownAction])[] = [
  [/^actions\/checkout$/, { kind: 'checkout' }],
  [/^actions\/upload-artifact$/, { kind: 'keep', tool: 'upload-artifact' }],
  [/^actions\/download-artifact$/, { kind: 'fetch', tool: 'download-artifact' }],
  [/^dawidd6\/action-download-artifact$/, { kind: 'fetch', tool: 'download-artifact' }],
  [
    /^aws-actions\/configure-aws-credentials$|^aws-actions\/amazon-ecr-login$|^docker\/login-action$/,
    { kind: 'login' },
  ],
  // deployments
  [/^aws-actions\/amazon-ecs-deploy-task-definition$/, deploy('ECS', { what: ['service', 'cluster'] })],
  [
    /^aws-actions\/aws-cloudformation-github-deploy$/,
    deploy('CloudFormation', { what: ['name'], infrastructure: true }),
  ],
  [/^aws-actions\/aws-lambda-deploy$/, deploy('Lambda', { what: ['function-name'] })],
  [/^(appleboy\/lambda-action)$/, deploy('Lambda', { what: ['function_name'] })],
  [/^serverless\/github-action$/, deploy('serverless', { runs: ['args'], infrastructure: true })],
  [
    /^einaregilsson\/beanstalk-deploy$/,
    deploy('Elastic Beanstalk', { stage: ['environment_name'], what: ['application_name'] }),
  ],
  [
    /^jakejarvis\/s3-sync-action$|^reggionick\/s3-deploy$|^vitorsgomes\/s3-sync$|^shallwefootball\/s3-upload-action$|^badsyntax\/github-action-aws-s3$/,
    deploy('S3', { what: ['bucket', 'aws_bucket'] }),
  ],
  [
    /^youyo\/aws-cdk-github-actions$/,
    deploy('CDK', {
      infrastructure: true,
      what: ['cdk_stack'],
      modes: {
        input: 'cdk_subcommand',
        kinds: { deploy: 'deploy', diff: 'plan', synth: 'build' },
        otherwise: 'other',
      },
    }),
  ],
  [/^scottbrenner\/cfn-deploy-action$/, deploy('CloudFormation', { infrastructure: true })],
  [
    /^pulumi\/actions$/,
    deploy('pulumi', {
      stage: ['stack-name'],
      infrastructure: true,
      modes: {
        input: 'command',
        kinds: { up: 'deploy', update: 'deploy', preview: 'plan' },
        otherwise: 'other',
      },
    }),
  ],
  [
    /^ambient-impact\/.*sam-deploy$|^r0zar\/sam-deploy-action$|^tpayne\/.*sam/,
    deploy('SAM', { infrastructure: true }),
  ],
  [/^amondnet\/vercel-action$|^nwtgck\/actions-netlify$|^netlify\/actions/, deploy('site')],
  [
    /^peaceiris\/actions-gh-pages$|^actions\/deploy-pages$|^jamesives\/github-pages-deploy-action$|^crazy-max\/ghaction-github-pages$/i,
    { kind: 'publish', tool: 'pages' },
  ],
  [/^appleboy\/(ssh|scp)-action$|^easingthemes\/ssh-deploy$|^burnett01\/rsync-deployments$/i, deploy('ssh')],
  [/^azure\/k8s-deploy|^azure\/webapps-deploy|^google-github-actions\/deploy/i, deploy('deploy')],
  [/^superfly\/flyctl-actions$|^cloudflare\/wrangler-action$|^cloudflare\/pages-action$/, deploy('site')],
  // steps of other systems, by the names that their readers give them
  [/^aws-amplify\/hosting$/, deploy('Amplify Hosting')],
  [
    /^aws-ecs\/(deploy-service-update|deploy_service_update|run-task)$/,
    deploy('ECS', { what: ['service-name', 'service_name', 'cluster', 'cluster-name'] }),
  ],
  [/^aws-ecr\/(build-and-push-image|build_and_push_image)$/, { kind: 'build', tool: 'docker' }],
  [/^aws-s3\/(sync|copy)$/, deploy('S3', { what: ['to'] })],
  [/^(aws-serverless|serverless-framework)\//, { kind: 'other' }],
  [
    /^travis-deploy\/(npm|pypi|rubygems|releases|pages|packagecloud|bintray|cargo|hackage|puppetforge|cpan|chef[-_]supermarket|snap|nuget|transifex|testfairy|launchpad)$/,
    { kind: 'publish', tool: 'a provider of Travis CI' },
  ],
  [
    /^travis-deploy\/cloudformation$/,
    deploy('CloudFormation', { what: ['stack_name'], infrastructure: true }),
  ],
  [
    /^travis-deploy\/(lambda|s3|codedeploy|elasticbeanstalk|opsworks|heroku|gae|gcs|firebase|netlify|surge|cloudfoundry|azure[-_]web[-_]apps|cloud66|convox|engineyard|hephy|openshift|scalingo|bluemixcloudfoundry|boxfuse)$/,
    deploy('a provider of Travis CI', {
      what: ['bucket', 'bucket_name', 'function_name', 'app', 'application'],
      stage: ['env', 'deployment_group'],
    }),
  ],
  [
    /^atlassian\/(aws-ecs-deploy|aws-lambda-deploy|aws-cloudformation-deploy|aws-elasticbeanstalk-deploy|aws-s3-deploy|aws-sam-deploy|aws-code-deploy)$/,
    deploy('a pipe of Bitbucket', {
      what: ['STACK_NAME', 'SERVICE_NAME', 'FUNCTION_NAME', 'S3_BUCKET', 'CLUSTER_NAME'],
      stage: ['ENVIRONMENT_NAME'],
    }),
  ],
  [
    /^snyk\/scan$/,
    scan(['dependencies'], { stops: { input: 'fail-on-issues', never: /^false$/i, otherwise: true } }),
  ],
  [
    /^snyk\/snyk-scan$/,
    scan(['dependencies'], { stops: { input: 'DONT_BREAK_BUILD', never: /^true$/i, otherwise: true } }),
  ],
  [
    /^azure-task\/(CloudFormationCreateOrUpdateStack|LambdaDeployFunction|BeanstalkDeployApplication|S3Upload|ECRPushImage|AzureWebApp|AzureRmWebAppDeployment|AzureFunctionApp)$/i,
    deploy('a task'),
  ],
  [
    /^azure-task\/(VSTest|DotNetCoreCLI|PublishTestResults|PublishCodeCoverageResults|NodeTool|UseNode|UsePythonVersion|UseDotNet|CopyFiles|ArchiveFiles|PublishBuildArtifacts|PublishPipelineArtifact|DownloadBuildArtifacts|DownloadPipelineArtifact|Cache|DeleteFiles|ExtractFiles|replacetokens)/i,
    { kind: 'other' },
  ],
  // A tool with the words that it is given. Sources: README and entrypoint.sh of each, action.yml of the newer ones.
  [/^(?:nuxt|culturehq)\/actions-yarn$/i, { kind: 'other', tool: 'yarn', runs: ['args'] }],
  [/^borales\/actions-yarn$/i, { kind: 'other', tool: 'yarn', runs: ['cmd'], folder: 'dir' }],
  [/^actions\/npm$/, { kind: 'other', tool: 'npm', runs: ['args'] }],
  [/^bahmutov\/npm-install$/, { kind: 'other', runs: ['install-command'] }],
  // what is given to a service that deploys by rules of its own
  [
    /^guardian\/actions-riff-raff$|^govuk-one-login\/devplatform-upload-action(?:-ecr)?$|^octopusdeploy\/(?:push-package-action|create-release-action)$/i,
    { kind: 'keep', tool: 'upload', handsOver: true },
  ],
  // scanners
  [/^aquasecurity\/trivy-action$/, { kind: 'scan', given: trivyGiven }],
  [/^aquasecurity\/setup-trivy$|^snyk\/actions\/setup$|^snyk\/install$/, { kind: 'other' }],
  [/^snyk\/actions\/docker$/, { kind: 'scan', given: (step) => snykGiven(step, 'container') }],
  [/^snyk\/actions\/iac$/, { kind: 'scan', given: (step) => snykGiven(step, 'iac') }],
  [/^snyk\/actions(?:\/|$)/, { kind: 'scan', given: (step) => snykGiven(step) }],
  [
    /^actions\/dependency-review-action$/,
    scan(['dependencies'], { stops: { input: 'warn-only', never: /^true$/i, otherwise: true } }),
  ],
  [/^google\/osv-scanner-action/, scan(['dependencies'])],
  [
    /^pypa\/gh-action-pip-audit$|^oke-py\/npm-audit-action$|^aboutbits\/|^pyupio\/safety/,
    scan(['dependencies']),
  ],
  [
    /^anchore\/scan-action$/,
    scan(['dependencies', 'images'], { stops: { input: 'fail-build', never: /^false$/i, otherwise: true } }),
  ],
  [/^anchore\/sbom-action|^cyclonedx\//i, { kind: 'other' }],
  [/^dependency-check\/dependency-check_action$/i, scan(['dependencies'])],
  [/^docker\/scout-action$/, scan(['dependencies', 'images'])],
  [/^github\/codeql-action\/(analyze|init|autobuild)$/, scan(['code'])],
  [/^github\/codeql-action\/upload-sarif$/, { kind: 'other' }],
  [/^semgrep\/|^returntocorp\/semgrep-action$|^securecodewarrior\/|^pycqa\/bandit-action$/i, scan(['code'])],
  [/^sonarsource\//i, scan(['code'])],
  [/^gitleaks\/gitleaks-action$|^trufflesecurity\/trufflehog$|^gitguardian\//i, scan(['secrets'])],
  [
    /^bridgecrewio\/checkov-action$/,
    scan(['infrastructure'], { stops: { input: 'soft_fail', never: /^true$/i, otherwise: true } }),
  ],
  [
    /^aquasecurity\/tfsec-action$/,
    scan(['infrastructure'], { stops: { input: 'soft_fail', never: /^true$/i, otherwise: true } }),
  ],
  [
    /^aquasecurity\/tfsec-|^triat\/terraform-security-scan$|^tfsec\/|^checkmarx\/kics|^stelligent\/cfn_nag$|^zizmorcore\/|^ossf\/scorecard-action$/i,
    scan(['infrastructure']),
  ],
  [/^zaproxy\/|^treosh\/lighthouse-ci-action$/, scan(['site'])],
  [/^jpetrucciani\/bandit-check$/, scan(['code'])],
  [/^edplato\/trufflehog-actions-scan$/, scan(['secrets'])],
  // tests, style
  [/^terraform-linters\/setup-tflint$|^reviewdog\/action-setup$/, { kind: 'other' }],
  [/^paambaati\/codeclimate-action$/, { kind: 'other', runs: ['coverageCommand'] }],
  [/^ansible(?:-community)?\/ansible-lint(?:-action)?$/, { kind: 'lint' }],
  [/^jtalk\/url-health-check-action$/, { kind: 'smoke' }],
  [/^portswigger\/dastardly-github-action$/i, scan(['site'])],
  [/^errata-ai\/vale-action$|^redhat-plumbers-in-action\/differential-shellcheck$/, { kind: 'lint' }],
  [/^pypa\/gh-action-pypi-publish$/, { kind: 'publish' }],
  [
    /^(jdx\/mise-action|google-github-actions\/auth|dorny\/test-reporter|helm\/kind-action|lee-dohm\/no-response|thehanimo\/pr-title-checker|bridgecrewio\/yor-action|step-security\/.*|autofix-ci\/action|autero1\/action-terragrunt|bobheadxi\/deployments|rlespinasse\/github-slug-action|haya14busa\/action-cond|crazy-max\/ghaction-github-runtime|hmarr\/debug-action|satackey\/action-docker-layer-caching|jpribyl\/action-docker-layer-caching|zgosalvez\/github-actions-ensure-sha-pinned-actions|cds-snc\/dns-proxy-action|bcgov(?:-nr)?\/action-get-pr)$/,
    { kind: 'other' },
  ],
  [/^cypress-io\/github-action$/, { kind: 'test', tool: 'cypress' }],
  [/^nick-(invision|fields)\/retry$|^nick-fields\/retry$/, { kind: 'other', runs: ['command'] }],
  [/^matthew-?bryant\/|^artiomtr\/jest-coverage-report-action$/i, { kind: 'test', tool: 'jest' }],
  [/^(grafana|k6io)\/(k6-action|run-k6-action)$/, { kind: 'load', tool: 'k6' }],
  [
    /^(pre-commit\/action|psf\/black|chartboost\/ruff-action|astral-sh\/ruff-action|golangci\/golangci-lint-action|super-linter\/super-linter|github\/super-linter|wagoid\/commitlint-github-action|reviewdog\/.*|hadolint\/hadolint-action|terraform-linters\/.*|biomejs\/.*|amannn\/action-semantic-pull-request|jpmcb\/prettier.*|creyd\/prettier_action|wearerequired\/lint-action|isort\/isort-action|rhysd\/actionlint|raven-actions\/actionlint|ludeeus\/action-shellcheck)$/i,
    { kind: 'lint' },
  ],
  [/^dflook\/terraform-plan$/, { kind: 'plan', tool: 'terraform plan' }],
  [
    /^dflook\/terraform-apply$/,
    deploy('terraform apply', { infrastructure: true, what: ['path'], stage: ['workspace', 'var_file'] }),
  ],
  [/^corymhall\/cdk-diff-action$/, { kind: 'plan', tool: 'cdk diff' }],
  [/^docker\/build-push-action$|^docker\/bake-action$/, { kind: 'build', tool: 'docker' }],
  [/^aws-actions\/aws-codebuild-run-build$/, { kind: 'other' }],
];

/** Names of what prepares, reports or announces, and runs nothing of this. */
const PLAIN =
  /^actions\/|^github\/|setup|install|cache|artifact|checkout|slack|discord|teams|notify|notification|comment|label|release|changelog|credential|login|metadata|codecov|coveralls|coverage|report|annotat|paths?-filter|changed-files|version|tag|commit|push|branch|pull-?request|merge|approve|stale|assign|milestone|issue|token|wait|sleep|cancel|status|badge|docs|toc|dispatch|git-auto|render-task|qemu|buildx|free-disk|cleanup|env|secret|json|yaml|toml|output|variable|string|matrix|timer|tmate|upterm|sbom|attest|sign|cosign|dependabot|renovate|fetch-metadata|todo|greeting|first-interaction|lock-threads|gpg|ssh-agent|know|rust-toolchain|toolchain|nix|gradle|maven|pnpm|uv|bun|go-/i;

/** Workflows that look after issues and pull requests, by the name of their file. */
const OF_THE_HOST =
  /(?:^|[-_])(?:labels?|labeler|stale|assign|assignee|greetings?|welcome|triage|milestones?|auto-?merge|auto-?approve|pr-title|semantic-pr|semantic-pull-request|conventional-commits?|changelog|notify|slack|todo|lock-threads|project-board|codeowners|dependabot|renovate)(?:[-_.]|$)/i;

/** Whether a workflow of another repository is about issues and pull requests, and runs nothing of the application. */
export function isOfTheHost(calls: string): boolean {
  const file = /([^/@]+)\.ya?ml(?:@|$)/.exec(calls)?.[1];
  return file !== undefined && OF_THE_HOST.test(file) && !/deploy|test|build|scan|publish/i.test(file);
}

/** What an action does; nothing where its name tells nothing. */
export function kindOfAction(name: string): KnownAction | undefined {
  const row = ACTIONS.find(([pattern]) => pattern.test(name));
  if (row !== undefined) return row[1];
  // A provider is no action of others, whose name may tell it.
  if (name.startsWith('travis-deploy/')) return undefined;
  const own = name.split('/').slice(1).join('/') || name;
  if (/(^|[-/])(plan|cdk-diff)($|[-/])/i.test(own)) return { kind: 'plan' };
  if (/audit|scan|security|vuln|sast/i.test(own)) return undefined;
  if (/deploy|\btest|lint/i.test(own)) return undefined;
  return PLAIN.test(name) ? { kind: 'other' } : undefined;
}
