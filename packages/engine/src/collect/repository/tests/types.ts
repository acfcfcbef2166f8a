const CALLS = {
  calls: 'the routes and pages that it asks for',
  'calls[].method': 'the method: `GET`',
  'calls[].path': 'the path as it is written, a part that is put in as `{}`: `/cards/{}`',
} as const;

/** What tests say, what keeps their coverage, and what puts the application under load. */
export const TEST_TYPES = {
  'Repository::TestFile': {
    is: 'a file of tests',
    address: 'test/money.test.js',
    properties: {
      path: 'where the file lies',
      language:
        '`script`, `python`, or the ending of another language, of whose tests at most the names and what skips or focuses them are told',
      framework:
        'what runs it: `jest`, `vitest`, `mocha`, `node:test`, `playwright`, `cypress`, `pytest`, `unittest`, `go test`, `junit` …',
      kind: '`unit`, `integration`, `end-to-end` or `security`',
      neverRuns: 'why no runner takes it: its settings name other files as tests',
      count: 'how many tests stand in it, those of a table as one',
      tests: 'its tests',
      'tests[].name': 'the name of the test',
      'tests[].skipped': 'what keeps it from ever running: `describe.skip`',
      'tests[].onlyIf': {
        is: 'whether it is left out under a condition of its own',
        otherwise: false,
      },
      'tests[].focused': 'what keeps every other test from running: `it.only`',
      'tests[].isEmpty': { is: 'whether nothing stands in it', otherwise: false },
      'tests[].asserts': 'whether it compares anything, or anything that it calls for that does',
      'tests[].isConstant': {
        is: 'whether everything that it compares was decided when it was written',
        otherwise: false,
      },
      'tests[].isSwallowed': {
        is: 'whether it catches what its own comparisons throw, and goes on',
        otherwise: false,
      },
      'tests[].endsWithout':
        'the variable of the environment without which it ends well before it compares anything',
      'tests[].hostile': 'what it tries to break in with: `SQL`, `markup`, `paths`, `commands`',
      answerCompared: 'the first test that runs and compares what code of the application answers',
      uncollected: 'classes with tests that the framework does not collect',
      'uncollected[].name': 'the name of the class',
      services: 'services beside the application that it talks to',
      'services[].name': 'the library or address: `moto`, `testcontainers`',
      'services[].how': '`real` or `emulated`',
      browsers: 'browsers that it, or its configuration, starts',
      'browsers[].name': '`chromium`, `firefox`, `webkit`, `chrome`, `edge` or `safari`',
      devices: 'devices with a small screen that it pretends to be',
      'devices[].name': 'the name of the device',
      aims: 'the routes of the application that it asks for itself, with a client or an event',
      'aims[].method': 'as of the calls',
      'aims[].path': 'as of the calls',
      'aims[].isWhole':
        'whether the path stands whole in the test; what is put in before it may hold more of it',
      strangers: 'tests in which somebody reaches for what is of another',
      'strangers[].test': 'the name of the test',
      'strangers[].of': '`user` or `tenant`',
      'strangers[].refused': 'whether it says that this leads nowhere',
      'strangers[].routes': 'the routes that it asks for',
      'strangers[].routes[].method': 'the method: `GET`',
      'strangers[].routes[].path': 'the path: `/cards/{cardId}`',
      ...CALLS,
    },
  },
  'Repository::Language': {
    is: 'a language of the application',
    address: 'code in .py',
    properties: {
      ending: 'the ending of its files',
      files: 'how many files of the application are in it, scripts of a shell not among them',
      isRead: { is: 'whether code in it is read', otherwise: false },
    },
  },
  'Repository::LoadTest': {
    is: 'a load test',
    address: 'load/review.js',
    properties: {
      path: 'where the file lies',
      tool: '`k6`, `artillery`, `locust`, `gatling`, `jmeter`, `autocannon`, `ab`, `hey`, `wrk` or `vegeta`',
      hasThresholds: 'whether it fails where answers are slow or wrong',
      ...CALLS,
    },
  },
  'Repository::CoverageRule': {
    is: 'a rule about the coverage of tests',
    address: 'pytest.ini',
    properties: {
      path: 'where the file lies',
      by: 'what enforces it: `jest`, `vitest`, `nyc`, `c8`, `coverage.py`, `codecov` …',
      of: '`lines`, `statements`, `branches` or `functions`',
      least: 'the percentage below which it fails',
      always: {
        is: 'whether it holds however the tests are run; else only where a command asks for coverage',
        otherwise: false,
      },
    },
  },
  'Repository::Coverage': {
    is: 'a report of coverage',
    address: 'coverage.xml',
    properties: {
      path: 'where the file lies',
      format: '`lcov`, `cobertura` or `summary`',
      lines: 'the percentage of lines that tests ran',
      share: 'the percentage of the files of the application, in the same languages, that it looks at',
      date: 'the day on which it was made, where it says so',
    },
  },
} as const;
