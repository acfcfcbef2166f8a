import { inCode } from '../../../model/origin.ts';
import { type SecretText, secretsIn } from '../../../model/secrets/secret-texts.ts';
import { unknown } from '../../../model/value.ts';
import { isIgnored } from '../../files/git-ignore.ts';
import { folderOf } from '../../files/paths.ts';
import { fact, placeIn } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { describesInfrastructure } from '../watching/served-code.ts';
import { exposuresIn, mayShowPeople } from './exposures.ts';
import { fingerprintOf } from './fingerprint.ts';
import { Lines } from './lines.ts';
import { placesInExamples } from './schema-examples.ts';
import { stateTool } from './state-files.ts';
import { isSearched, type KindOfPlace, kindOfPlace, textForm } from './text-form.ts';

const TYPES = [
  'Repository::Secret',
  'Repository::SearchForSecrets',
  'Repository::StateFile',
  'Repository::Exposure',
] as const;

/** What a file that is not read could hold. */
const IN_A_FILE = ['Repository::Secret', 'Repository::Exposure'] as const;

/** A file with more than so many is a list of something else. */
const MOST_IN_A_FILE = 50;

/** Credentials, states, people and hosts that are committed. What git ignores is on one machine only and left out. */
export const secrets: Reader = {
  name: 'secrets',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => isSearched(path, kind) || mayShowPeople(path, kind),
  read: readSecrets,
};

async function readSecrets(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  let searched = 0;
  let sources = 0;
  let unread: string | undefined;
  for (const file of files) {
    const kind = source.kind(file);
    const tool = stateTool(file);
    const isText = isSearched(file, kind);
    const got = await source.text(file);
    if (got.kind === 'skipped') {
      if (kind === 'source') unread ??= file;
      // A picture without its ending, say: no key is written there. Source is text, and what hides it hides its keys.
      if (got.why !== 'binary' || kind === 'source') {
        const state = tool === undefined ? [] : (['Repository::StateFile'] as const);
        findings.skipped(file, got.why, isText ? [...IN_A_FILE, ...state] : ['Repository::Exposure']);
      }
      continue;
    }
    const place = kindOfPlace(file, kind);
    searched++;
    if (kind === 'source' && !describesInfrastructure(file, got.text)) sources++;
    const lines = new Lines(file, got.text);
    const facts = [
      ...(isText ? secretsOf(file, got.text, place, lines, source) : []),
      ...exposuresIn(file, got.text, place, lines),
      ...(tool !== undefined && got.text.trim() !== ''
        ? [
            fact({
              type: 'Repository::StateFile',
              address: file,
              at: placeIn(file),
              properties: { path: file, tool, ...(isOfRoot(file, source) ? { ofRoot: true } : {}) },
            }),
          ]
        : []),
    ];
    if (facts.length === 0) continue;
    const ignored = await isIgnored(file, source);
    if (ignored === false) findings.add(...facts);
    else if (ignored === undefined) {
      findings.unseen({
        what: file,
        why: 'git may ignore it, and may not',
        decidedBy: `git check-ignore ${file}`,
        holds: [...new Set(facts.map(({ type }) => type))],
        file,
      });
    }
  }
  if (files.length > 0) {
    findings.add(
      fact({
        type: 'Repository::SearchForSecrets',
        address: 'committed files',
        at: placeIn(files[0]!),
        properties: {
          files:
            searched === 0
              ? unknown('not-readable', `making ${files[0]!} readable`, inCode(placeIn(files[0]!)))
              : searched,
          // By its first lines it may be one that a program wrote.
          sources:
            sources === 0 && unread !== undefined
              ? unknown('not-readable', `making ${unread} readable`, inCode(placeIn(unread)))
              : sources,
        },
      }),
    );
  }
  return findings.found;
}

/** Roots of Terraform are asked for the states in their own folder. */
function isOfRoot(file: string, { roots }: SourceOfFiles): boolean {
  const folder = folderOf(file).replace(/(?:^|\/)terraform\.tfstate\.d\/[^/]+$/, '') || '.';
  return roots.some((root) => root.assessed && root.kind === 'terraform' && root.path === folder);
}

