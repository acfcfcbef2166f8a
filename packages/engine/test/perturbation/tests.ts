import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const HEALTH = 'tests/test_health.py';
const SITE = 'site-tests/app.test.ts';
const SECURITY = 'tests/test_security.py';
const JOURNEY = 'tests/e2e/test_journey.py';
const LOAD = 'load/review.js';
const ASSERTION = '    assert api.call("GET /api/health", user=None)[1]["version"] == "0a1b2c3"';

/** All files of tests that say what the code does, but one. */
const OTHERS = ['app', 'concurrency', 'openapi', 'parts', 'two_users'].map((name) => ({
  file: `tests/test_${name}.py`,
  text: undefined,
}));

export const TESTS: readonly RepositoryPerturbation[] = [
  {
    check: 'tests-assert',
    resource: HEALTH,
    off: [replace(HEALTH, ASSERTION, '    api.call("GET /api/health", user=None)')],
    at: { file: HEALTH, text: 'def test_the_commit_is_that_of_the_archive(api, tmp_path, monkeypatch):' },
    unreadable: HEALTH,
  },
  {
    check: 'tests-not-skipped',
    resource: HEALTH,
    off: [
      replace(
        HEALTH,
        'def test_all_is_well(api):\n',
        'import pytest\n\n\n@pytest.mark.skip(reason="slow")\ndef test_all_is_well(api):\n',
      ),
    ],
    at: { file: HEALTH, text: 'def test_all_is_well(api):' },
    unreadable: HEALTH,
  },
  {
    check: 'tests-not-focused',
    given: [
      add(
        SITE,
        "import { expect, it } from 'vitest';\n\nit('reads numbers', () => {\n  expect(Number('2')).toBe(2);\n});\n",
      ),
    ],
    resource: SITE,
    off: [replace(SITE, "it('reads", "it.only('reads")],
    at: { file: SITE, text: "it.only('reads numbers'" },
    unreadable: SITE,
  },
  {
    check: 'unit-tests-exist',
    given: OTHERS,
    resource: null,
    off: [{ file: HEALTH, text: undefined }],
    unreadable: HEALTH,
  },
  {
    check: 'tests-compare-answers',
    given: [
      ...OTHERS,
      { file: HEALTH, text: undefined },
      { file: SECURITY, text: undefined },
      add(
        'tests/test_breaker.py',
        'from breaker import Breaker\n\n\ndef test_calls():\n    assert Breaker("mail").call(print) is None\n',
      ),
    ],
    resource: null,
    off: [replace('tests/test_breaker.py', 'call(print) is None', 'call(print) is not None')],
    unreadable: 'tests/test_breaker.py',
  },
  {
    check: 'coverage-kept',
    resource: null,
    off: [replace('.github/workflows/checks.yml', '--cov-fail-under=80', '--cov-fail-under=40')],
    unreadable: '.github/workflows/checks.yml',
  },
  {
    check: 'integration-tests-exist',
    resource: null,
    off: [
      replace(
        'tests/conftest.py',
        'from moto import mock_aws',
        'from contextlib import nullcontext as mock_aws',
      ),
    ],
    unreadable: 'tests/conftest.py',
  },
  {
    check: 'end-to-end-tests-run',
    besides: ['browsers-covered'],
    resource: null,
    off: [{ file: JOURNEY, text: undefined }],
    unreadable: JOURNEY,
  },
  {
    check: 'load-tests-repeatable',
    resource: null,
    off: [replace(LOAD, '  thresholds: {', '  tags: {')],
    at: {
      file: LOAD,
      text: '// Reviews on staging, with a reader and with six: SITE=https://… k6 run load/review.js',
    },
    unreadable: LOAD,
  },
  {
    check: 'browsers-covered',
    resource: null,
    off: [
      replace(
        JOURNEY,
        'BROWSERS = {"chromium": None, "firefox": None, "webkit": None, "phone": "iPhone 13"}',
        'BROWSERS = {"chromium": None}',
      ),
      replace(JOURNEY, 'getattr(playwright, "webkit" if device else request.param)', 'playwright.chromium'),
    ],
    unreadable: JOURNEY,
  },
  {
    check: 'security-tests-exist',
    // A test that compares nothing is told by another check before and after.
    given: [
      ...OTHERS,
      { file: SECURITY, text: undefined },
      add(
        'tests/test_hostile.py',
        'def test_names(api):\n    api.call("GET /api/health")\n\n\ndef test_sql(api):\n    assert api.call("\' OR 1=1 --")[0] == 404\n',
      ),
    ],
    resource: null,
    off: [
      replace(
        'tests/test_hostile.py',
        '    assert api.call("\' OR 1=1 --")[0] == 404',
        '    api.call("\' OR 1=1 --")',
      ),
    ],
    unreadable: 'tests/test_hostile.py',
  },
];
