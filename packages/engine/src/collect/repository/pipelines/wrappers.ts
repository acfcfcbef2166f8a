import { rowOf } from '../../../knowledge/row-of.ts';
import { isOpen, OPEN } from './shell-text.ts';

/** What runs another command: its words, and which of them that command are. */
type Unwrap = (words: readonly string[]) => readonly string[] | undefined;

/** Options of a wrapper that take a value of their own. */
function after(skip: number, valued: readonly string[] = []): Unwrap {
  return (words) => {
    let at = skip;
    while (at < words.length) {
      const word = words[at]!;
      if (word === '--') return words.slice(at + 1);
      if (!word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word)) break;
      at += valued.includes(word) ? 2 : 1;
    }
    return words.slice(at);
  };
}

function afterDashes(words: readonly string[]): readonly string[] | undefined {
  const at = words.indexOf('--');
  return at < 0 ? undefined : words.slice(at + 1);
}

/** `xargs -n 1 npx eslint`: what comes in is put behind the command, or where it is told. Source: xargs(1) of GNU findutils. */
function ofXargs(words: readonly string[]): readonly string[] | undefined {
  const command = after(1, ['-I', '-n', '-P', '-L', '-d', '-s', '-E', '-a', ...LONG_OF_XARGS])(words) ?? [];
  if (command.length === 0) return undefined;
  const told = words.slice(0, words.length - command.length);
  const place = told.flatMap((word, at) =>
    word === '-I' ? (told[at + 1] ?? []) : (/^(?:-I|-i|--replace=?)(.*)$/.exec(word)?.[1] ?? []),
  )[0];
  return place === undefined
    ? [...command, OPEN]
    : command.map((word) => word.replaceAll(place === '' ? '{}' : place, OPEN));
}

const LONG_OF_XARGS = [
  '--max-args',
  '--max-procs',
  '--max-lines',
  '--delimiter',
  '--max-chars',
  '--arg-file',
];

/** `flock -n deploy.lock npm run deploy`, `flock deploy.lock -c 'npm run deploy'`. Source: flock(1) of util-linux. */
function ofFlock(words: readonly string[]): readonly string[] | undefined {
  const rest = after(1, ['-w', '--wait', '--timeout', '-E', '--conflict-exit-code'])(words) ?? [];
  const command = rest.slice(1);
  return command[0] === '-c' || command[0] === '--command' ? ['sh', '-c', ...command.slice(1)] : command;
}

/** Tools of this name take how often and how long as options or as numbers in front. */
function ofRetry(words: readonly string[]): readonly string[] | undefined {
  if (words.includes('--')) return afterDashes(words);
  const valued = ['-t', '-n', '-d', '-m', '-x', '-s', '--tries', '--times', '--delay', '--sleep', '--max'];
  const rest = after(1, valued)(words) ?? [];
  const at = rest.findIndex((word) => !/^\d+[smh]?$/.test(word));
  return at < 0 ? undefined : rest.slice(at);
}

const WRAPPERS: Readonly<Record<string, Unwrap>> = {
  env: after(1, ['-u', '-C']),
  'cross-env': after(1),
  'cross-env-shell': after(1),
  sudo: after(1, ['-u', '-g']),
  time: after(1, ['-f', '-o']),
  nice: after(1, ['-n']),
  ionice: after(1, ['-c', '-n', '--class', '--classdata']),
  chronic: after(1),
  setsid: after(1),
  unbuffer: after(1),
  xargs: ofXargs,
  flock: ofFlock,
  retry: ofRetry,
  // functions of the shell of Travis CI
  travis_retry: after(1),
  travis_wait: ofRetry,
  'env-cmd': after(1, ['-f', '--file', '-e', '--environments', '-r', '--rc-file']),
  dotenvx: afterDashes,
  nohup: after(1),
  exec: after(1, ['-a']),
  command: after(1),
  stdbuf: after(1, ['-o', '-e', '-i']),
  'xvfb-run': after(1, ['-s', '-n']),
  timeout: (words) => after(1, ['-k', '-s', '--kill-after', '--signal'])(words)?.slice(1),
  npx: (words) => unversioned(after(1, ['-p', '--package', '-c'])(words)),
  bunx: (words) => unversioned(after(1)(words)),
  uvx: (words) => unversioned(after(1, ['--from', '--with', '--python', '-p'])(words)),
  node: (words) => {
    const program = after(1, ['-r', '--require', '--import', '--loader'])(words);
    return /(?:^|\/)node_modules\/\.bin\/[\w.-]+$/.test(program?.[0] ?? '') ? program : undefined;
  },
  dotenv: afterDashes,
  'aws-vault': afterDashes,
  chamber: afterDashes,
  doppler: afterDashes,
  op: afterDashes,
  infisical: afterDashes,
};

