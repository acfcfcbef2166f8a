import { folderOf, join } from '../../files/paths.ts';
import { readDockerfile } from '../containers/dockerfile.ts';
import { commandOf } from '../containers/image-entry.ts';
import { holdsIn, ImagePaths } from '../containers/image-paths.ts';
import { instructionsOfLast, isForDevelopment, isImageFile } from '../containers/reader.ts';
import { kindOfCommand } from '../pipelines/command-kinds.ts';
import { BARE } from '../pipelines/scripts.ts';
import { runShell } from '../pipelines/shell-run.ts';
import { readShell } from '../pipelines/shell-syntax.ts';
import { unwrapped } from '../pipelines/wrappers.ts';
import type { SourceOfFiles } from '../reader.ts';
import { member, readStructured, textOf } from '../structured-text.ts';
import type { MigrationTool } from './folders.ts';
import { platformCommands } from './platform-commands.ts';
import { toolsRunBy } from './tools.ts';

/** A command that migrates, or a file of code, that an image or a platform runs when it is started. */
export interface RunAtStart {
  /** The file that the image is built from, or that tells the platform. */
  readonly image: string;
  /** The folder that is taken: what lies elsewhere is not there. */
  readonly context: string;
  readonly command: string;
  /** Whose migrations it runs; nothing where it is code. */
  readonly tools: readonly MigrationTool[];
  /** The folder of migrations, where the settings of the tool name it. */
  readonly folder?: string;
  /** The file of code that is run. */
  readonly code?: string;
  readonly onlyIf?: string;
  readonly file: string;
  readonly line: number;
}

const FURTHEST = 6;

/** What migrates in the commands of images, the scripts of shells and manifests that they call followed. */
export async function runAtStart(source: SourceOfFiles): Promise<readonly RunAtStart[]> {
  const found: RunAtStart[] = [];
  for (const file of source.paths) {
    if (!isImageFile(file) || isForDevelopment(file)) continue;
    if (source.kind(file) !== 'other') continue;
    const read = await source.text(file);
    const instructions = read.kind === 'text' ? readDockerfile(read.text) : undefined;
    if (instructions === undefined) continue;
    const { words, line } = commandOf(instructionsOfLast(instructions), {});
    if (words.length === 0) continue;
    const image = new StartOfImage(file, new ImagePaths(file, instructions, holdsIn(source)), source);
    await image.follow({ words, written: words.join(' '), file, line }, 0);
    found.push(...image.found);
  }
  for (const command of await platformCommands(source)) {
    const start = new StartOfImage(command.file, new PathsBelow(command.context), source);
    await start.shell(command.text, command.file, command.line, command, 0);
    found.push(...start.found);
  }
  return found;
}

/** Where the files of what is started come from. */
interface Paths {
  readonly context: string;
  sourcesOf(path: string): readonly string[];
}

/** Files that lie where they are run as they lie in a folder of the repository. */
class PathsBelow implements Paths {
  readonly context: string;

  constructor(context: string) {
    this.context = context;
  }

  sourcesOf(path: string): readonly string[] {
    const own = path.startsWith('/') ? undefined : join(this.context, path);
    return own === undefined ? [] : [own];
  }
}

interface Step {
  readonly words: readonly string[];
  readonly written: string;
  readonly file: string;
  readonly line: number;
  readonly onlyIf?: string;
  readonly folder?: string;
}

class StartOfImage {
  readonly found: RunAtStart[] = [];
  readonly #image: string;
  readonly #paths: Paths;
  readonly #source: SourceOfFiles;

  constructor(image: string, paths: Paths, source: SourceOfFiles) {
    this.#image = image;
    this.#paths = paths;
    this.#source = source;
  }

