/** What the code does so that somebody hears of what it does: logs, traces, metrics, errors. */
export const WATCHING_TYPES = {
  'Repository::ApplicationCode': {
    is: "the application's own code",
    address: 'the code of the application',
    properties: {
      served: 'how many of its files may run where it is served: no pages, infrastructure, tools and scripts',
      untyped: 'how many of them no compiler looks at: Python and JavaScript',
      serves: {
        is: 'whether its own code says that it serves: a server that it brings along, a handler that Lambda calls',
        otherwise: false,
      },
      pages: 'how many of them run in pages',
    },
  },
  'Repository::RunningScript': {
    is: 'a file of a folder for scripts that code which may be served imports',
    address: 'imported src/scripts/schema.ts',
    properties: {
      path: 'where the file lies',
      importedBy: 'a file that imports it',
    },
  },
  'Repository::LogLines': {
    is: 'what a module writes to the log',
    address: 'src/app.py',
    properties: {
      path: 'where the file lies',
      lines: 'the places that write a line while it serves; what is written at its start is left out',
      'lines[].writer': 'what writes: `console.log`, `print`, `pino`, `logging`',
      'lines[].structured': 'whether the line is JSON',
      'lines[].correlated': 'whether the line carries an id of its request or trace',
      'lines[].personal': 'whether the line says whose request it is: `userId`, `user.sub`',
      missing: 'modules that are used where lines are written and that nothing imports',
      'missing[].name': 'the name of such a module',
    },
  },
  'Repository::Tracer': {
    is: 'a place that instruments the code for tracing',
    address: 'src/telemetry.py X-Ray',
    properties: {
      path: 'where the file lies',
      library: 'what traces: `X-Ray`, `OpenTelemetry`, `Datadog`',
      errors: { is: 'whether it keeps errors that nobody caught', otherwise: false },
      byStart: { is: 'whether a start command does it, without a line of code', otherwise: false },
      usedIn: 'the files through which it comes to run',
    },
  },
  'Repository::Metric': {
    is: 'a place that sends metrics of the application',
    address: 'src/metrics.js count',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      library: 'what sends them: `Powertools`, `CloudWatch`, `StatsD`',
      names: 'what the metrics are called',
      stored: 'the metrics as CloudWatch keeps them, where the place writes that out',
      'stored[].namespace': 'the namespace of such a metric',
      'stored[].name': 'its name',
      'stored[].dimensions': 'the names of its dimensions',
      usedIn: 'the files through which it comes to run',
      missing: 'modules that are used there and that nothing imports',
      'missing[].name': 'the name of such a module',
    },
  },
  'Repository::ErrorTracker': {
    is: 'a place that starts the gathering of errors',
    address: 'src/app.py Sentry',
    properties: {
      path: 'where the file lies',
      library: 'what gathers them: `Sentry`, `Rollbar`',
      usedIn: 'the files through which it comes to run',
    },
  },
  'Repository::PageErrorTracker': {
    is: 'a place that starts the gathering of errors of pages',
    address: 'src/main.tsx Sentry',
    properties: {
      path: 'where the file lies',
      library: 'what gathers them: `Sentry`, `Datadog`, `its own report`',
      usedIn: 'the files through which it comes to run',
    },
  },
  'Repository::SensitiveOperation': {
    is: 'a sensitive operation',
    address: 'audit of DELETE /account',
    properties: {
      path: 'the path of the route',
      method: 'its method',
      of: 'what makes it sensitive: `removes a person`, `hands out data`, `administers`, `changes what somebody may do`',
      file: 'where what answers it lies',
      audited:
        'whether the code that answers writes down who did it, in what is called an audit or activity log',
    },
  },
  'Repository::AuditRecord': {
    is: 'a place that writes an audit record',
    address: 'audit record in src/audit.ts audit',
    properties: {
      path: 'where the file lies',
      function: 'the function that it stands in',
      usedIn: 'the files through which it comes to run',
    },
  },
} as const;
