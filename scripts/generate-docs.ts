/**
 * Writes the parts of `docs/` that follow from the program: between `<!-- usage -->` and `<!-- /usage -->` of each
 * command's page its usage, options and examples, in `docs/reports.md` what the reports look like, and all of
 * `docs/catalogue`. With `--check` it only says whether they are up to date.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { createProgram } from '../packages/cli/src/program.ts';
import { cataloguePages } from './catalogue-pages.ts';
import { reportExcerpts } from './report-excerpts.ts';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../docs');
const USAGE = /<!-- usage -->[\s\S]*<!-- \/usage -->/;

/** The page of each command as it should be. Throws where a command has no page. */
export function commandPages(): ReadonlyMap<string, { readonly is: string; readonly should: string }> {
  return new Map(
    createProgram().commands.map((command) => {
      const file = join(docs, `${command.name()}.md`);
      const is = readFileSync(file, 'utf8');
      if (!USAGE.test(is)) throw new Error(`${file} has no <!-- usage --> … <!-- /usage -->`);
      return [
        file,
        { is, should: is.replace(USAGE, () => `<!-- usage -->\n${usage(command)}\n<!-- /usage -->`) },
      ];
    }),
  );
}

/** The page of the reports as it should be. Throws where it lacks the place of an excerpt. */
export async function reportsPage(): Promise<
  readonly [string, { readonly is: string; readonly should: string }]
> {
  const file = join(docs, 'reports.md');
  const is = readFileSync(file, 'utf8');
  let should = is;
  for (const [name, excerpt] of await reportExcerpts()) {
    const place = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
    if (!place.test(is)) throw new Error(`${file} has no <!-- ${name} --> … <!-- /${name} -->`);
    should = should.replace(place, () => `<!-- ${name} -->\n${excerpt}\n<!-- /${name} -->`);
  }
  return [file, { is, should }];
}

/** The pages of the catalogue as they are and should be; `undefined` for one that should not be there. */
function catalogue(): readonly (readonly [
  string,
  { readonly is: string; readonly should: string | undefined },
])[] {
  const folder = join(docs, 'catalogue');
  const should = cataloguePages();
  const there = globSync('**/*.{md,html}', { cwd: folder });
  return [...new Set([...should.keys(), ...there])].map((name) => {
    const file = join(folder, name);
    return [file, { is: existsSync(file) ? readFileSync(file, 'utf8') : '', should: should.get(name) }];
  });
}

function usage(command: Command): string {
  const rows = command.options.map(
    (o) =>
      `| \`${o.flags.replaceAll('|', '\\|')}\` | ${o.description.replaceAll('|', '\\|')}${o.argChoices === undefined ? '' : `: ${o.argChoices.join(', ')}`} |`,
  );
  const args = command.registeredArguments.map(
    (a) => `- \`${a.name()}\`: ${a.description || a.argChoices?.join(', ')}`,
  );
  return [
    '```',
    `airworthy ${command.name()} ${command.usage()}`,
    '```',
    '',
    ...args,
    '',
    '| option | meaning |',
    '|---|---|',
    ...rows,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, { is, should }] of [...commandPages(), await reportsPage(), ...catalogue()]) {
    if (is === should) continue;
    if (process.argv.includes('--check')) {
      console.error(`${file} is out of date: run npm run generate`);
      process.exitCode = 1;
    } else if (should === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, should);
    }
  }
}