  async follow(step: Step, depth: number): Promise<void> {
    const words = unwrapped(withoutInit(step.words));
    const [program, ...rest] = words;
    if (program === undefined || depth > FURTHEST) return;
    const name = program.replace(/^.*\//, '');
    if (kindOfCommand(words)?.kind === 'migrate') {
      const told = await this.#folderOf(words);
      this.#add({ ...told, ...step }, { tools: toolsRunBy(words) ?? [] });
      return;
    }
    if (/^(sh|bash|ash|dash)$/.test(name)) {
      const at = rest.findIndex((word) => /^-\w*c$/.test(word));
      const line = at < 0 ? undefined : rest[at + 1];
      const script = rest.find((word) => !word.startsWith('-'));
      if (line !== undefined) await this.shell(line, step.file, step.line, step, depth);
      else if (script !== undefined) await this.#script(script, rest, step, depth);
      return;
    }
    if (/^(npm|yarn|pnpm|bun)$/.test(name)) return this.#ofManifest(rest, step, depth);
    if (/^(node|python[\d.]*|tsx|ts-node|bun|deno)$/.test(name)) {
      const code = rest.find((word) => /\.([cm]?[jt]s|py)$/.test(word));
      const short =
        code === undefined ? [] : [code.replace(/^.*\//, ''), ...rest.slice(rest.indexOf(code) + 1)];
      if (kindOfCommand(short)?.kind === 'migrate') return this.follow({ ...step, words: short }, depth + 1);
      const path = code === undefined ? undefined : this.#fileOf(code);
      if (path !== undefined) this.#add(step, { tools: [], code: path });
      return;
    }
    await this.#script(program, words, step, depth);
  }

  #add({ written, file, line, onlyIf, folder }: Step, more: Pick<RunAtStart, 'tools' | 'code'>): void {
    this.found.push({
      image: this.#image,
      context: this.#paths.context,
      command: written,
      file,
      line,
      ...(onlyIf === undefined ? {} : { onlyIf }),
      ...(folder === undefined ? {} : { folder }),
      ...more,
    });
  }

  /** `alembic -c tables.ini upgrade head`: where the settings say that the migrations lie, or that nobody could read them. */
  async #folderOf(words: readonly string[]): Promise<{ folder: string } | { onlyIf: string } | undefined> {
    if (!words.some((word) => /(^|\/)alembic$/.test(word))) return undefined;
    const at = words.findIndex((word) => word === '-c' || word === '--config');
    const named = at < 0 ? 'alembic.ini' : (words[at + 1] ?? '');
    const settings = this.#fileOf(named);
    if (settings === undefined) return at < 0 ? undefined : { onlyIf: `${named} names this folder` };
    const read = await this.#source.text(settings);
    const text = read.kind === 'text' ? read.text : '';
    const location = /^\s*script_location\s*=\s*(?:%\(here\)s\/)?([\w./-]+)\s*$/m.exec(text)?.[1];
    const folder = location === undefined ? undefined : join(folderOf(settings), `${location}/versions`);
    return folder === undefined || /^\s*version_locations\s*=/m.test(text)
      ? { onlyIf: `${settings} names this folder` }
      : { folder };
  }

  #fileOf(path: string): string | undefined {
    return this.#paths.sourcesOf(path).find((one) => this.#source.has(one));
  }

  /** A script of a shell that is in the repository, with what it is handed: `entrypoint.sh node server.js`. */
  async #script(path: string, words: readonly string[], step: Step, depth: number): Promise<void> {
    const file = this.#fileOf(path);
    const read = file === undefined ? undefined : await this.#source.text(file);
    if (file === undefined || read?.kind !== 'text') return;
    if (!/\.(sh|bash)$/.test(file) && !/^#!.*\b(ba|a|da)?sh\b/.test(read.text)) return;
    await this.shell(read.text, file, 1, step, depth);
    const handed = words.slice(words.indexOf(path) + 1);
    if (handed.length > 0 && /"?\$[@*]"?/.test(read.text))
      await this.follow({ ...step, words: handed, written: handed.join(' ') }, depth + 1);
  }

  /** What the lines of a shell run. */
  async shell(
    text: string,
    file: string,
    line: number,
    around: Pick<Step, 'onlyIf'>,
    depth: number,
  ): Promise<void> {
    const { body } = readShell(text, line);
    const { ran } = runShell(body, { shell: BARE, variables: new Map(), folder: '.' });
    for (const one of ran) {
      const onlyIf = around.onlyIf ?? one.onlyIf ?? (one.ifThere && `${one.ifThere} is there`);
      await this.follow(
        {
          words: one.words,
          written: one.written,
          file,
          line: one.line,
          ...(onlyIf === undefined ? {} : { onlyIf }),
        },
        depth + 1,
      );
    }
  }

  /** `npm start` runs `prestart` before. */
  async #ofManifest(rest: readonly string[], step: Step, depth: number): Promise<void> {
    const plain = rest.filter((word) => !word.startsWith('-'));
    const name = /^run(-script)?$/.test(plain[0] ?? '') ? plain[1] : plain[0];
    const manifest = this.#fileOf('package.json');
    const read = manifest === undefined ? undefined : await this.#source.text(manifest);
    if (name === undefined || manifest === undefined || read?.kind !== 'text') return;
    const [root] = readStructured(manifest, read.text).documents;
    const scripts = member(root, 'scripts');
    for (const script of [`pre${name}`, name]) {
      const line = textOf(member(scripts, script));
      if (line === undefined) continue;
      const at = read.text.split('\n').findIndex((one) => one.includes(`"${script}"`)) + 1;
      await this.shell(line, manifest, Math.max(at, 1), step, depth + 1);
    }
  }
}

/** Programs that only start another one as the first of a container. */
function withoutInit(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    (word) => !/^(\S*\/)?(tini|dumb-init|exec|opentelemetry-instrument|ddtrace-run|--|-g|-s)$/.test(word),
  );
  return at < 0 ? [] : words.slice(at);
}