function secretsOf(file: string, text: string, place: KindOfPlace, lines: Lines, source: SourceOfFiles) {
  if (/^(?:\$ANSIBLE_VAULT|kind: SealedSecret)/m.test(text.slice(0, 2_000))) return [];
  const kind = source.kind(file);
  const seen = new Set<string>();
  const inExamples = placesInExamples(file, text);
  const isShown = (one: SecretText) => isExample(text, one) || inExamples(one.from);
  // What stands in an example and elsewhere, too, is told where it stands elsewhere.
  const found = secretsIn(text, textForm(file, kind)).toSorted(
    (a, b) => Number(isShown(a)) - Number(isShown(b)),
  );
  const kept = found.filter((one) => {
    const value = text.slice(one.from, one.to);
    if (seen.has(value) || !isTold(one, file, isForTests(text, one) ? 'test' : place, value)) return false;
    seen.add(value);
    return true;
  });
  return kept.slice(0, MOST_IN_A_FILE).map((one) => {
    const value = text.slice(one.from, one.to);
    const { entropy, fingerprint } = fingerprintOf(value);
    return fact({
      type: 'Repository::Secret',
      address: `${file} ${one.name === undefined ? one.kind : nameOf(one.name)}`,
      at: lines.place(one.from),
      properties: {
        path: file,
        kind: one.kind,
        ...(one.name === undefined ? {} : { name: nameOf(one.name) }),
        described: described(one.kind, value.length, fingerprint),
        length: value.length,
        entropy,
        ...(fingerprint === undefined ? {} : { fingerprint }),
        stands: isShown(one) && !isHandedOut(one) ? 'placeholder' : standing(one, place),
        ...(one.isFallback ? { fallback: true } : {}),
        fileKind: place,
      },
    });
  });
}

function described(kind: string, length: number, fingerprint: string | undefined): string {
  const size = `${kind}, ${length} characters`;
  return fingerprint === undefined ? size : `${size}, fingerprint ${fingerprint}`;
}

/** `process.env.KEY` as it is called. */
function nameOf(name: string): string {
  return name.replace(/^(?:process\.env|import\.meta\.env|os\.environ|ENV|self|this)\./, '');
}

/** `example: Bearer …` in the description of an API. */
function isExample(text: string, { from }: SecretText): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', from) + 1, from - 200), from);
  return /["']?\b(?:x-)?examples?["']?\s*[:=]\s*["']?[\w ]*$/i.test(line);
}

const RUNS_TESTS =
  /\b(?:pytest|jest|vitest|mocha|tox|nosetests|phpunit|rspec|coverage run|(?:npm|yarn|pnpm)(?: run)? test[\w:-]*|(?:go|cargo|dotnet|mvn|manage\.py) test)\b/;

/** `API_TOKEN=… pytest`: set for this one command, which runs tests. */
function isForTests(text: string, { from, to }: SecretText): boolean {
  const start = Math.max(text.lastIndexOf('\n', from) + 1, from - 200);
  if (!/^\s*(?:[A-Za-z_]\w*=\S*\s+)*[A-Za-z_]\w*=["']?$/.test(text.slice(start, from))) return false;
  const end = text.indexOf('\n', to);
  const rest = text.slice(to, Math.min(end < 0 ? text.length : end, to + 300));
  const command = /^["']?\s+(?:[A-Za-z_]\w*=\S*\s+)*([^&|;]+)/.exec(rest)?.[1];
  return command !== undefined && RUNS_TESTS.test(command);
}

function standing(one: SecretText, place: KindOfPlace): 'secret' | 'placeholder' {
  return one.isPlaceholder || (place === 'example' && !isOfHost(one)) ? 'placeholder' : 'secret';
}

/** Whether its form is that of keys that a host hands out, wherever they stand: nobody makes one up to show its form. */
function isHandedOut(one: SecretText): boolean {
  return isOfHost(one) || one.kind === 'AWS access key';
}

/** Whether a host knows it by its form: it was drawn there, and not made up by a test. */
function isOfHost(one: SecretText): boolean {
  return one.isOfKnownForm && !/^(?:private key|signed token|AWS access key)$/.test(one.kind);
}

function isOfEnvironment({ name = '', isFallback }: SecretText): boolean {
  return !isFallback && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(nameOf(name));
}

/** Placeholders are told where somebody might take them for more: in their own form, in a file of settings, in code. */
function isTold(one: SecretText, file: string, place: KindOfPlace, value: string): boolean {
  // What a test needs it makes up; told is only what its environment is given, which looks like what a server is.
  if (place === 'test') return one.isPlaceholder ? isOfEnvironment(one) : isOfHost(one);
  if (!one.isPlaceholder) return true;
  if (/^(?:null|none|nil|undefined|false|true|empty)?$/i.test(value)) return false;
  if (one.isFallback) return place === 'source';
  return one.isOfKnownForm || /(?:^|[/.])env(?:[._-][\w.-]*)?$|\.example(?:\.\w+)?$/.test(file);
}
