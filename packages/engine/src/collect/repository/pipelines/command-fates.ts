import type { Beside } from './beside.ts';
import { type CommandKind, type KnownCommand, neededToStop } from './command-kinds.ts';
import type { Asked } from './shell-asks.ts';
import type { Fate } from './shell-fates.ts';
import type { Ran } from './shell-ran.ts';
import { plainly } from './shell-text.ts';

/** How a command came to be run. */
export interface Way {
  readonly through: readonly string[];
  readonly names: readonly string[];
  readonly running: readonly string[];
  readonly fate?: Fate;
  readonly beside?: readonly Beside[];
  readonly asked?: readonly Asked[];
  readonly onlyIf?: string;
  /** It runs in a container that is given nothing but the folder. */
  readonly isApart?: true;
  /** It runs in a container or on another machine, where other files may lie. */
  readonly isElsewhere?: true;
}

export function fateOf(on: Way, ran: Ran): { readonly fate?: Fate } {
  const inner = ran.fate;
  const fate = inner !== undefined && 'swallowed' in inner ? inner : (on.fate ?? inner);
  return fate === undefined ? {} : { fate };
}

const HEALTH = /health|\/status|\/ping\b|\/ready|\/live\b|smoke|\/version\b/i;

/** A request to the application itself, by its path or by what it is called. */
export function asksTheApp(
  words: readonly string[],
  on: Way,
  ran: Ran,
  called: string,
): KnownCommand | undefined {
  if (!/^(curl|wget|http|https|httpie|xh)$/.test(words[0] ?? '')) return undefined;
  if (
    words.some(
      (word) =>
        /^(-o|-O|-LO|-sSLo|--output|--remote-name|-fsSLO|-T|--upload-file)$/.test(word) &&
        !words.includes('/dev/null'),
    )
  )
    return undefined;
  if (
    /localhost|127\.0\.0\.1|0\.0\.0\.0|169\.254\.169\.254|github\.com|githubusercontent|slack\.com|codecov|amazonaws\.com\/.*\.zip|get\.|install/i.test(
      ran.written,
    )
  )
    return undefined;
  const named = [called, ...on.names].some(
    (name) => byName(name) === 'smoke' || /verify|verification|sanity/i.test(name),
  );
  return named || HEALTH.test(words.slice(1).join(' ')) ? { kind: 'smoke' } : undefined;
}

/** curl ends well with any answer unless it is told otherwise, or what comes after it looks at the answer. */
export function fateOfAsking(words: readonly string[], ran: Ran, on: Way): { readonly fate?: Fate } {
  const plain = fateOf(on, ran);
  const { fate } = plain;
  if (fate !== undefined && 'swallowed' in fate) {
    if (/pipe to (grep|egrep|jq|python|node|test)/.test(fate.swallowed))
      return on.fate === undefined ? {} : { fate: on.fate };
    if (/output is put in/.test(fate.swallowed))
      return { fate: { open: `what the script does with the answer of ${plainly(ran.written)}` } };
    return plain;
  }
  const minds =
    words[0] !== 'curl' || words.some((word) => /^--fail(-with-body)?$|^-[a-zA-Z]*f[a-zA-Z]*$/.test(word));
  return minds || fate !== undefined
    ? plain
    : { fate: { swallowed: 'curl without --fail ends well whatever the application answers' } };
}

export function fateOfScan(words: readonly string[], ran: Ran, on: Way): { readonly fate?: Fate } {
  const plain = fateOf(on, ran);
  const needed = neededToStop(words, ran.variables);
  if (needed === undefined || (plain.fate !== undefined && 'swallowed' in plain.fate)) return plain;
  return { fate: { swallowed: `it reports, and stops nothing (without ${needed})` } };
}

/** Options with which tools end well whatever they find. From the documentation of each. */
const ENDS_WELL: readonly (readonly [program: RegExp, told: RegExp])[] = [
  [/^tflint$/, /(?:^|\s)(--force)(?=\s|$|=true)/],
  [/^(?:flake8|ruff|pylint|bandit|isort)$/, /(?:^|\s)(--exit-zero)(?=\s|$)/],
  [/^ruff$/, /(?:^|\s)(-e)(?=\s|$)/],
  [/^hadolint$/, /(?:^|\s)(--no-fail)(?=\s|$)/],
  [/^conftest$/, /(?:^|\s)(--no-fail)(?=\s|$)/],
  [/^(?:checkov|tfsec)$/, /(?:^|\s)(--soft-fail|-s)(?=\s|$)/],
  [/^golangci-lint$/, /(?:^|\s)(--issues-exit-code[= ]0)(?=\s|$)/],
  [/^(?:gitleaks|trivy)$/, /(?:^|\s)(--exit-code[= ]0)(?=\s|$)/],
  [/^snyk$/, /(?:^|\s)(monitor)(?=\s|$)/],
  [/^cfn-lint$/, /(?:^|\s)(--non-zero-exit-code[= ]none)(?=\s|$)/],
  [/^p?npm$/, /^audit\b.*?(--audit-level[= ]none)(?=\s|$)/],
  [/^pip-audit$/, /^(?!.*--fix).*?(--dry-run|-d)(?=\s|$)/],
  [/^sqlfluff$/, /(?:^|\s)(--nofail)(?=\s|$)/],
];

/** What becomes of a linter or scanner that is told to end well. */
export function fateOfTold(words: readonly string[]): { readonly fate: Fate } | undefined {
  const [program = '', ...rest] = words;
  const said = rest.join(' ');
  const told = ENDS_WELL.flatMap(([name, option]) =>
    name.test(program) ? (option.exec(said)?.[1] ?? []) : [],
  )[0];
  return told === undefined ? undefined : { fate: { swallowed: `it reports, and stops nothing (${told})` } };
}

const ONLY_SPEAKS =
  /^(skip(s|ped|ping)?|no|get|gets|show|print|list|find|note|notify|announce|tell|comment|summar\w+|report|describe|determine|resolve|compute|read|set|setup|prepare|install|download|upload|cache|restore|save|publish|collect|archive)$/;

/** What something is for by its name, where names of tests and scans are told apart from others. */
export function byName(name: string): CommandKind | undefined {
  const words = wordsDoing(name);
  const has = (...wanted: readonly string[]) => wanted.some((word) => words.includes(word));
  if (has('smoke', 'healthcheck') || (has('health') && has('check'))) return 'smoke';
  if (has('test', 'tests', 'unittest', 'unittests', 'pytest', 'e2e', 'integration', 'unit')) return 'test';
  if (has('audit', 'scan', 'sast', 'dast', 'vulnerabilities', 'security')) return 'scan';
  if (has('lint', 'linter', 'typecheck')) return 'lint';
  if (has('migrate', 'migrations', 'migration')) return 'migrate';
  return undefined;
}

/**
 * Whether something is called a deployment: `acme/deploy-to-ecs`, `okteto deploy`. What records deployments makes none, nor does
 * what brings the key of one (`github-deploy-keys`), or tells its status.
 */
export function isCalledDeployment(name: string): boolean {
  return wordsDoing(name).some(
    (word, at, words) => /^(?:re)?deploy(?:s|er)?$/.test(word) && !OF_A_DEPLOYMENT.test(words[at + 1] ?? ''),
  );
}

const OF_A_DEPLOYMENT = /^(?:keys?|tokens?|status|summary)$/;

/** The words of a name; none of one that only speaks of something: `Skip when there are no migrations`, `get-test-data`. */
function wordsDoing(name: string): readonly string[] {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return ONLY_SPEAKS.test(words[0] ?? '') ? [] : words;
}
