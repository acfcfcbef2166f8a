import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Scanners that only write a report: what stands after them may stop the job for what the report says.
 */

const TRIVY = 'trivy image --format json --output report.json api:latest';
const REPORTS = 'it reports, and stops nothing (without --exit-code 1)';
const JQ = `jq -e '[.Results[].Vulnerabilities[]?] == []' report.json`;
const OPEN = (gate: string) => `? looking at what ${gate} does with the report`;

/** Why the first scan of a job with these steps stops nothing. */
async function lost(steps: readonly string[], files: Readonly<Record<string, string>> = {}, job = '') {
  const facts = await factsOf({
    '.github/workflows/w.yml': `on: push\njobs:\n  j:\n${job}    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
    ...files,
  });
  const commands = facts
    .filter(({ type }) => type === 'Repository::Step')
    .flatMap((step) => at(step, 'commands') as readonly Plain[])
    .filter((one) => typeof one === 'object') as readonly Record<string, Plain>[];
  return commands.find(({ kind }) => kind === 'scan')?.cannotFail;
}

const run = (...lines: readonly string[]) => `run: |\n${lines.map((line) => `          ${line}\n`).join('')}`;

describe('the report of a scanner that stops nothing', () => {
  it.each<[string, readonly string[], string]>([
    [
      'a script in a later step',
      [run(TRIVY), run('scripts/check-report.sh report.json')],
      'scripts/check-report.sh report.json',
    ],
    ['jq in the same step', [run(TRIVY, JQ)], JQ],
    [
      'a program on the same line',
      [run(`${TRIVY} && node check.mjs report.json`)],
      'node check.mjs report.json',
    ],
    [
      'what it is piped to',
      [run(TRIVY), run('cat report.json | check-findings')],
      'cat report.json | check-findings',
    ],
    [
      'a report of redirected output',
      [run('npm audit --json > reports/audit.json || true'), run('node check.mjs reports/audit.json')],
      'node check.mjs reports/audit.json',
    ],
    [
      'a report whose name is in a variable',
      [run('REPORT=report.json', 'trivy fs --output "$REPORT" .', 'scripts/check.py "$REPORT"')],
      'scripts/check.py "report.json"',
    ],
    [
      'an action of others',
      [run(TRIVY), 'uses: acme/check-report@v1\n        with: { findings: report.json }'],
      'acme/check-report@v1 report.json',
    ],
    [
      'the report of an action',
      [
        'uses: aquasecurity/trivy-action@0.30.0\n        with: { scan-type: fs, format: json, output: report.json }',
        run('scripts/check-report.sh report.json'),
      ],
      'scripts/check-report.sh report.json',
    ],
    [
      'a step whose own failure counts for nothing',
      [
        'continue-on-error: true\n        run: npm audit --json > audit.json',
        run('node check.mjs audit.json'),
      ],
      'node check.mjs audit.json',
    ],
  ])('may be judged by what comes after it: %s', async (_, steps, gate) => {
    expect(await lost(steps)).toBe(OPEN(gate));
  });

  it('may be judged in a script that is followed', async () => {
    const files = { 'scripts/scan.sh': `#!/bin/bash\nset -e\n${TRIVY}\n./check report.json\n` };
    expect(await lost([run('scripts/scan.sh')], files)).toBe(OPEN('./check report.json'));
    const gate = { 'scripts/gate.sh': `#!/bin/bash\nset -e\n${JQ}\n` };
    expect(await lost([run(TRIVY), run('scripts/gate.sh')], gate)).toContain('? looking at what jq -e');
  });

  it.each<[string, readonly string[]]>([
    ['nothing comes after it', [run(TRIVY)]],
    [
      'it is only kept',
      [run(TRIVY), 'uses: actions/upload-artifact@v4\n        with: { path: report.json }'],
    ],
    ['it is only shown', [run(TRIVY, 'cat report.json', 'cat report.json >> "$GITHUB_STEP_SUMMARY"')]],
    [
      'it is only uploaded',
      [run(TRIVY), 'uses: github/codeql-action/upload-sarif@v3\n        with: { sarif_file: report.json }'],
    ],
    ['another file is judged', [run(TRIVY), run('scripts/check-report.sh my-report.json.md')]],
    ['it was looked at before', [run('scripts/check-report.sh report.json'), run(TRIVY)]],
    ['the end of the gate is made good', [run(TRIVY), run('scripts/check-report.sh report.json || true')]],
    [
      'the gate may fail',
      [run(TRIVY), 'continue-on-error: true\n        run: scripts/check-report.sh report.json'],
    ],
    ['the gate never runs', [run(TRIVY), 'if: false\n        run: scripts/check-report.sh report.json']],
    ['it is written again', [run(TRIVY), run(TRIVY)]],
    [
      'it is a format and no file',
      [run('trivy image -f json api > /dev/null'), run('scripts/check.sh json')],
    ],
  ])('stops nothing where %s', async (_, steps) => {
    expect(await lost(steps)).toBe(REPORTS);
  });

  it('stops nothing in a job that may fail, and the scanner stops by itself where it does', async () => {
    const steps = [run(TRIVY), run('scripts/check-report.sh report.json')];
    expect(await lost(steps, {}, '    continue-on-error: true\n')).not.toMatch(/^\?/);
    const own = [run(`${TRIVY} --exit-code 1`), run('scripts/check-report.sh report.json')];
    expect(await lost(own)).toBeUndefined();
  });
});

describe('what shows a report', () => {
  const AUDIT = 'npm audit --json > audit.json || true';
  it.each([
    ['sorts it', run('sort audit.json > sorted.json')],
    ['posts it', 'uses: slackapi/slack-github-action@v2\n        with: { file: audit.json }'],
    ['comments it', 'uses: acme/sticky-pull-request-comment@v2\n        with: { path: audit.json }'],
  ])('stops nothing: %s', async (_, step) => {
    expect(await lost([run(AUDIT), step])).not.toMatch(/^\?/);
  });

  it.each([
    ['goes on with what is sorted', run('sort audit.json | check-findings')],
    ['may comment and judge', 'uses: acme/comment-and-check@v1\n        with: { path: audit.json }'],
    ["is somebody else's", 'uses: acme/findings@v1\n        with: { path: audit.json }'],
  ])('may stop something: %s', async (_, step) => {
    expect(await lost([run(AUDIT), step])).toMatch(/^\? looking at/);
  });
});

describe('scanners that are told to end well', () => {
  it.each([
    ['npm audit --audit-level=none', true],
    ['npm audit --audit-level none', true],
    ['npm audit --audit-level=critical', false],
    ['pip-audit --dry-run', true],
    ['pip-audit --dry-run --fix', false],
    ['pip-audit', false],
  ])('%s', async (command, endsWell) => {
    expect((await lost([run(command)])) !== undefined).toBe(endsWell);
  });

  it('by an input', async () => {
    const review = (more: string) => lost([`uses: actions/dependency-review-action@v4${more}`]);
    expect(await review('')).toBeUndefined();
    expect(await review('\n        with: { warn-only: true }')).toMatch(/warn-only/);
  });
});
