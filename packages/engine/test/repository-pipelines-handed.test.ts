import { describe, expect, it } from 'vitest';
import { at, factsOf, githubStep, ranBy } from './support/pipeline-facts.ts';

/*
 * Commands that run another one: what is run is theirs.
 */

describe('a command that runs another one', () => {
  it.each([
    ['retry npx vitest run', 'test'],
    ['retry -t 5 -d 10 -- npx vitest run', 'test'],
    ['retry 3 10s terraform apply -auto-approve', 'deploy'],
    ['flock -n deploy.lock cdk deploy', 'deploy'],
    ["flock -w 10 deploy.lock -c 'cdk deploy'", 'deploy'],
    ['ionice -c 2 nice -n 5 npx vitest run', 'test'],
    ['timeout --kill-after 5 10m npx vitest run', 'test'],
    ['time -f %e npx vitest run', 'test'],
    ['chronic stdbuf -oL npx eslint .', 'lint'],
    ['env-cmd -f .env.ci npx vitest run', 'test'],
    ['dotenvx run -f .env.ci -- cdk deploy', 'deploy'],
    ['find . -name "*.spec.ts" | xargs npx tsx --test', 'test'],
    ['ls functions | xargs -I{} aws lambda update-function-code --function-name {}', 'deploy'],
    ['ls functions | xargs -n 1 -P 4 -I % sam deploy --stack-name %', 'deploy'],
    ['parallel --retries 3 --delay 2 ::: "npx vitest run"', 'test'],
    ['parallel -j 4 cdk deploy ::: api web', 'deploy'],
    ['ls stacks | parallel cdk deploy {.}', 'deploy'],
  ])('%s', async (text, expected) => {
    const ran = await ranBy(githubStep(text));
    expect(ran).toHaveLength(text.includes('api web') ? 2 : 1);
    for (const one of ran) expect(one).toMatch(new RegExp(`^${expected}`));
  });

  it.each([
    'flock 9',
    'cat list | xargs',
    'cat list | xargs -0 rm -f',
    'parallel --dry-run cdk deploy ::: api web',
    'parallel --retries 3 ::: "git push"',
  ])('that runs nothing of it: %s', async (text) => {
    expect(await ranBy(githubStep(text))).toEqual([]);
  });

  it.each([
    ['cat list | parallel', '… what parallel runs'],
    ['parallel :::: commands.txt', '… what parallel :::: commands.txt runs'],
    ['parallel --sshlogin web1 deploy-it ::: a', '… what parallel --sshlogin web1 deploy-it ::: a runs'],
    ['parallel ::: "$COMMAND"', '… what parallel ::: "$COMMAND" runs'],
    ['cat list | xargs terraform', '… what xargs terraform runs'],
    ['cat list | xargs npm run', '… which script xargs npm run runs'],
    ['cat list | xargs unheard-of --now', '… what unheard-of --now does'],
    ['retry unheard-of --now', '… what unheard-of --now does'],
  ])('is open where that is: %s', async (text, expected) => {
    expect(await ranBy(githubStep(text))).toEqual([expected]);
  });
});

describe('a shell', () => {
  const run = (text: string) => ranBy({ ...githubStep(text), 'scripts/ship.sh': 'cdk deploy\n' });

  it.each([
    ["bash -lc 'npx vitest run'", 'test npx vitest run'],
    ["docker exec web sh -ec 'npx vitest run'", 'test npx vitest run'],
    ["bash -euo pipefail -c 'npx vitest run'", 'test npx vitest run'],
    ['bash scripts/ship.sh -c production', 'deploy cdk deploy'],
    ['bash -e scripts/ship.sh', 'deploy cdk deploy'],
    ['bash -lc "$TEXT"', '… what bash -lc "$TEXT" runs'],
  ])('is handed a text by -c alone or with others, before any file: %s', async (text, expected) => {
    expect(await run(text)).toEqual([expected]);
  });

  it.each(['bash -n scripts/ship.sh', 'find scripts | xargs -n 1 bash -n', 'cat all.sh | bash -n'])(
    'that only reads runs nothing: %s',
    async (text) => {
      expect(await run(text)).toEqual([]);
    },
  );
});

describe('what a program says to be evaluated', () => {
  const openIn = async (evaluated: string) =>
    (await ranBy(githubStep(`${evaluated}\nnpx vitest run`))).filter((line) => line.startsWith('… '));

  it('runs nothing where it only sets variables', async () => {
    for (const said of [
      '$(aws configure export-credentials --profile shop --format env)',
      '"$(ssh-agent -s)"',
      '"$(/opt/homebrew/bin/brew shellenv)"',
      '`ssh-agent -s`',
    ])
      expect(await openIn(`eval ${said}`), said).toEqual([]);
  });

  it('may run anything else', async () => {
    for (const said of [
      '$(aws ssm get-parameter --name commands --query Parameter.Value)',
      '$(aws configure export-credentials)',
      '"$(ssh-agent -s; cat commands)"',
      '$(ssh-agent $MORE)',
    ])
      expect(await openIn(`eval ${said}`), said).toHaveLength(1);
  });
});

