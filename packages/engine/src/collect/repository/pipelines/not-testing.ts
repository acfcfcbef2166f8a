/** Options with which runners of tests run none of them. From the documentation of each. */
const RUNS_NONE: ReadonlySet<string> = new Set(
  `--version --help --dry-run --dryrun --list-tests --listTests --list-files --showConfig --clearCache --init --collect-only --co
   --fixtures --markers --setup-plan --notest --listenvs --list-sessions --install-only --no-run --show-only`.split(
    /\s+/,
  ),
);

const LISTS = /^(?:playwright|nox)$/;

/** What compiles and packs too, and leaves its tests out where it is told to. */
const BUILDS = /^(?:mvn|gradlew?)$/;
const SKIPPED = /^-D(?:skipTests|maven\.test\.skip)(?:=true)?$/;

/** Environments of tox and sessions of nox that are no tests by their names. */
const BESIDE_TESTS =
  /^(?:lint(?:er|ers|ing)?|flake8|pylint|mypy|typing|types|type-?check|style|format|fmt|black|isort|ruff|pre-commit|docs?|build|package|release|publish|deploy|clean|bandit|safety|audit)$/;

/** What a command of a tool that tests does instead, where its words say that it tests nothing. */
export function insteadOfTests(name: string, words: readonly string[]): 'build' | 'other' | undefined {
  if (name === 'vitest' && words.includes('bench')) return 'other';
  if (words.some((word) => RUNS_NONE.has(word) || (word === '--list' && LISTS.test(name)))) return 'other';
  if (BUILDS.test(name) && (words.some((word) => SKIPPED.test(word)) || leavesOut(words, 'test')))
    return 'build';
  const chosen = name === 'tox' || name === 'nox' ? chosenIn(words) : [];
  return chosen.length > 0 && chosen.every((one) => BESIDE_TESTS.test(one)) ? 'other' : undefined;
}

/** `gradle build -x test`, and not `gradle integrationTest -x test`. */
function leavesOut(words: readonly string[], task: string): boolean {
  const isLeftOut = (at: number) => /^(?:-x|--exclude-task)$/.test(words[at - 1] ?? '');
  return (
    words.some((word, at) => word === task && isLeftOut(at)) &&
    !words.some((word, at) => /^(?!-).*test$/i.test(word) && !isLeftOut(at))
  );
}

/** `tox -e lint,docs`, `nox -s lint` */
function chosenIn(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^(?:-e|-s|--sessions?|-k)$/.test(word));
  const given = at < 0 ? words.find((word) => /^-[es]\w/.test(word))?.slice(2) : words[at + 1];
  return given?.split(',') ?? [];
}
