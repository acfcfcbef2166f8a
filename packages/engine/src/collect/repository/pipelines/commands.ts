import type { SourceOfFiles } from '../reader.ts';
import { together } from './beside.ts';
import type { Command, Commands, OpenCommand, ShellJob } from './command.ts';
import { CommandDeployments } from './command-deployments.ts';
import {
  asksTheApp,
  byName,
  fateOf,
  fateOfAsking,
  fateOfScan,
  fateOfTold,
  isCalledDeployment,
  type Way,
} from './command-fates.ts';
import { isOpenCall, isPlain, kindOfCommand } from './command-kinds.ts';
import { buildOfService } from './compose-services.ts';
import { runsApart } from './containers-apart.ts';
import { Settings, versionIn } from './deployments.ts';
import { asTerraform } from './gitlab-terraform.ts';
import { textHanded } from './handed-texts.ts';
import { type ImageBuild, imageBuildOf, stagesBuilt } from './image-builds.ts';
import { runsFetched } from './installers.ts';
import { migratedBy } from './migrated-folders.ts';
import { handsOver } from './not-deploying.ts';
import { isOnlyPrinted, runsNothing } from './runs-nothing.ts';
import { isOfPackage, type ScriptFiles, type ScriptRun, scriptRunBy } from './scripts.ts';
import { type Fate, withFate, worse } from './shell-fates.ts';
import type { FileAsked, Ran } from './shell-ran.ts';
import { runShell } from './shell-run.ts';
import { readShell } from './shell-syntax.ts';
import { GIVEN, isOpen, pathAmong, plainly } from './shell-text.ts';
import type { ShellText } from './shell-tree.ts';
import { asArguments } from './shell-variables.ts';
import { siteBuildOf } from './site-builds.ts';
import { tellsOfItself } from './tells-of-itself.ts';
import { nothingTested, onlyBuilds, withoutEmpty } from './tests-there.ts';
import { BRINGS, NOT_DEPLOYING, OF_TESTS, STARTS_STAND_IN } from './told-by-name.ts';
import { unwrapped } from './wrappers.ts';

const DEEPEST = 10;

const MOST = 400;

const MOST_FOLLOWED = 4_000;

/** Follows commands to what they finally run. */
export class Followed {
  readonly #files: ScriptFiles;
  readonly #source: SourceOfFiles;
  readonly #deployments: CommandDeployments;
  readonly #texts = new Map<string, ShellText>();

  readonly #fileThere: FileAsked | undefined;

  constructor(files: ScriptFiles, source: SourceOfFiles, fileThere?: FileAsked) {
    this.#fileThere = fileThere;
    this.#files = files;
    this.#source = source;
    this.#deployments = new CommandDeployments(source);
  }

  /** Whether a path names a file of the repository. */
  has(path: string): boolean {
    return this.#source.has(path) || this.#source.leftOut(path) !== undefined;
  }

  /** What a text runs, as far as the repository tells. */
  async of(job: ShellJob): Promise<Commands> {
    const found: Found = {
      commands: [],
      open: [],
      followed: 0,
      circles: 0,
      settings: job.settings,
      called: job.called ?? '',
      text: job.text,
    };
    const way: Way = { through: [], names: [], running: [], ...(job.isMixed ? { isElsewhere: true } : {}) };
    const end = await this.#text(job, way, found, job.file);
    const said = byName(job.called ?? '');
    const real = found.commands.filter(({ kind }) => kind !== 'checkout' && kind !== 'login');
    // A step that is called a test and only prints is one that tests nothing.
    if (said !== undefined && found.open.length === 0 && real.length > 0 && real.every(isOnlyPrinted))
      return {
        commands: [{ ...real.at(-1)!, kind: said, nothing: true, fate: runsNothing(real) }],
        open: [],
        end,
      };
    return { ...found, end };
  }

