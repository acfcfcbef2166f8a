import { insteadOfTests } from './not-testing.ts';
import { isOpen } from './shell-text.ts';

/** What a command is for. */
export type CommandKind =
  | 'test'
  | 'lint'
  | 'scan'
  | 'build'
  | 'plan'
  | 'deploy'
  | 'migrate'
  | 'smoke'
  | 'load'
  | 'publish'
  | 'keep'
  | 'fetch'
  | 'login'
  | 'checkout'
  | 'other';

export type Scanned = 'dependencies' | 'code' | 'secrets' | 'infrastructure' | 'images' | 'site';

export interface KnownCommand {
  readonly kind: CommandKind;
  readonly scans?: readonly Scanned[];
}

/**
 * Words of a command, in order among those that are no options, and options that must be there. The longest row that fits
 * holds. From the documentation of each tool.
 */
const ROWS: readonly (readonly [words: string, kind: CommandKind, scans?: string])[] = [
  // tests
  ...each('test', [
    'jest vitest mocha ava tap tape jasmine karma pytest py.test nose2 nosetests tox nox behave playwright_test cypress_run',
    'cypress wdio testcafe nightwatch newman_run cucumber-js node_--test tsx_--test bun_test deno_test ng_test',
    'react-scripts_test craco_test vue-cli-service_test ember_test web-test-runner wtr unittest go_test cargo_test mvn_test mvn_verify',
    'mvn_install mvn_package gradle_test gradlew_test gradle_build gradlew_build gradle_check gradlew_check dotnet_test rspec',
    'phpunit coverage_run c8 nyc start-server-and-test bats schemathesis_run pact hurl_--test',
    'ctest swift_test sbt_test mix_test flutter_test stryker_run storybook_test test-storybook robot',
    'django-admin_test manage.py_test terraform_test tofu_test uvu zora lost-pixel backstopjs_test',
  ]),
  // style and types
  ...each('lint', [
    'eslint tslint biome_check biome_lint biome_ci prettier_--check prettier_-c prettier standard xo stylelint oxlint tsc_--noEmit vue-tsc svelte-check',
    'ruff ruff_check ruff_format flake8 pylint black isort mypy pyright basedpyright autopep8 pydocstyle pre-commit_run yamllint markdownlint',
    'markdownlint-cli2 commitlint shellcheck hadolint actionlint cfn-lint sam_validate terraform_fmt terraform_validate tofu_fmt tofu_validate',
    'tflint golangci-lint gofmt cargo_clippy cargo_fmt rubocop spectral_lint redocly_lint cdk-nag depcheck knip ng_lint next_lint',
    'aws_cloudformation_validate-template typos cspell publint attw turbo_lint djlint ty_check size-limit bundlesize bundlewatch dependency-cruiser depcruise linkinator openapi-spec-validator statelint ansible-lint',
    'editorconfig-checker lockfile-lint ec_--exclude ec_-exclude ansible-playbook_--syntax-check vulture astro_check codespell pyupgrade autoflake deptry',
  ]),
  // scanners
  ...scan('dependencies', [
    'npm_audit yarn_audit yarn_npm_audit pnpm_audit bun_audit pip-audit safety safety_check safety_scan snyk_test osv-scanner audit-ci',
    'better-npm-audit_audit improved-yarn-audit auditjs_ossi grype govulncheck cargo_audit bundle-audit bundler-audit dependency-check',
    'dependency-check.sh retire nsp_check trivy_fs trivy_filesystem trivy_repo trivy_repository snyk_monitor uv_audit ',
    'socket_scan mend whitesource ws_scan nancy_sleuth trivy_rootfs trivy_sbom jake_ddt',
  ]),
  ...scan('dependencies images', [
    'trivy_image snyk_container_test docker_scout_cves docker_scan clair-scanner',
  ]),
  ...scan('code', [
    'semgrep semgrep_ci semgrep_scan bandit snyk_code_test codeql sonar-scanner njsscan sonar:sonar gosec brakeman horusec bearer_scan nodejsscan',
  ]),
  ...scan('secrets', [
    'gitleaks trufflehog detect-secrets ggshield git-secrets talisman secretlint trivy_fs_--scanners_secret',
  ]),
  ...scan('infrastructure', [
    'checkov tfsec trivy_config trivy_conf terrascan kics cfn_nag cfn_nag_scan cfn-guard snyk_iac_test conftest_test kube-linter airworthy_assess prowler',
  ]),
  ...scan('site', ['zap-baseline.py zap-full-scan.py zap-api-scan.py nikto nuclei lighthouse lhci_autorun']),
  // plans and differences
  ...each('plan', [
    'terraform_plan tofu_plan terragrunt_plan terragrunt_run-all_plan cdk_diff pulumi_preview cdktf_diff atlantis_plan terraform_show infracost_diff',
    'aws_cloudformation_create-change-set aws_cloudformation_describe-change-set sam_deploy_--no-execute-changeset aws_cloudformation_deploy_--no-execute-changeset',
    'sst_diff aws_cloudformation_detect-stack-drift cdk_drift driftctl_scan driftctl ansible-playbook_--check ansible-playbook_-C',
    'cdk_deploy_--no-execute cdk_deploy_--method=prepare-change-set cdk_deploy_prepare-change-set',
  ]),
  // deployments
  ...each('deploy', [
    'terraform_apply tofu_apply terragrunt_apply terragrunt_run-all_apply cdk_deploy cdktf_deploy sam_deploy sam_sync pulumi_up',
    'aws_cloudformation_deploy aws_cloudformation_create-stack aws_cloudformation_update-stack aws_cloudformation_execute-change-set',
    'aws_cloudformation_update-stack-set serverless_deploy sls_deploy osls_deploy sst_deploy amplify_publish amplify_push ampx_pipeline-deploy copilot_deploy',
    'copilot_svc_deploy copilot_app_deploy eb_deploy chalice_deploy zappa_deploy zappa_update arc_deploy up_deploy apex_deploy claudia_update',
    'aws_lambda_update-function-code aws_ecs_update-service aws_deploy_create-deployment aws_deploy_push aws_s3_sync aws_elasticbeanstalk_update-environment',
    'aws_elasticbeanstalk_create-environment aws_apprunner_start-deployment aws_amplify_start-deployment aws_amplify_start-job aws_ecs_register-task-definition',
    'ecs-cli_compose ecs_deploy ecs-deploy lambroll_deploy ecspresso_deploy kubectl_apply kubectl_set_image kubectl_rollout_restart helm_upgrade helm_install',
    'kustomize_apply ansible-playbook fly_deploy flyctl_deploy vercel vercel_deploy netlify_deploy wrangler_deploy wrangler_publish firebase_deploy',
    'gcloud_run_deploy gcloud_app_deploy gcloud_functions_deploy az_webapp_deploy cap_deploy aws_codepipeline_start-pipeline-execution',
    'aws_codebuild_start-build s3-deploy s3_sync gh-pages aws_lambda_update-alias aws_lambda_publish-version eksctl_create rsync scp s3cmd_sync rclone_sync aws_s3_cp',
    'serverless-compose_deploy nx_deploy jets_deploy stacker_build sceptre_launch sceptre_update rain_deploy cfn-deploy s3_website_push railway_up',
    'aws_apigatewayv2_create-deployment aws_apigateway_create-deployment aws_imagebuilder_start-image-pipeline-execution docker_stack_deploy docker_service_update',
  ]),
  // what tools only look at or bring
  ...each('other', [
    'cypress_install cypress_verify cypress_open cypress_info cypress_cache cypress_version vitest_list vitest_init nyc_report nyc_merge nyc_instrument c8_report',
    'tflint_--init ansible-playbook_--list-hosts ansible-playbook_--list-tasks ansible-playbook_--list-tags vercel_pull vercel_env vercel_link',
  ]),
  // databases
  ...each('migrate', [
    'prisma_migrate_deploy prisma_db_push alembic_upgrade knex_migrate:latest knex_migrate sequelize_db:migrate sequelize-cli_db:migrate typeorm_migration:run',
    'manage.py_migrate django-admin_migrate flask_db_upgrade flyway_migrate liquibase_update drizzle-kit_migrate drizzle-kit_push node-pg-migrate_up',
    'node-pg-migrate db-migrate_up dbmate_up dbmate_migrate goose_up sqitch_deploy mikro-orm_migration:up migrate-mongo_up umzug_up yoyo_apply kysely_migrate',
    'rails_db:migrate rake_db:migrate aerich_upgrade atlas_migrate_apply atlas_schema_apply piccolo_migrations_forwards sea-orm-cli_migrate graphile-migrate_migrate supabase_db_push',
    'typeorm-ts-node-commonjs_migration:run typeorm-ts-node-esm_migration:run postgrator migrate_up tern_migrate edgedb_migrate hasura_migrate_apply',
  ]),
  // load
  ...each('load', [
    'k6_run k6_cloud artillery_run artillery_quick locust ab autocannon wrk hey vegeta_attack jmeter gatling drill oha bombardier siege',
  ]),
  // building
  ...each('build', [
    'tsc webpack vite_build rollup esbuild next_build nuxt_build ng_build react-scripts_build vue-cli-service_build astro_build gatsby_build parcel_build tsup swc',
    'docker_build docker_buildx_build docker_buildx_bake docker_compose_build docker-compose_build podman_build buildah_bud kaniko sam_build cdk_synth cdk_synthesize serverless_package sls_package chalice_package',
    'vercel_build zip craco_build pack_build aws_cloudformation_package sam_package python_-m_build poetry_build uv_build hatch_build mvn_compile cargo_build go_build dotnet_build dotnet_publish npm_pack ncc_build',
    'gradle_assemble nest_build remix_build svelte-kit_build turbo_build nx_build lerna_build copilot_svc_package cdktf_synth eleventy storybook_build build-storybook hugo jekyll_build mkdocs_build sphinx-build packer_build preconstruct_build babel unbuild tsdown',
  ]),
  // publishing and keeping artifacts
  ...each('publish', [
    'npm_publish yarn_publish pnpm_publish lerna_publish docker_push twine_upload poetry_publish uv_publish semantic-release changeset_publish changeset_version cargo_publish docker_compose_push docker_buildx_build_--push gh_release_create goreleaser crane_push skopeo_copy changelogen release-it standard-version mkdocs_gh-deploy aws_codeartifact_publish',
  ]),
  ...each('keep', ['aws_s3api_put-object']),
  ...each('login', [
    'aws_ecr_get-login-password aws_ecr_get-login docker_login aws_sts_assume-role aws_sts_assume-role-with-web-identity aws_configure npm_login vault_login az_login gcloud_auth',
  ]),
  ...each('checkout', ['git_clone git_checkout git_fetch git_pull']),
];

