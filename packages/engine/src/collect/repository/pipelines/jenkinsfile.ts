import type { Findings } from '../findings.ts';
import { approvalIn, waitingOf } from './jenkins-approvals.ts';
import { type Block, saidAround } from './jenkins-blocks.ts';
import { placeIn } from './other-hosts.ts';
import type { Credential, Pipeline, PipelineFiles, PipelineJob, PipelineStep } from './pipeline.ts';

/** `Jenkinsfile`, `Jenkinsfile.deploy`; a program or a page may be called so too. */
export function isJenkinsfile(path: string): boolean {
  return /(^|\/)Jenkinsfile[\w.-]*$|\.jenkinsfile$/i.test(path) && !OF_SOMETHING_ELSE.test(path);
}

const OF_SOMETHING_ELSE =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|scala|swift|md|mdx|rst|txt|html?|css|json|ya?ml|toml|xml|snap)$/;

/** Declarative pipelines; what else Groovy runs stays open. */
export function jenkinsPipelines(files: PipelineFiles, _findings: Findings): readonly Pipeline[] {
  return [...files.texts]
    .filter(([file]) => isJenkinsfile(file))
    .map(([file, written]): Pipeline => {
      const text = withoutComments(written);
      const at = placeIn(file);
      const pipeline = blockNamed('pipeline', text, 0, text.length);
      const credentials: Credential[] = [];
      for (const match of text.matchAll(
        /AWS_ACCESS_KEY_ID\s*=|accessKeyVariable\s*:|AmazonWebServicesCredentialsBinding/g,
      ))
        credentials.push({
          kind: 'key',
          name: 'AWS_ACCESS_KEY_ID',
          at: placeIn(file, lineAt(text, match.index)),
        });
      for (const match of text.matchAll(/withAWS\s*\(([^)]*)\)/g))
        credentials.push({
          kind: /\brole\b/.test(match[1]!) && !/\bcredentials\b/.test(match[1]!) ? 'role' : 'key',
          name: 'withAWS',
          at: placeIn(file, lineAt(text, match.index)),
        });
      const common = {
        system: 'jenkins' as const,
        file,
        at,
        triggers: [{ event: /\bcron\s*\(/.test(text) ? 'schedule' : 'push', at }],
        actions: [],
        credentials,
        credentialsOpen: 'the credentials of Jenkins',
      };
      if (pipeline === undefined) {
        const open = `what the scripted pipeline of ${file} runs`;
        return {
          ...common,
          jobs: [{ id: 'pipeline', at, needs: [], steps: [{ ...EMPTY, at, inputs: new Map(), open }] }],
        };
      }
      const jobs: PipelineJob[] = [];
      const before: { id: string; stage: Stage; whens: readonly (string | undefined)[] }[] = [];
      for (const stage of stagesIn(text, pipeline.from, pipeline.to)) {
        const id = jobs.some((job) => job.id === stage.name)
          ? `${stage.name} ${jobs.length + 1}`
          : stage.name;
        const whens = stage.within.map((one) => whenOf(text, one));
        const said = whens.flatMap((when) => when ?? []);
        const condition = said.length === 0 ? undefined : said.join(' AND ');
        jobs.push({
          id,
          at: placeIn(file, lineAt(text, stage.from)),
          needs: before.filter((one) => !runBeside(one.stage, stage)).map((one) => one.id),
          ...(condition === undefined ? {} : { condition }),
          ...(condition !== undefined && /^expression \{\s*(?:return\s+)?false\s*\}$/.test(condition)
            ? { neverRuns: `its condition is ${condition}` }
            : {}),
          steps: stepsIn(text, stage.from, stage.to, file),
        });
        before.push({ id, stage, whens });
      }
      // An approval of one stage holds for those after it, where both run.
      const approvals = before.flatMap(
        ({ id, stage, whens }) => approvalIn(text, stage, whens, id, closing) ?? [],
      );
      return {
        ...common,
        jobs: jobs.map((job, at) => ({ ...job, ...waitingOf(job, before[at]!.whens, approvals) })),
      };
    });
}

const EMPTY = {
  shell: { errexit: true, pipefail: false },
  folder: '.',
  variables: new Map<string, string>(),
} as const;

