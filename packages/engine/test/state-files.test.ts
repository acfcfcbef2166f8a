import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const CODE = 'terraform {\n  backend "s3" {\n    bucket = "states"\n    key    = "a"\n  }\n}\n';

async function outcome(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const fileSystem = memoryFileSystem({ 'infra/main.tf': CODE, ...files });
  const run = await assessFolder('/repo', { only: ['no-state-in-repository'], fileSystem });
  return run.outcomes.find((o) => o.check === 'no-state-in-repository')?.outcome;
}

describe('a file of state in the folder of a root', () => {
  const state = { 'infra/terraform.tfstate': '{"version": 4}' };

  it.each([
    ['nothing', ''],
    ['other endings', '*.tfvars\n*.tfstat\n'],
    ['a name that only contains it', 'my-terraform.tfstate\nerraform.tfstate\n'],
    ['a file of that name at the top', '/terraform.tfstate\n'],
    ['a comment', '# *.tfstate\n'],
    ['a class in the wrong order', 'terraform.tfstat[f-a]\n'],
    ['a question mark as itself', 'terraform.tfstat\\?\n'],
  ])('is in the repository where git ignores %s', async (_, ignored) => {
    expect(await outcome({ ...state, '.gitignore': ignored })).toBe('fail');
  });

  it.each([
    ['its ending', '*.tfstate\n'],
    ['its ending and what follows', '*.tfstate*\r\n'],
    ['its ending in any folder', '**/*.tfstate\n'],
    ['a class of signs', '*.tfstat[a-f]\n'],
    ['all but a class of signs', 'terraform.tfs[!]x]ate\n'],
    ['one sign, whichever', '?erraform.tfstat?\n'],
    ['its name with a sign that means itself', 'terraform\\.tfstate\n'],
    ['many stars', '*t*e*r*r*a*f*o*r*m*e*\n'],
    ['its name', 'terraform.tfstate\n'],
    ['its path', '/infra/terraform.tfstate\n'],
    ['its folder', 'infra/\n'],
  ])('is not where git ignores %s', async (_, ignored) => {
    expect(await outcome({ ...state, '.gitignore': ignored })).toBe('pass');
  });

  it('is not where its own folder ignores it', async () => {
    expect(await outcome({ ...state, 'infra/.gitignore': '/*.tfstate\n' })).toBe('pass');
  });

  it('is in the repository where a rule takes it in again', async () => {
    expect(await outcome({ ...state, '.gitignore': '*.tfstate\n!infra/terraform.tfstate\n' })).toBe('fail');
    expect(await outcome({ ...state, '.gitignore': 'infra/\n!infra/terraform.tfstate\n' })).toBe('pass');
  });

  it('is one to ask git about where a rule has a sign that is not read', async () => {
    expect(await outcome({ ...state, '.gitignore': '*.tfstate\n!infra/terraform.tfstat[e\n' })).toBe(
      'unknown',
    );
  });

  it('is not searched for longer than its name is long, whatever git ignores', async () => {
    const name = `${'a'.repeat(200)}.tfstate`;
    const ignored = `${'*a'.repeat(60)}*[b]\n`;
    expect(await outcome({ [`infra/${name}`]: '{}', '.gitignore': ignored })).toBe('fail');
  });

  it('is seen by workspace and as a backup, and not below other folders', async () => {
    expect(await outcome({ 'infra/terraform.tfstate.d/prod/terraform.tfstate': '{}' })).toBe('fail');
    expect(await outcome({ 'infra/terraform.tfstate.backup': '{}' })).toBe('fail');
    expect(await outcome({ 'infra/test/data/terraform.tfstate': '{}' })).toBe('pass');
  });
});