function each(kind: CommandKind, lines: readonly string[]): readonly (readonly [string, CommandKind])[] {
  return lines
    .flatMap((line) => line.split(' '))
    .map((words) => [words.replaceAll('_', ' ').trim(), kind] as const);
}

function scan(scans: string, lines: readonly string[]): readonly (readonly [string, CommandKind, string])[] {
  return each('scan', lines).map(([words, kind]) => [words, kind, scans] as const);
}

interface Row {
  readonly words: readonly string[];
  readonly options: readonly string[];
  readonly known: KnownCommand;
}

const BY_PROGRAM: ReadonlyMap<string, readonly Row[]> = Map.groupBy(
  ROWS.map(([text, kind, scans]): Row => {
    const all = text.split(' ');
    return {
      words: all.filter((word) => !word.startsWith('-')),
      options: all.filter((word) => word.startsWith('-')),
      known: { kind, ...(scans === undefined ? {} : { scans: scans.split(' ') as Scanned[] }) },
    };
  }),
  ({ words }) => words[0]!,
);

/** What a command does, by its words; nothing where no row knows it. */
export function kindOfCommand(words: readonly string[]): KnownCommand | undefined {
  const [program = ''] = words;
  const name = program.slice(program.lastIndexOf('/') + 1).replace(/\.(exe|cmd|ps1)$/, '');
  const rows = BY_PROGRAM.get(name) ?? [];
  const plain = words.slice(1).filter((word) => !word.startsWith('-'));
  const fitting = rows
    .filter(
      ({ words: wanted, options }) =>
        inOrder(wanted.slice(1), plain) && options.every((o) => words.includes(o)),
    )
    .sort((a, b) => weight(b) - weight(a));
  const known = fitting[0]?.known;
  const instead = known?.kind === 'test' ? insteadOfTests(name, words) : undefined;
  return instead === undefined ? known : { kind: instead };
}

