import type { RootCandidate } from '../collected.ts';
import { folderOf, join } from '../files/paths.ts';
import type { TerraformSources } from './sources.ts';

/**
 * Applications of the CDK for Terraform whose stacks are not synthesized. Stacks that are stand in
 * `cdktf.out/stacks/` as Terraform JSON and are roots like others; without them there is nothing to read.
 */
export async function findUnsynthesized(sources: TerraformSources): Promise<readonly RootCandidate[]> {
  const { repository } = sources;
  const apps = repository.paths.filter((path) => /(^|\/)cdktf\.json$/.test(path));
  const found = await Promise.all(
    apps.map(async (path): Promise<readonly RootCandidate[]> => {
      const stacks = join(folderOf(path), `${await outputOf(sources, path)}/stacks`);
      const isThere = [...sources.folders.keys()].some(
        (f) => stacks !== undefined && f.startsWith(`${stacks}/`),
      );
      if (isThere) return [];
      const because = `a CDK for Terraform app without synthesized stacks in ${stacks ?? 'its folder'}: run cdktf synth`;
      return [{ path, kind: 'terraform', role: 'root', assessed: false, because }];
    }),
  );
  return found.flat();
}

/** The folder that an app synthesizes to; what cannot be read says nothing else. */
async function outputOf(sources: TerraformSources, path: string): Promise<string> {
  const read = await sources.repository.text(path);
  if (read.kind !== 'text') return 'cdktf.out';
  try {
    const { output } = (JSON.parse(read.text) ?? {}) as { readonly output?: unknown };
    return typeof output === 'string' && output !== '' ? output : 'cdktf.out';
  } catch {
    return 'cdktf.out';
  }
}
