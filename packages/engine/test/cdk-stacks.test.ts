import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Termination protection is a setting of a stack, which no template shows: the manifest of an assembly says it, and the
 * source only where it is written at the stack itself.
 */
const CHECK = 'stacks-protected-from-deletion';
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

const app = (props: string, stacks: string) =>
  memoryFileSystem({
    'cdk.json': '{ "app": "npx ts-node app.ts" }',
    'app.ts': `import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';

class Alerts extends Stack {
  constructor(scope: App, id: string, props: StackProps) {
    super(scope, id, ${props});
    new Topic(this, 'Alerts');
  }
}

const settings = { terminationProtection: true };
const app = new App();
${stacks}
`,
  });

async function said(props: string, stacks: string) {
  const fileSystem = app(props, stacks);
  const { outcomes } = await assessFolder('/repo', { only: [CHECK], env: 'prod', fileSystem });
  return outcomes.map((o) => [o.outcome, o.could.includes('pass')]);
}

const ONE = `const one = new Alerts(app, 'Alerts', {});`;

describe('the source of an application', () => {
  it.each([
    ['pass', '{ terminationProtection: true }', ONE],
    ['fail', '{ terminationProtection: false }', ONE],
    ['fail', 'props', `new Alerts(app, 'Alerts', { terminationProtection: false });`],
  ])('is enough for a %s where it is written: %s', async (outcome, props, stacks) => {
    expect(await said(props, stacks)).toEqual([[outcome, outcome === 'pass']]);
  });

  it.each([
    ['nothing is written', 'props', ONE],
    ['it is written elsewhere', 'props', `new Alerts(app, 'Alerts', settings);`],
    ['the value is not known', `{ terminationProtection: process.env.P === 'on' }`, ONE],
    [
      'it may be changed later',
      '{ terminationProtection: true }',
      `${ONE}\none.terminationProtection = false;`,
    ],
    [
      'there may be more stacks',
      '{ terminationProtection: true }',
      `${ONE}\nfor (const name of process.argv) new Alerts(app, name, {});`,
    ],
  ])('leaves it open where %s', async (_, props, stacks) => {
    expect(await said(props, stacks)).toEqual([['unknown', true]]);
  });
});

describe('an assembly', () => {
  it('says it of each stack of its environment, at the line of the manifest', async () => {
    const { outcomes } = await assessFolder(`${examples}/jobs-api`, { only: [CHECK], env: 'prod' });
    expect(outcomes.map((o) => [o.outcome, o.root])).toEqual([['fail', 'assemblies/prod']]);
    expect(outcomes[0]!.message).toContain('JobsApi-prod-Network');
    const places = outcomes[0]!.evidence.map(({ at }) => `${at.file}:${at.line}`);
    expect(places).toContain('assemblies/prod/manifest.json:17');
    expect(places).toContain('assemblies/prod/manifest.json:178');
  });

  it('is not asked before production', async () => {
    const { outcomes } = await assessFolder(`${examples}/jobs-api`, { only: [CHECK], env: 'dev' });
    expect(outcomes.map((o) => o.outcome)).toEqual(['not-applicable']);
  });
});
