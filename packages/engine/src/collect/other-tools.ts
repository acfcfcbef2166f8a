/** A tool that deploys to AWS and whose definitions are not read. */
export interface OtherTool {
  readonly name: string;
  /** At least one. */
  readonly files: readonly string[];
  /** How to get at what it deploys, as an instruction. */
  readonly decidedBy: string;
  /** Whether its files say which function answers which route. */
  readonly routes: boolean;
}

interface Row {
  readonly name: string;
  readonly file: RegExp;
  /** What it makes in a language that is read; where that is there, nothing is unseen. */
  readonly made?: RegExp;
  readonly decidedBy: string;
  readonly routes?: true;
}

/** The tool whose services are read in part (`serverless/`). */
export const SERVERLESS = 'the Serverless Framework';

/** The tool whose applications are read in part (`sst/`). */
export const SST = 'SST';

/** From the documentation of each tool. */
const TOOLS: readonly Row[] = [
  {
    name: SERVERLESS,
    // A module of an application may be called so too.
    file: /(^|\/)serverless(?:\.[\w-]+)?\.(?:ya?ml|json)$|^(?!(?:.*\/)?(?:src|lib)\/)(?:.*\/)?serverless(?:\.[\w-]+)?\.[jt]s$/,
    made: /(^|\/)\.serverless\/cloudformation-template-update-stack\.json$/,
    decidedBy: 'serverless package, and assessing the template that it writes to .serverless',
    routes: true,
  },
  {
    name: 'Chalice',
    file: /(^|\/)\.chalice\/config\.json$/,
    decidedBy: 'chalice package, and assessing the template that it writes',
  },
  {
    name: 'AWS Copilot',
    file: /(^|\/)copilot\/[^/]+\/manifest\.ya?ml$/,
    decidedBy: 'copilot svc package, and assessing the template that it writes',
  },
  {
    name: SST,
    file: /(^|\/)sst\.(?:config\.[mc]?[jt]s|json)$/,
    decidedBy: 'assessing the account that it deploys to',
    routes: true,
  },
  {
    name: 'Pulumi',
    file: /(^|\/)Pulumi\.ya?ml$/,
    decidedBy: 'assessing the account that it deploys to',
  },
  {
    name: 'Zappa',
    file: /(^|\/)zappa_settings\.(?:json|ya?ml|toml)$/,
    decidedBy: 'assessing the account that it deploys to',
  },
];

const TRIED_OUT = /(^|\/)(?:examples?|samples?|tests?|__tests__|fixtures?|node_modules)\//;

/** Tools of others that deploy from here, by their files. */
export function otherTools(paths: readonly string[]): readonly OtherTool[] {
  return TOOLS.flatMap(({ name, file, made, decidedBy, routes = false }): OtherTool[] => {
    if (made !== undefined && paths.some((path) => made.test(path))) return [];
    const files = paths.filter((path) => file.test(path) && !TRIED_OUT.test(path));
    return files.length === 0 ? [] : [{ name, files, decidedBy, routes }];
  });
}

/** `serverless.yml and 2 more` */
export function filesOf({ files: [first = '', ...more] }: Pick<OtherTool, 'files'>): string {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