  /**
   * What a target of a makefile, a script of a package or a shell file runs by itself. What holds where nobody says
   * otherwise is taken, or left to whoever calls it.
   */
  async ofScript(run: ScriptRun, settings: Settings, defaults: 'taken' | 'open'): Promise<Commands> {
    const found: Found = {
      commands: [],
      open: [],
      followed: 0,
      circles: 0,
      settings,
      called: run.name,
      text: run.parts.map(({ text }) => text).join('\n'),
      ...(defaults === 'open' ? { defaultsAreOpen: true as const } : {}),
    };
    // What it is given is up to whoever calls it.
    const variables = new Map(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '@', '*', '#'].map((name) => [name, GIVEN]),
    );
    await this.#script(
      run,
      { words: [], variables, folder: '.', line: 1, written: '' },
      // People have files of their own beside those of the repository.
      { through: [], names: [], running: [], isElsewhere: true },
      found,
    );
    return { ...found, end: { folder: undefined, variables: new Map() } };
  }

  /** Scripts are called from many places, and are read once. */
  #read(text: string, line: number): ShellText {
    const key = `${line} ${text}`;
    const read = this.#texts.get(key) ?? readShell(text, line);
    if (this.#texts.size < MOST_FOLLOWED) this.#texts.set(key, read);
    return read;
  }

  async #text(
    job: Omit<ShellJob, 'settings' | 'called'>,
    on: Way,
    found: Found,
    script?: string,
  ): Promise<Commands['end']> {
    const { body, brokenAt } = this.#read(job.text, job.line);
    if (brokenAt !== undefined)
      found.open.push({
        decidedBy: `what the rest of the script at ${job.file}:${brokenAt} runs`,
        file: job.file,
        line: brokenAt,
      });
    const { ran, end } = runShell(body, {
      shell: job.shell,
      variables: job.variables,
      folder: job.folder,
      ...(job.openFolder === undefined ? {} : { openFolder: job.openFolder }),
      ...(script === undefined || !this.#files.texts.has(script) ? {} : { script }),
      ...(found.defaultsAreOpen === undefined ? {} : { defaultsAreOpen: true }),
      ...(this.#fileThere === undefined || on.isElsewhere === true ? {} : { fileThere: this.#fileThere }),
      sourced: (path, folder) => this.#sourced(path, folder),
    });
    for (const one of ran) await this.#ran(one, one.file ?? job.file, on, found);
    return end;
  }

  #sourced(path: string, folder: string | undefined) {
    const file = pathAmong(folder, path, this.#files.texts.keys());
    const text = file === undefined ? undefined : this.#files.texts.get(file);
    return text === undefined ? undefined : { file: file!, body: this.#read(text, 1).body };
  }

  /** The tests and scans that building an image runs: a stage whose tests fail is not built, and no image is. */
  async ofImage(build: ImageBuild, way: Way, settings: Settings): Promise<Omit<Commands, 'end'>> {
    const commands: Command[] = [];
    const open: OpenCommand[] = [];
    const stages = await stagesBuilt(build, this.#source);
    if (stages === undefined)
      open.push({
        decidedBy: `making ${build.file} readable`,
        deploysNothing: true,
        file: build.file,
        line: 1,
      });
    for (const { called, runs, shell, isBuilt } of stages ?? []) {
      const found: Found = {
        commands: [],
        open: [],
        followed: 0,
        circles: 0,
        settings,
        called,
        text: runs.map(({ text }) => text).join('\n'),
      };
      for (const { text, line } of runs) {
        const job = { text, file: build.file, line, shell, folder: build.context, variables: new Map() };
        await this.#text(job, { ...way, isElsewhere: true, through: [...way.through, called] }, found);
      }
      const checked = found.commands.filter(
        ({ kind }) => kind === 'test' || kind === 'lint' || kind === 'scan',
      );
      if (isBuilt) commands.push(...checked);
      else if (checked.some(({ kind }) => kind === 'test'))
        open.push({
          decidedBy: `whether the build makes ${called}, which the image is not made from`,
          deploysNothing: true,
          file: build.file,
          line: runs[0]?.line ?? 1,
        });
    }
    return { commands, open };
  }

  async #ran(called: Ran, file: string, on: Way, found: Found): Promise<void> {
    const service = await buildOfService(called.words, called.folder, this.#source);
    const ran =
      service === undefined
        ? called
        : { ...called, folder: service === 'unread' ? undefined : service.context };
    if (found.commands.length >= MOST || on.running.length > DEEPEST || ++found.followed > MOST_FOLLOWED) {
      if (found.followed > MOST_FOLLOWED + 1) return;
      found.open.push({ decidedBy: 'following fewer scripts that call each other', file, line: ran.line });
      return;
    }
    if (STARTS_STAND_IN.test(called.words.join(' '))) found.settings.standIn = true;
    const words = asTerraform(unwrapped(ran.words), ran.variables);
    const [program = ''] = words;
    const isApart =
      on.isApart === true ||
      runsApart(called, { step: found.text, script: this.#files.texts.get(file) ?? '' });
    const apart = isApart ? { deploysNothing: true as const } : {};
    const way: Way = RUNS_ELSEWHERE.test(called.words.join(' ')) ? { ...on, isElsewhere: true } : on;
    const open = (decidedBy: string, isOfDeployment?: true) => {
      const of = isOfDeployment === undefined ? {} : { isOfDeployment };
      found.open.push({ decidedBy, ...apart, ...of, file, line: ran.line });
    };
    // `:$(call …)` of make does nothing with what it is given.
    if (program === '' || tellsOfItself(words) || (program.startsWith(':') && isOpen(program))) return;
    // One thing of a list: `["api"]="shop-api-$STAGE"`.
    if (/^\[[^\]]*\]\+?=/.test(program)) return;
    if (isOpen(program) && pathAmong(ran.folder, program, this.#files.texts.keys()) === undefined)
      return open(`what ${plainly(ran.written)} runs`);
    // A text for another shell
    const handed = textHanded(words, ran);
    if (handed === 'open') return open(`what ${plainly(ran.written)} runs`);
    if (handed !== undefined) {
      const { text, errexit } = handed;
      const inner = { ...ran, text, file, shell: { errexit, pipefail: false } };
      const within = { ...way, ...fateOf(on, ran), ...together(on, ran), running: [...on.running, text] };
      await this.#text(inner, isApart ? { ...within, isApart } : within, found);
      return;
    }
    const run = runsFetched(words, found.text, this.#source.paths)
      ? { known: { kind: 'other' as const } }
      : await scriptRunBy(words, ran, this.#files, this.#source);
    if (run !== undefined && !('known' in run)) {
      if ('open' in run) {
        const brought = run.ofOthers ?? (run.missing !== undefined && BRINGS.test(found.text));
        const isOfTests =
          NOT_DEPLOYING.test(ran.words.join(' ')) ||
          (run.missing !== undefined && OF_TESTS.test(run.missing));
        const saysSo = words.some((word) => !word.startsWith('-') && isCalledDeployment(word));
        const isHarmless =
          (isOfTests && run.mayDeploy !== true && !saysSo) ||
          (run.perhaps !== undefined && (await this.#deployNothing(run.perhaps, ran, on, found)));
        found.open.push({
          decidedBy: run.open,
          ...(brought ? { ofOthers: true as const, ...calledDeployment(words) } : {}),
          ...(isHarmless ? { deploysNothing: true as const } : run.missing === undefined ? {} : apart),
          file,
          line: ran.line,
        });
        return;
      }
      const from = found.commands.length;
      for (const one of run.runs) await this.#script(one, ran, way, found);
      if (run.runs.length > 1) found.commands.push(...withoutEmpty(found.commands.splice(from)));
      return;
    }
    const known = run?.known ?? kindOfCommand(words) ?? asksTheApp(words, on, ran, found.called);
    const settings = found.settings;
    settings.heed(words, ran.folder);
    const kind = known?.kind ?? 'other';
    if (known === undefined && isOpenCall(words)) return open(`what ${plainly(ran.written)} runs`, true);
    if (known === undefined && !isPlain(program)) {
      const isPath = program.includes('/') || /\.\w+$/.test(program);
      const own = isPath && !program.startsWith('/') && !isOfPackage(program);
      const what = own ? plainly(program) : plainly(words.slice(0, 2).join(' '));
      found.open.push({
        decidedBy: `what ${what} does`,
        ...apart,
        ...(own ? {} : { ofOthers: true as const, ...calledDeployment(words) }),
        ...(fateOf(on, ran).fate === undefined ? {} : { isSwallowed: true as const }),
        file,
        line: ran.line,
      });
      return;
    }
    const made =
      kind !== 'deploy'
        ? undefined
        : await this.#deployments.of(words, ran, { ...found, file, through: on.through });
    if (typeof made === 'object' && 'decidedBy' in made) return open(made.decidedBy);
    const deploys = typeof made === 'string' ? undefined : made;
    const version = versionIn(ran.written, words);
    const site = siteBuildOf(words, ran);
    const tested = kind === 'test' ? await nothingTested(words, ran.folder, this.#source) : undefined;
    const isBuild = tested === true && onlyBuilds(words);
    const does = typeof made === 'string' ? made : isBuild ? 'build' : kind;
    const nothing = isBuild ? undefined : tested;
    found.commands.push({
      kind: does,
      ...(handsOver(does, words) ? { handsOver: true } : {}),
      ...(known?.scans === undefined ? {} : { scans: known.scans }),
      text: plainly(ran.written),
      words,
      file,
      line: ran.line,
      through: on.through,
      ...(kind === 'smoke'
        ? fateOfAsking(words, ran, on)
        : kind === 'scan'
          ? fateOfScan(words, ran, on)
          : fateOf(on, ran)),
      ...fateOfTold(words),
      ...together(on, ran),
      ...(ran.onlyIf === undefined && on.onlyIf === undefined
        ? {}
        : { onlyIf: plainly(ran.onlyIf ?? on.onlyIf!) }),
      ...(nothing === undefined ? {} : { nothing }),
      ...(nothing === true ? { fate: FINDS_NONE } : {}),
      ...(kind === 'migrate' ? { migrates: migratedBy(words, ran.folder, this.#source) } : {}),
      ...(deploys === undefined ? {} : { deploys }),
      ...(version === undefined ? {} : { version }),
      ...(site === undefined ? {} : { site }),
      ...(ran.output === undefined ? {} : { output: ran.output }),
      names: [...on.names, ...(ran.onlyIf === undefined ? [] : [ran.onlyIf])],
    });
    const image = imageBuildOf(words, ran.folder);
    if (image === undefined || on.running.includes(image.file)) return;
    const within = { ...on, ...fateOf(on, ran), ...together(on, ran), running: [...on.running, image.file] };
    const built = await this.ofImage(image, within, settings);
    found.commands.push(...built.commands);
    found.open.push(...built.open);
  }

  /** Whether none of several scripts deploys, whichever is run. */
  async #deployNothing(runs: readonly ScriptRun[], ran: Ran, on: Way, found: Found): Promise<boolean> {
    const tried: Found = { ...found, commands: [], open: [], settings: new Settings() };
    for (const run of runs) await this.#script(run, ran, on, tried);
    found.followed = tried.followed;
    return (
      tried.commands.every(({ kind }) => kind !== 'deploy') &&
      tried.open.every(({ deploysNothing }) => deploysNothing === true)
    );
  }

  async #script(run: ScriptRun, ran: Ran, on: Way, found: Found): Promise<void> {
    const key = `${run.file}#${run.called}#${run.arguments.join(' ')}`;
    if (on.running.includes(key)) {
      found.circles++;
      return;
    }
    const way: Way = {
      through: [...on.through, run.called],
      names: [...on.names, run.called],
      running: [...on.running, key],
      ...(on.isElsewhere === undefined ? {} : { isElsewhere: on.isElsewhere }),
      ...withFate(worse(run.fate, fateOf(on, ran).fate)),
      ...together(on, ran, run),
      ...(ran.onlyIf === undefined
        ? on.onlyIf === undefined
          ? {}
          : { onlyIf: on.onlyIf }
        : { onlyIf: ran.onlyIf }),
    };
    const before = found.commands.length;
    const openBefore = found.open.length;
    const { circles } = found;
    for (const part of run.parts) {
      const variables = new Map([
        ...ran.variables,
        ...run.variables,
        ...(run.isFile || run.arguments.length > 0 ? asArguments(run.arguments) : []),
      ]);
      const text = part.expand?.(part.text, variables, found.defaultsAreOpen === true) ?? part.text;
      const ignores = part.ignored ? 'a dash before it' : run.ignores;
      const own: Way = ignores
        ? { ...way, fate: { swallowed: `make does not care how it ends (${ignores} in ${run.file})` } }
        : way;
      await this.#text(
        { text, file: run.file, line: part.line, shell: run.shell, folder: run.folder, variables },
        own,
        found,
        run.isFile ? run.file : undefined,
      );
    }
    if (found.circles > circles && found.commands.length === before && found.open.length === openBefore) {
      const decidedBy = `what ${run.called} runs, which only leads back to itself`;
      found.open.push({ decidedBy, file: run.file, line: run.parts[0]?.line ?? 1 });
    }
    this.#nameWhatPrints(run, way, found, before, openBefore);
  }

  /** A script called `test` that only prints is a test that tests nothing. */
  #nameWhatPrints(run: ScriptRun, way: Way, found: Found, before: number, openBefore: number): void {
    const own = found.commands.slice(before);
    const kind = byName(run.name);
    if (kind === undefined || found.open.length > openBefore || !own.every(isOnlyPrinted)) return;
    // What it does is in functions that others call.
    if (run.parts.some(({ text }) => DEFINES.test(text))) return;
    if (own.some(({ words }) => words[0] === 'exit' && words[1] !== '0')) return;
    const last = own.at(-1);
    const [part] = run.parts;
    found.commands.splice(before, own.length, {
      kind,
      text: last?.text ?? run.called,
      words: last?.words ?? [],
      file: last?.file ?? run.file,
      line: last?.line ?? part?.line ?? 1,
      through: way.through,
      fate: runsNothing(own),
      nothing: true,
      names: way.names,
    });
  }
}

interface Found {
  readonly commands: Command[];
  readonly open: OpenCommand[];
  readonly settings: Settings;
  /** How many commands were looked at. */
  followed: number;
  /** How often a script was met again on the way to itself. */
  circles: number;
  readonly called: string;
  /** The whole text, for what it brings along. */
  readonly text: string;
  /** What holds where nobody says otherwise is up to whoever runs it. */
  readonly defaultsAreOpen?: true;
}

/** By its program or the words that say what that does. */
function calledDeployment(words: readonly string[]): { readonly isCalledDeployment?: true } {
  const plain = words.filter((word, at) => !word.startsWith('-') && (at === 0 || !/[/.]/.test(word)));
  return plain.slice(0, 3).some(isCalledDeployment) ? { isCalledDeployment: true } : {};
}

const RUNS_ELSEWHERE = /^(?:sudo )?(?:docker|podman|docker-compose|kubectl|ssh|vagrant|multipass|wsl)\b/;

/** A function of a shell. */
const DEFINES = /^\s*(?:function\s+[\w:-]+|[\w:-]+\s*\(\s*\))\s*\{?/m;

const FINDS_NONE: Fate = { swallowed: 'it finds no tests, and ends well' };