describe('a text that a script joins and evaluates', () => {
  const evaluated = (...lines: readonly string[]) => ranBy(githubStep([...lines, 'eval $CMD'].join('\n')));

  it('is known by how it begins', async () => {
    expect(
      await evaluated(
        'CMD="npx playwright test"',
        'if [ "$BROWSER" != all ]; then CMD="$CMD --project=$BROWSER"; fi',
        '[ -n "$FILTER" ] && CMD="$CMD --grep \\"$FILTER\\""',
      ),
    ).toEqual(['test npx playwright test …']);
    expect(await evaluated('CMD="cdk deploy"', '[ "$ALL" ] && CMD+=" --all"')).toEqual([
      'deploy cdk deploy …',
    ]);
    expect(await evaluated('export CMD="npx vitest run $OPTIONS"')).toEqual(['test npx vitest run …']);
  });

  it.each([
    ['another command may be joined', 'CMD="npx vitest run"\n[ "$SHIP" ] && CMD="$CMD && cdk deploy"'],
    ['one of its parts may be one', 'MORE=\n[ "$SHIP" ] && MORE="; cdk deploy"\nCMD="npx vitest run $MORE"'],
    ['what another command says is put in', 'CMD="npx vitest run $(date)"'],
    ['it begins with what is given', 'CMD="$TOOL run"\nCMD="$CMD --ci"'],
    [
      'it is what a function is given',
      'A="npx vitest run"\n[ "$SHIP" ] && A="$A && cdk deploy"\nkept() { CMD="$1"; }\nkept "$A"',
    ],
    ['nobody has set it', ''],
    ['a list is made of it', 'CMD=(npx vitest "$MORE")'],
  ])('is open where %s', async (_, text) => {
    expect((await evaluated(text)).at(-1)).toMatch(/^… what .* runs$/);
  });

  it('is open where what surrounds the script joins another command', async () => {
    const text = 'CMD="npx vitest run"\n[ "$SHIP" ] && CMD="$CMD $MORE"\neval $CMD';
    const ran = (more: string) => ranBy(githubStep(text, `env: { MORE: "${more}" }\n        `));
    expect(await ran('--ci')).toEqual(['test npx vitest run …']);
    expect(await ran('&& cdk deploy')).toEqual(['… what eval $CMD runs']);
  });

  it('may be open in what its tool does', async () => {
    expect(await evaluated('CMD="terraform"', '[ "$SHIP" ] && CMD="$CMD apply"')).toEqual([
      '… what terraform … runs',
    ]);
  });
});