/** Stages without stages of their own, in the order in which they stand. */
function stagesIn(text: string, from: number, to: number): readonly Stage[] {
  const found: Block[] = [];
  const all: Block[] = [];
  const pattern = /\bstage\s*\(\s*(['"])(.*?)\1\s*\)\s*\{/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    const start = match.index + match[0].length;
    const end = closing(text, start - 1);
    const block = { name: match[2]!, from: start, to: end };
    all.push(block);
    if (!/\bstage\s*\(\s*['"]/.test(text.slice(start, end))) found.push(block);
  }
  const parallels = blocksNamed('parallel', text, from, to);
  return found.map((block) => ({
    ...block,
    within: all.filter((one) => one.from <= block.from && block.to <= one.to),
    parallels: parallels.filter((one) => one.from < block.from && block.to < one.to),
  }));
}

/** A stage with those that it stands in, from the outermost to itself, and what runs their stages beside each other. */
interface Stage extends Block {
  readonly within: readonly Block[];
  readonly parallels: readonly Block[];
}

/** Whether two stages stand in different ways of something that runs them beside each other. */
function runBeside(one: Stage, other: Stage): boolean {
  const wayOf = ({ within }: Stage, { from }: Block) => within.find((stage) => stage.from > from)?.from;
  return one.parallels.some(
    (parallel) => other.parallels.includes(parallel) && wayOf(one, parallel) !== wayOf(other, parallel),
  );
}

function blocksNamed(name: string, text: string, from: number, to: number): readonly Block[] {
  const first = blockNamed(name, text, from, to);
  return first === undefined ? [] : [first, ...blocksNamed(name, text, first.from, to)];
}

/** The condition of a stage, and not of one in it. */
function whenOf(text: string, { from, to }: Block): string | undefined {
  const inner = text.slice(from, to).search(/\bstage\s*\(/);
  const when = blockNamed('when', text, from, inner < 0 ? to : from + inner);
  return when === undefined ? undefined : text.slice(when.from, when.to).trim().replace(/\s+/g, ' ');
}

function blockNamed(name: string, text: string, from: number, to: number): Block | undefined {
  const pattern = new RegExp(`\\b${name}\\s*\\{`, 'g');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null || match.index >= to) return undefined;
  const start = match.index + match[0].length;
  return { name, from: start, to: closing(text, start - 1) };
}

const STEP =
  /\b(sh|bat|powershell)\s*(?:\(\s*)?(?:script\s*:\s*)?('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|\b(build\s+job|load|script\s*\{|[a-z]\w*Pipeline)\b/g;

function stepsIn(text: string, from: number, to: number, file: string): readonly PipelineStep[] {
  const found: PipelineStep[] = [];
  STEP.lastIndex = from;
  for (let match = STEP.exec(text); match !== null && match.index < to; match = STEP.exec(text)) {
    const at = placeIn(file, lineAt(text, match.index));
    const [, command, literal, other] = match;
    if (command === undefined) {
      if (/^script/.test(other ?? '')) continue;
      found.push({ ...EMPTY, at, inputs: new Map(), open: `what ${other} in ${file} starts` });
      continue;
    }
    const quote = /^('''|"""|'|")/.exec(literal!)![1]!;
    const inner = literal!.slice(quote.length, -quote.length);
    const shown = quote.includes("'") ? inner : inner.replace(/\$\{(?!\w+\})[^}]*\}/g, '\uFFFD');
    found.push({
      ...EMPTY,
      at,
      inputs: new Map(),
      ...(/returnStatus\s*:\s*true/.test(
        text.slice(match.index, text.indexOf('\n', match.index + match[0].length)),
      )
        ? { mayFail: 'its exit status is only returned (returnStatus)' }
        : {}),
      ...saidAround(text, from, match.index, closing),
      run: { text: shown.replace(/\\(["'$\\])/g, '$1'), line: at.line, file },
    });
  }
  return found;
}

/** The place of the brace that closes one, texts left out. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const c = text[at];
    if (c === "'" || c === '"') {
      const quote = text.startsWith(c.repeat(3), at) ? c.repeat(3) : c;
      const end = text.indexOf(quote, at + quote.length);
      if (end < 0) return text.length;
      at = end + quote.length - 1;
    } else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return at;
  }
  return text.length;
}

/** Comments as spaces, so that places stay. */
function withoutComments(text: string): string {
  return text.replace(
    /('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (all, kept: string | undefined) => kept ?? all.replace(/[^\n]/g, ' '),
  );
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
