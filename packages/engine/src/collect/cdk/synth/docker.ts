import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The variables that keep the CDK library from Docker, with the stand-in that they name, which is written below
 * `temporary`. The library builds the images of its bundlers even where nothing is bundled (`NodejsFunction` without
 * esbuild beside it); such a build leaves nothing in an assembly, but downloads and writes to the machine. The stand-in
 * lets builds pass as done; everything else, whose result an app would go on with, fails. Windows starts no scripts
 * this way and keeps its Docker.
 */
export async function withoutDocker(temporary: string): Promise<Readonly<Record<string, string>>> {
  if (process.platform === 'win32') return {};
  const program = join(temporary, 'docker');
  await writeFile(program, STAND_IN);
  await chmod(program, 0o700);
  return { CDK_DOCKER: program };
}

const STAND_IN = `#!/bin/sh
[ "$1" = build ] && exit 0
echo "docker is not started here" >&2
exit 1
`;

/** Whether an app ended because there was no Docker for it. */
export function wantedDocker(output: string): boolean {
  return /\bdocker exited with (?:status|signal)|spawnSync \S*docker\b|Cannot connect to the Docker daemon/i.test(
    output,
  );
}