/** The same for those that are told by two words. */
const BY_TWO: Readonly<Record<string, Unwrap>> = {
  'npm exec': (words) => unversioned(after(2, ['-p', '--package', '-w'])(words)),
  'npm x': (words) => unversioned(after(2, ['-p', '--package'])(words)),
  'pnpm exec': (words) => unversioned(after(2)(words)),
  'pnpm dlx': (words) => unversioned(after(2)(words)),
  'yarn exec': (words) => unversioned(after(2)(words)),
  'yarn dlx': (words) => unversioned(after(2, ['-p'])(words)),
  'bun x': (words) => unversioned(after(2)(words)),
  'uv run': after(2, [
    '--with',
    '--extra',
    '--group',
    '--python',
    '-p',
    '--package',
    '--directory',
    '--project',
    '--env-file',
  ]),
  'poetry run': after(2),
  'pipenv run': after(2),
  'pdm run': after(2),
  'rye run': after(2),
  'pipx run': (words) => unversioned(after(2, ['--spec'])(words)),
  'bundle exec': after(2),
  'conda run': after(2, ['-n', '-p']),
  'micromamba run': after(2, ['-n', '-p']),
  'docker exec': (words) => after(2, ['-e', '-u', '-w', '--user', '--workdir', '--env'])(words)?.slice(1),
};

const COMPOSE: Unwrap = (words) => {
  const at = words.findIndex((word) => word === 'run' || word === 'exec');
  return at < 0
    ? undefined
    : after(at + 1, ['-e', '-u', '-w', '-v', '-p', '--name', '--entrypoint', '--user', '--env'])(
        words,
      )?.slice(1);
};

/** The command inside `npx`, `poetry run`, `docker run …` and the like, as often as one wraps another. */
export function unwrapped(words: readonly string[]): readonly string[] {
  let now = words;
  for (let i = 0; i < 8; i++) {
    const inner = once(now);
    if (inner === undefined) return now;
    now = inner;
  }
  return now;
}

function once(words: readonly string[]): readonly string[] | undefined {
  const [first = '', second = ''] = words;
  const name = programOf(first);
  if (name !== first && !isOpen(first)) return [name, ...words.slice(1)];
  if (/^python[\d.]*$|^py$/.test(name)) {
    const at = words.indexOf('-m');
    if (at > 0 && words.slice(1, at).every((word) => word.startsWith('-'))) return words.slice(at + 1);
  }
  const inner =
    (name === 'docker' && second === 'compose') || name === 'docker-compose'
      ? COMPOSE(words)
      : (name === 'docker' || name === 'podman') && second === 'run'
        ? inContainer(words)
        : (rowOf(BY_TWO, `${name} ${second}`)?.(words) ?? rowOf(WRAPPERS, name)?.(words));
  return inner === undefined || inner.length === 0 ? undefined : inner;
}

const BIN =
  /^(?:.*\/)?(?:node_modules\/\.bin|\.venv\/bin|venv\/bin|env\/bin|vendor\/bin|usr\/(?:local\/)?bin|\.local\/bin|bin)\/([\w.-]+)$/;

/** A program without the folder that package managers put it in. */
function programOf(word: string): string {
  const bin = BIN.exec(word);
  if (bin !== null && !/^(?:\.\/)?bin\/[\w.-]+$/.test(word)) return bin[1]!;
  return rowOf(PACKAGES, word) ?? word;
}

/** Packages that are called otherwise than their program. */
const PACKAGES: Readonly<Record<string, string>> = {
  'aws-cdk': 'cdk',
  '@lhci/cli': 'lhci',
  '@biomejs/biome': 'biome',
  '@redocly/cli': 'redocly',
  '@stoplight/spectral-cli': 'spectral',
  '@stryker-mutator/core': 'stryker',
  '@aws-amplify/cli': 'amplify',
  '@aws-amplify/backend-cli': 'ampx',
  '@playwright/test': 'playwright',
  '/kaniko/executor': 'kaniko',
  './mvnw': 'mvn',
  './gradlew': 'gradle',
  gradlew: 'gradle',
  mvnw: 'mvn',
  osls: 'serverless',
  sls: 'serverless',
  './manage.py': 'manage.py',
};

