import { looksTyped, type Section } from './markup.ts';

/** Something that is to be typed. */
export interface Command {
  readonly text: string;
  readonly tool: string;
  readonly complete: boolean;
  readonly line: number;
  /** What it asks of AWS. */
  readonly asks: Asks;
}

/** A command of AWS by its parts; nothing for others. */
export interface Asks {
  readonly service?: string;
  readonly operation?: string;
  readonly metric?: string;
  readonly statistic?: string;
  readonly namespace?: string;
  readonly threshold?: number;
  /** Of an alarm that it makes. */
  readonly tells?: 'somebody' | 'nobody' | 'not read';
  /** As CloudWatch names their parts. */
  readonly dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

const NO_SHELL = new Set([
  'json',
  'yaml',
  'yml',
  'hcl',
  'terraform',
  'tf',
  'ts',
  'typescript',
  'js',
  'javascript',
  'python',
  'py',
  'sql',
  'toml',
  'ini',
  'xml',
  'html',
  'mermaid',
  'text',
  'txt',
  'env',
  'dockerfile',
  'diff',
  'go',
  'java',
  'ruby',
  'csv',
  'http',
  'graphql',
  'properties',
]);

/** The commands of a section, each in one line. Queries and files that are shown are none. */
export function commandsIn(section: Section): readonly Command[] {
  return section.code.flatMap(({ text, line, language }) => {
    if (NO_SHELL.has(language)) return [];
    return statementsOf(text).flatMap(({ statement, offset }): Command[] => {
      if (!looksTyped(statement)) return [];
      const plain = statement.replace(/^(?:\$|>)\s+/, '');
      const asks = asksOf(plain);
      return [{ text: plain, tool: toolOf(plain), complete: isComplete(plain), line: line + offset, asks }];
    });
  });
}

/** Lines that belong together by a `\` at their end, an open quote or an open loop. */
function statementsOf(text: string): readonly { readonly statement: string; readonly offset: number }[] {
  const found: { statement: string; offset: number }[] = [];
  const lines = text.split('\n').slice(0, 500);
  for (let i = 0; i < lines.length; i++) {
    const offset = i;
    let statement = lines[i]!.trim();
    while (
      (statement.endsWith('\\') || hasOpenQuote(statement)) &&
      i + 1 < lines.length &&
      statement.length < 4_000
    ) {
      statement = `${statement.replace(/\\$/, '').trimEnd()} ${lines[++i]!.trim()}`;
    }
    if (statement !== '' && !statement.startsWith('#'))
      found.push({ statement: statement.slice(0, 4_000), offset });
  }
  return found;
}

function hasOpenQuote(text: string): boolean {
  let open: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && open !== "'") i++;
    else if (open === undefined && (c === '"' || c === "'")) open = c;
    else if (c === open) open = undefined;
  }
  // `don't` in a comment is no quote.
  return open === '"' || (open === "'" && !/\w'\w/.test(text));
}

