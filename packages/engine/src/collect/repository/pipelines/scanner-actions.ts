import { fateOfTold } from './command-fates.ts';
import { type CommandKind, kindOfCommand, type Scanned } from './command-kinds.ts';
import type { PipelineStep } from './pipeline.ts';
import type { Fate } from './shell-fates.ts';
import { isOpen } from './shell-text.ts';

/** What a scanner does by what its step gives it. */
export interface Given {
  readonly kind: CommandKind;
  readonly scans?: readonly Scanned[];
  readonly fate?: Fate;
}

const REPORTS = 'it reports, and stops nothing';

/** Where Trivy is told a thing: by an input, or else by the variable of its own name. From action.yaml of all its versions. */
function told({ inputs, variables }: PipelineStep, ...names: readonly string[]): string | undefined {
  const variable = (name: string) => `TRIVY_${name.toUpperCase().replaceAll('-', '_')}`;
  return [...names.map((name) => inputs.get(name)), ...names.map((name) => variables.get(variable(name)))]
    .map((value) => value?.trim())
    .find((value) => value !== undefined && value !== '');
}

/** What each word of `scanners` looks for; the rest of them looks for none of it. */
const SCANNERS: Readonly<Record<string, Scanned>> = {
  secret: 'secrets',
  misconfig: 'infrastructure',
  config: 'infrastructure',
};

const ANYTHING: readonly Scanned[] = ['dependencies', 'images', 'secrets', 'infrastructure'];

/** `aquasecurity/trivy-action`: an image, unless it is told otherwise, and it stops only where it is told to. */
export function trivyGiven(step: PipelineStep, isThere: (path: string) => boolean): Given {
  const type = told(step, 'scan-type') ?? 'image';
  const scanners = told(step, 'scanners', 'security-checks');
  const packages = told(step, 'vuln-type', 'pkg-types');
  const format = told(step, 'format') ?? 'table';
  // Its own file is taken wherever it lies there.
  const config = told(step, 'trivy-config', 'config') ?? ['trivy.yaml'].find(isThere);
  const said = { 'scan-type': type, scanners, 'vuln-type': packages, format };
  const unsaid = Object.entries(said).find(([, value]) => value !== undefined && isOpen(value))?.[0];
  const own = trivyStops(step, config);
  if (unsaid !== undefined)
    return { kind: 'scan', scans: ANYTHING, fate: own ?? { open: `the value of ${unsaid}` } };
  // A list of what is inside is made without a look at what is wrong with it.
  if (/^(?:cyclonedx|spdx|github)/.test(format) && scanners?.includes('vuln') !== true)
    return { kind: 'other' };
  const kinds = kindOfCommand(['trivy', type])?.scans ?? [];
  const others = (scanners?.split(',') ?? []).flatMap((one) => SCANNERS[one.trim()] ?? []);
  const isForPackages = scanners === undefined || /\bvuln\b/.test(scanners) || type === 'config';
  const scans = kinds.filter(
    (one) =>
      isForPackages && !(one === 'dependencies' && packages !== undefined && !/library/.test(packages)),
  );
  return {
    kind: 'scan',
    scans: [...new Set([...scans, ...others])],
    ...(own === undefined ? {} : { fate: own }),
  };
}

function trivyStops(step: PipelineStep, config: string | undefined): Fate | undefined {
  // Some versions take the file and nothing else, others the file where nothing else is said.
  if (config !== undefined)
    return { open: `what ${isOpen(config) ? 'trivy-config names' : config} tells Trivy` };
  const code = told(step, 'exit-code')?.replace(/^(['"])(.*)\1$/, '$2');
  if (code === undefined) return { swallowed: `${REPORTS} (exit-code is not set)` };
  if (isOpen(code)) return { open: 'the value of exit-code' };
  return /^0*$/.test(code) ? { swallowed: `${REPORTS} (exit-code: ${code})` } : undefined;
}

/** `snyk/actions/…`: what its `command` says of a subject, which is `test` where nothing is said. */
export function snykGiven({ inputs }: PipelineStep, ...subject: readonly string[]): Given {
  const command = inputs.get('command') ?? 'test';
  if (isOpen(command)) return { kind: 'scan', scans: ANYTHING, fate: { open: 'the value of command' } };
  const said = command.trim().split(/\s+/);
  const words = ['snyk', ...subject.filter((one) => !said.includes(one)), ...said];
  return { kind: 'other', ...kindOfCommand(words), ...fateOfTold(words) };
}