function unversioned(words: readonly string[] | undefined): readonly string[] | undefined {
  if (words === undefined || words.length === 0) return words;
  const [first, ...rest] = words;
  return [first!.replace(/(?<=.)@[\w.^~*-]+$/, ''), ...rest];
}

/** Options of `docker run` that take a value of their own. */
export const VALUED_BY_RUN: ReadonlySet<string> = new Set(
  `-v --volume -e --env --env-file --name -w --workdir -p --publish -u --user --network --net --entrypoint --mount --platform
   -h --hostname --add-host --label -l --memory -m --cpus --shm-size --pull --restart --ipc --security-opt --cap-add --link --log-driver --ulimit --gpus`.split(
    /\s+/,
  ),
);

/** Images that are one program, by the entry point that the documentation or the Dockerfile of each names. */
const IMAGES: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)trivy(:|@|$)/, 'trivy'],
  [/(^|\/)gitleaks(:|@|$)/, 'gitleaks'],
  [/(^|\/)trufflehog(:|@|$)/, 'trufflehog'],
  [/(^|\/)k6(:|@|$)/, 'k6'],
  [/(^|\/)semgrep(:|@|$)/, 'semgrep'],
  [/(^|\/)checkov(:|@|$)/, 'checkov'],
  [/(^|\/)tfsec(:|@|$)/, 'tfsec'],
  [/(^|\/)grype(:|@|$)/, 'grype'],
  [/(^|\/)hadolint(:|@|$)/, 'hadolint'],
  [/(^|\/)osv-scanner(:|@|$)/, 'osv-scanner'],
  [/(^|\/)dependency-check(:|@|$)/, 'dependency-check'],
  [/(^|\/)flyway(:|@|$)/, 'flyway'],
  [/(^|\/)liquibase(:|@|$)/, 'liquibase'],
  [/(^|\/)newman(:|@|$)/, 'newman'],
  [/(^|\/)terraform(:|@|$)/, 'terraform'],
  [/(^|\/)aws-cli(:|@|$)/, 'aws'],
  [/(^|\/)locust(:|@|$)/, 'locust'],
  [/(^|\/)artillery(:|@|$)/, 'artillery'],
  [/(^|\/)shellcheck(:|@|$)/, 'shellcheck'],
  [/(^|\/)bandit(:|@|$)/, 'bandit'],
  [/(^|\/)syft(:|@|$)/, 'syft'],
  [/(^|\/)jq(:|@|$)/, 'jq'],
  [/(^|\/)yq(:|@|$)/, 'yq'],
  [/(^|\/)gocloc(:|@|$)/, 'gocloc'],
  [/(^|\/)vale(:|@|$)/, 'vale'],
  [/(^|\/)actionlint(:|@|$)/, 'actionlint'],
  [/(^|\/)yamllint(:|@|$)/, 'yamllint'],
  [/(^|\/)markdownlint-cli(:|@|$)/, 'markdownlint'],
  [/(^|\/)markdownlint-cli2(:|@|$)/, 'markdownlint-cli2'],
  [/(^|\/)tflint(:|@|$)/, 'tflint'],
  [/(^|\/)terraform-docs(:|@|$)/, 'terraform-docs'],
  [/^stoplight\/spectral(:|@|$)/, 'spectral'],
  [/^redocly\/cli(:|@|$)/, 'redocly'],
];

/** Its entry point puts the program before options, and runs other words as they are. */
const SONAR = /^sonarsource\/sonar-scanner-cli(:|@|$)/;

/** What `docker run` runs: the program of the image, or the words behind it. */
function inContainer(words: readonly string[]): readonly string[] | undefined {
  let at = 2;
  let entry: string | undefined;
  while (at < words.length && words[at]!.startsWith('-')) {
    const word = words[at]!;
    if (word === '--entrypoint') entry = words[at + 1];
    if (word.startsWith('--entrypoint=')) entry = word.slice('--entrypoint='.length);
    at += VALUED_BY_RUN.has(word) ? 2 : 1;
  }
  const image = words[at];
  if (image === undefined) return undefined;
  const rest = words.slice(at + 1);
  if (entry !== undefined && entry !== '') return [entry, ...rest];
  const program = IMAGES.find(([pattern]) => pattern.test(image))?.[1];
  if (program !== undefined) return rest[0] === program ? rest : [program, ...rest];
  // Options are for the program that the image starts by itself.
  const isItsOwn = rest[0]?.startsWith('-') !== false;
  if (isItsOwn && SONAR.test(image)) return ['sonar-scanner', ...rest];
  return isItsOwn ? ['docker-image', image === '' ? OPEN : image, ...rest] : rest;
}
