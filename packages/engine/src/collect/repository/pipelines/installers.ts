/** Addresses at which tools are published with a script that installs them, and does nothing else. From the page of each. */
const HOSTS: readonly string[] = [
  'aka\\.ms/InstallAzureCLIDeb',
  'astral\\.sh/(?:uv|ruff)/(?:[\\d.]+/)?install\\.sh',
  'bun\\.(?:sh|com)/install',
  'cli\\.doppler\\.com/install\\.sh',
  'deno\\.land/(?:x/install/)?install\\.sh',
  '(?:deb|rpm)\\.nodesource\\.com/setup_[\\w.]+',
  'dot\\.net/v1/dotnet-install\\.sh',
  'fnm\\.vercel\\.app/install',
  'get\\.(?:docker\\.com|pulumi\\.com|sdkman\\.io|volta\\.sh|jetify\\.com/devbox)/?',
  'get\\.pnpm\\.io/install\\.sh',
  'install\\.determinate\\.systems/nix',
  'install\\.python-poetry\\.org/?',
  'just\\.systems/install\\.sh',
  'mise\\.run/?',
  'nixos\\.org/nix/install',
  'pyenv\\.run/?',
  'sentry\\.io/get-cli/?',
  'sh\\.rustup\\.rs/?',
  'sst\\.dev/install',
  'taskfile\\.dev/install\\.sh',
];

/** Repositories of tools whose own script installs them: `install.sh`, `scripts/get-helm-3`. */
const REPOSITORIES: ReadonlySet<string> = new Set(
  `anchore/grype anchore/syft aquasecurity/tfsec aquasecurity/trivy golangci/golangci-lint helm/helm homebrew/install
   infracost/infracost k3d-io/k3d kubernetes-sigs/kustomize nektos/act nvm-sh/nvm reviewdog/reviewdog securego/gosec
   terraform-linters/tflint trufflesecurity/trufflehog warrensbox/terraform-switcher`.split(/\s+/),
);

/** Addresses of scripts that hand a report of coverage to a service, and do nothing else. From the page of each. */
const REPORTERS: readonly string[] = ['codecov\\.io/bash', 'coverage\\.codacy\\.com/get\\.sh'];

const PUBLISHED = new RegExp(`^https://(?:${[...HOSTS, ...REPORTERS].join('|')})$`);
const OF_REPOSITORY =
  /^https:\/\/raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)\/(?:[^/?#]+\/)+(?:get|install)[\w.-]*$/;

/** Whether a command fetches a script that installs a tool of somebody else or hands on a report, and nothing beside it. */
export function fetchesKnownScript([program = '', ...rest]: readonly string[]): boolean {
  const [address, more] = rest.filter((word) => word.includes('://'));
  if (!/^(?:curl|wget)$/.test(program) || address === undefined || more !== undefined) return false;
  const repository = OF_REPOSITORY.exec(address)?.[1]?.toLowerCase();
  return PUBLISHED.test(address) || (repository !== undefined && REPOSITORIES.has(repository));
}

/** `bash <(curl -s https://codecov.io/bash) -f coverage.xml`: the shell runs what the command in brackets writes. */
const SUBSTITUTED =
  /^(?:sudo\s+(?:-\w+\s+)*)?(?:ba|z)sh\s+(?:-\w+\s+)*<\(\s*((?:curl|wget)\s[^()|;&`$<>]*)\)/;

/** Whether a shell is given such a script in place of a file, as it is written. */
export function runsKnownScript(written: string): boolean {
  const fetched = SUBSTITUTED.exec(written)?.[1];
  return fetched !== undefined && fetchesKnownScript(fetched.trim().split(/\s+/).map(withoutQuotes));
}

function withoutQuotes(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2');
}

/** Programs that lie in no repository until a text fetches them: which they are, and what it says where it does. */
const FETCHED: readonly (readonly [path: string, fetches: RegExp])[] = [
  // AWS CLI User Guide, "Installing or updating to the latest version"
  ['aws/install', /\bawscli(?:-exe|v2|-bundle)[\w.-]*\.zip\b/],
  // docs.codecov.com, "Codecov Uploader" and "The Codecov CLI"
  ['codecov', /https:\/\/(?:uploader|cli)\.codecov\.io\/|https:\/\/codecov\.io\/bash\b/],
  ['codecov.sh', /https:\/\/codecov\.io\/bash\b/],
];

/** Whether a command runs an installer or a reporter that the same text has fetched, and that no file of the repository is. */
export function runsFetched(words: readonly string[], text: string, paths: readonly string[]): boolean {
  const isShell = /^(?:ba|z)?sh$/.test(words[0] ?? '');
  const program = words[isShell ? 1 : 0] ?? '';
  return FETCHED.some(
    ([path, fetches]) =>
      (program === path || program.endsWith(`/${path}`)) &&
      fetches.test(text) &&
      !paths.some((one) => one === path || one.endsWith(`/${path}`)),
  );
}