function toolOf(statement: string): string {
  const words = statement.replace(/^sudo\s+/, '').split(/\s+/);
  const first = words.find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? words[0] ?? '';
  return first.replace(/^[A-Za-z_]\w*=\$\(/, '').replace(/^.*\//, '');
}

/** `aws cloudwatch get-metric-statistics --metric-name Latency --extended-statistics p99`, also inside of a loop. */
function asksOf(statement: string): Asks {
  const [, service, operation] = /\baws\s+([a-z][a-z0-9-]+)\s+([a-z][a-z0-9-]+)/.exec(statement) ?? [];
  if (service === undefined || operation === undefined) return {};
  const metric = /--metric-name[ =]["']?(\w+)/.exec(statement)?.[1];
  const statistic = /--(?:extended-)?statistics?[ =]["']?([\w.]+(?: [A-Z]\w+)*)/.exec(statement)?.[1];
  const raises = /--provisioned-throughput\b/.test(statement)
    ? `${operation} --provisioned-throughput`
    : operation;
  return {
    service,
    operation: raises,
    ...(metric === undefined ? {} : { metric }),
    ...(statistic === undefined ? {} : { statistic }),
    ...(metric === undefined ? {} : aboutMetric(statement)),
    ...(/^put-(?:metric|composite)-alarm$/.test(operation) ? { tells: whomTells(statement) } : {}),
  };
}

/** Options may come from a variable or a file: `$COMMON`, `"${options[@]}"`, `--cli-input-json file://alarm.json`. */
function whomTells(statement: string): NonNullable<Asks['tells']> {
  const [, options = ''] = /\bput-\w+-alarm\b(.*?)(?:;|&&|\|\||$)/s.exec(statement) ?? [];
  // Its actions are named and left undone.
  if (/--no-actions-enabled\b/.test(options)) return 'nobody';
  if (/--alarm-actions[ =]["']?[^\s"'-]/.test(options)) return 'somebody';
  const words = options.split(/\s+/);
  const given = words.some(
    (word, index) => /^["']?\$[\w{@(]/.test(word) && !/^--?[a-z]|^Name=|^[({]/.test(words[index - 1] ?? ''),
  );
  return given || /--cli-input-\w+/.test(options) ? 'not read' : 'nobody';
}

/** `--namespace AWS/Lambda --dimensions Name=FunctionName,Value=api --threshold 5`; nothing of what a variable holds. */
function aboutMetric(statement: string): Pick<Asks, 'namespace' | 'threshold' | 'dimensions'> {
  const namespace = /--namespace[ =]["']?([\w./-]+)/.exec(statement)?.[1];
  const threshold = /--threshold[ =]["']?(-?\d+(?:\.\d+)?)(?![\w.])/.exec(statement)?.[1];
  const given = /--dimensions[ =]((?:["']?Name=[^\s]+["']?\s*)*)/.exec(statement)?.[1];
  const dimensions = [...(given ?? '').matchAll(/Name=["']?([\w-]+)["']?,Value=["']?([^\s"']+)/g)].map(
    ([, name, value]) => ({ Name: name!, Value: value! }),
  );
  // Dimensions in another form (JSON, a file) are not read: they are not none.
  const isRead = dimensions.length > 0 || !/--dimensions\b/.test(statement);
  return {
    ...(namespace === undefined ? {} : { namespace }),
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
    ...(isRead ? { dimensions } : {}),
  };
}

/** Options of tools that take a value: without one somebody stopped in the middle. */
const TAKES_VALUE =
  /\s--(?!use-|no-|enable-|disable-|skip-|allow-|force-|with-|without-|show-|all-|include-)(?:[a-z0-9]+-)*(?:name|id|arn|time|date|group|key|bucket|table|cluster|service|function|stack|username|user|password|region|profile|filter|pattern|query|identifier|value|file|body|to|from|since|until|target|source|prefix|message|namespace|dimensions|period|statistics|email|url|host|port|version|image|tag|output|role|policy|type|instance|snapshot)$/;
const SHORT_OF_VALUE = /\s-(?:f|n|u|H|X|d|i)$/;
const NOT_FILLED_IN =
  /\.{3}(?![./\w])|…|\bTODO\b|\bTBD\b|\bFIXME\b|\b(?:YOUR|MY)[-_][A-Z]|\byour[-_ ](?:bucket|table|cluster|id|name|key|account|domain|pool|function|region|stack|app|service|api|host|db|database|instance)|\bREPLACE[-_ ]?(?:ME|WITH|THIS)|\bCHANGE[-_ ]?ME|\bINSERT[-_ ]|\bXXXX?X*\b|<(?:YOUR|INSERT|REPLACE|TODO|TBD|FILL|\.\.\.)[^>]*>/;

/** Whether a command could be typed as it stands, once what comes from the step before is known. */
function isComplete(statement: string): boolean {
  const command = statement.replace(/\s+#.*$/, '').trim();
  if (/\\$/.test(command) || NOT_FILLED_IN.test(command)) return false;
  return !command
    .split(/\s(?:&&|\|\||;|\|)\s/)
    .some((part) => TAKES_VALUE.test(` ${part.trim()}`) || SHORT_OF_VALUE.test(` ${part.trim()}`));
}
