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

const PUBLISHED = new RegExp(`^https://(?:${HOSTS.join('|')})$`);
const OF_REPOSITORY =
  /^https:\/\/raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)\/(?:[^/?#]+\/)+(?:get|install)[\w.-]*$/;

/** Whether a command fetches the script with which a tool of somebody else is installed, and nothing beside it. */
export function fetchesInstaller([program = '', ...rest]: readonly string[]): boolean {
  const [address, more] = rest.filter((word) => word.includes('://'));
  if (!/^(?:curl|wget)$/.test(program) || address === undefined || more !== undefined) return false;
  const repository = OF_REPOSITORY.exec(address)?.[1]?.toLowerCase();
  return PUBLISHED.test(address) || (repository !== undefined && REPOSITORIES.has(repository));
}