describe('what a shell is given by a pipe', () => {
  const raw = 'https://raw.githubusercontent.com';
  it.each([
    `curl -s ${raw}/terraform-linters/tflint/master/install_linux.sh | bash`,
    `curl -sSfL ${raw}/anchore/grype/main/install.sh | sudo sh -s -- -b /usr/local/bin`,
    `wget -qO- ${raw}/nvm-sh/nvm/v0.40.1/install.sh | bash`,
    "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y",
    'curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash -',
  ])('that installs a tool is nothing of ours: %s', async (text) => {
    expect(await ranBy(githubStep(text))).toEqual([]);
  });

  it.each([
    `curl -s ${raw}/acme/flows/main/install.sh | bash`,
    `curl -s ${raw}/terraform-linters/tflint/master/release.sh | bash`,
    `curl -s ${raw}/terraform-linters/tflint/master/install.sh https://acme.example/run.sh | bash`,
    'curl -s "$INSTALLER/install.sh" | bash',
    'curl -s https://get.acme.example/install.sh | bash',
    'curl -s https://sh.rustup.rs | sed s/a/b/ | bash',
    'curl -s https://sh.rustup.rs | bash < run.sh',
    'curl -s https://sh.rustup.rs.acme.example | sh',
    'cat steps.sh | bash',
  ])('may be anything else: %s', async (text) => {
    expect(JSON.stringify(await ranBy(githubStep(text)))).toContain('is given');
  });

  it.each([
    'bash <(curl -s https://codecov.io/bash)',
    'sudo bash <(curl -fsSL "https://codecov.io/bash") -f coverage.xml -t "$TOKEN" || echo late',
    'curl -s https://codecov.io/bash | bash -s -- -f coverage.xml',
    'curl -o codecov.sh https://codecov.io/bash && bash codecov.sh',
    'curl -Os https://cli.codecov.io/latest/linux/codecov\nchmod +x codecov\n./codecov upload-process',
    'codecovcli upload-process',
  ])('that hands on a report is neither a test nor a deployment: %s', async (text) => {
    const facts = await factsOf(githubStep(text));
    expect(facts.filter(({ type }) => type === 'Repository::Deployment')).toEqual([]);
    expect(await ranBy(githubStep(text))).toEqual([]);
  });

  it.each([
    'bash <(curl -s https://codecov.io/bash.acme.example)',
    'bash <(curl -s https://acme.example/bash)',
    'bash <(curl -s https://codecov.io/bash | sed s/a/b/)',
    'bash <(curl -s https://codecov.io/bash https://acme.example/run.sh)',
    'bash <(curl -s "$REPORTER")',
    'bash run.sh <(curl -s https://codecov.io/bash)',
  ])('in its place may be anything else: %s', async (text) => {
    expect((await ranBy(githubStep(text))).join()).toMatch(
      /^… (?:which script is run|where run\.sh is|what run\.sh does)/,
    );
  });

  const brought =
    'curl -s https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip -o awscliv2.zip\nunzip -q awscliv2.zip\n';
  it.each([
    `${brought}./aws/install`,
    `${brought}sudo ./aws/install --update`,
    `cd /tmp\n${brought}./aws/install -i /usr/local/aws-cli`,
    `${brought}/tmp/aws/install`,
  ])('and fetches the command line of AWS only installs it: %s', async (text) => {
    expect(await ranBy(githubStep(text))).toEqual([]);
  });

  it('installs what it fetches, and nothing of the repository by the same name', async () => {
    expect(await ranBy(githubStep('./aws/install'))).toEqual([
      '… what aws/install does, which is not in the repository',
    ]);
    const files = { ...githubStep(`${brought}./aws/install`), 'aws/install': 'cdk deploy\n' };
    expect(await ranBy(files)).toEqual(['… what aws/install runs: it speaks of cdk deploy']);
    const gitlab =
      'a:\n  before_script:\n    - curl -s https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip -o awscliv2.zip\n    - unzip -q awscliv2.zip\n    - ./aws/install\n  script:\n    - aws --version\n';
    expect(await ranBy({ '.gitlab-ci.yml': gitlab })).toEqual([]);
  });

  it('is not what runs where a file does', async () => {
    const files = {
      ...githubStep('curl -s https://sh.rustup.rs | bash run.sh -s'),
      'run.sh': 'cdk deploy\n',
    };
    expect((await ranBy(files)).join()).toContain('deploy');
  });
});

describe('the helper of GitLab for Terraform', () => {
  const script = (root: string, ...lines: readonly string[]) => ({
    'infra/main.tf': 'resource "aws_sqs_queue" "orders" {}\n',
    '.gitlab-ci.yml': `variables:\n  TF_ROOT: ${root}\ninfra:\n  script:\n${lines.map((line) => `    - ${line}\n`).join('')}`,
  });

  it.each([
    ['init', []],
    ['fmt', ['lint gitlab-terraform fmt']],
    ['validate', ['lint gitlab-terraform validate']],
    ['plan', ['plan gitlab-terraform plan']],
    ['plan-json', ['plan gitlab-terraform plan-json']],
    ['apply', ['deploy gitlab-terraform apply']],
    ['destroy', []],
    ['workspace list', []],
    ['$COMMAND', ['… what gitlab-terraform $COMMAND runs']],
  ])('does what Terraform does: %s', async (command, expected) => {
    expect(await ranBy(script('infra', `gitlab-terraform ${command}`))).toEqual(expected);
  });

  it.each([
    ['infra', []],
    ['infra', ['cd infra']],
    ['${CI_PROJECT_DIR}/infra', []],
    ['$CI_PROJECT_DIR/infra', ['cd ${TF_ROOT}']],
  ])('works in the folder that is named from the top: %s %j', async (root, before) => {
    const facts = await factsOf(script(root, ...before, 'gitlab-terraform apply'));
    const [deployment] = facts.filter(({ type }) => type === 'Repository::Deployment');
    expect(at(deployment!, 'deploys')).toMatchObject([
      { tool: 'terraform apply', environments: [{ name: 'infra', from: 'the folder' }] },
    ]);
  });

  it('works where it stands where no folder is named, and where nobody knows else', async () => {
    const deploys = async (text: string) => {
      const facts = await factsOf({
        ...githubStep(text),
        'infra/main.tf': 'resource "aws_sqs_queue" "a" {}\n',
      });
      const [deployment] = facts.filter(({ type }) => type === 'Repository::Deployment');
      return at(deployment!, 'deploys');
    };
    expect(await deploys('cd infra && gitlab-tofu apply')).toMatchObject([
      { tool: 'tofu apply', environments: [{ name: 'infra' }] },
    ]);
    expect(await deploys('export TF_ROOT="$(pick)"\ngitlab-terraform apply')).toMatchObject([
      { environments: [] },
    ]);
  });
});