/** Whether it is open what a tool that deploys is told to do: `terraform "$@"`. */
export function isOpenCall(words: readonly string[]): boolean {
  const [program = ''] = words;
  const at = words.findIndex((word, index) => index > 0 && !word.startsWith('-'));
  // What stands behind an option is its value.
  const isFirst = at === 1 || words[at - 1]?.includes('=') === true;
  const rows = BY_PROGRAM.get(program.slice(program.lastIndexOf('/') + 1)) ?? [];
  return (
    at > 0 &&
    isFirst &&
    isOpen(words[at]!) &&
    rows.some(({ known, words: wanted }) => known.kind === 'deploy' && wanted.length > 1)
  );
}

function weight({ words, options }: Row): number {
  return words.length + options.length;
}

/** The wanted words among the first few, in order: values of options may stand between them. */
function inOrder(wanted: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const word of words.slice(0, wanted.length + 3)) if (word === wanted[at]) at++;
  return at === wanted.length;
}

/** Scanners that end well whatever they find, unless they are told otherwise. From the documentation of each. */
const STOPS_ONLY_WITH: Readonly<Record<string, { readonly option: string; readonly told: RegExp }>> = {
  trivy: { option: '--exit-code 1', told: /--exit-code[= ]['"]?[1-9]/ },
  grype: { option: '--fail-on', told: /--fail-on|(^| )-f / },
  semgrep: { option: '--error', told: /--error|semgrep ci\b/ },
};

/** What a scanner would have to be told to stop anything; nothing where it stops by itself. */
export function neededToStop(
  words: readonly string[],
  variables: ReadonlyMap<string, string>,
): string | undefined {
  const [program = ''] = words;
  const row = Object.hasOwn(STOPS_ONLY_WITH, program) ? STOPS_ONLY_WITH[program] : undefined;
  if (row === undefined || row.told.test(words.join(' '))) return undefined;
  return program === 'trivy' && !/^0*$/.test(variables.get('TRIVY_EXIT_CODE') ?? '') ? undefined : row.option;
}

/** Programs that do none of this, whatever they are given. */
const PLAIN = new Set(
  `break continue readarray mapfile op setfacl getfacl mvn gradle wait-port uvicorn gunicorn flask sass tsc-watch pyinstaller projen
   git-cliff oasdiff openapi-diff openapi-changes swagger-diff redoc-cli redocly yor vale coverage replace-in-file dockerd next pre-commit compileall semver uuidgen shred cpio ssh-keygen quicktype swagger-cli jsonnet dbt sops age echo printf cat ls mkdir rm rmdir cp mv ln touch chmod chown pwd sleep date test [ [[ true false : exit which type command
   hash env printenv export source . wait kill tee tr cut sed awk gawk grep egrep fgrep head tail sort uniq wc xargs find jq yq diff cmp
   basename dirname realpath readlink mktemp tar gzip gunzip unzip bzip2 xz base64 sha256sum sha1sum md5sum shasum openssl gpg ssh-keyscan
   ssh-add ssh-agent apt apt-get apk yum dnf brew choco dpkg pip pip3 pipx gem n nvm fnm volta asdf corepack mise pyenv rbenv sdk rustup
   virtualenv venv conda mamba npm yarn pnpm bun composer bundle go cargo git gh hub glab id whoami uname hostname df du free ps top
   systemctl service useradd usermod groupadd sudo su curl wget http aws terraform tofu terragrunt cdk sam docker docker-compose podman
   localstack kubectl helm kustomize eksctl terraform-docs tfenv tfswitch tgenv xvfb-run timeout flock time nohup nice seq expr let read mapfile
   pg_isready mysqladmin psql mysql redis-cli mongosh wait-on wait-for-it wait-for-it.sh dockerize cross-env dotenv
   playwright codecov codecovcli bash-completion locale-gen update-alternatives ldconfig add-apt-repository rimraf shx cpx mkdirp
   concurrently npm-run-all run-s run-p husky lint-staged patch-package only-allow prisma openapi-generator graphql-codegen typedoc
   poetry pipenv uv hatch pdm rye serverless sls pulumi amplify copilot eb chalice envsubst gettext iconv column comm
   stat file strings strip nl rev fold fmt paste join split csplit shuf yes nproc ulimit umask getent ip ifconfig ping nc netstat ss dig
   nslookup host ssh sftp ftp lsof pgrep pkill killall crontab at screen tmux clear reset tput stty locale msgfmt xmllint
   python python3 node deno tsx ts-node java javac ruby perl php dotnet nx turbo lerna rush lage make just task snyk trivy semgrep
   ansible packer vault consul nomad cosign syft oras crane skopeo circleci codebuild-breakpoint agent buildkite-agent set-output
   shopt alias unalias builtin enable getopts hash jobs bg fg disown logout times ulimit suspend unset dos2unix slackcat mail sendmail
   update-browserslist-db ncu npm-check-updates license-checker gocloc sentry-cli datadog-ci newrelic honeycomb report-to chamber aws-vault
   sonar gpg2 wkhtmltopdf convert magick ffmpeg pandoc plantuml dot lsb_release arch bc debconf-communicate debconf-set-selections pack hexdump xxd od zstd xz pigz tac rg fd chromium google-chrome firefox Xvfb start-stop-daemon`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a program is known to do none of it where no row says more. */
export function isPlain(program: string): boolean {
  return PLAIN.has(program.slice(program.lastIndexOf('/') + 1));
}
