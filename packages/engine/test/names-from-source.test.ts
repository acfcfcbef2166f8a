import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** What is said of the one function of an application of the CDK that was not synthesized. */
async function saidOf(environment: string) {
  const { outcomes } = await assessFolder('/repo', {
    only: ['data-names-set'],
    fileSystem: memoryFileSystem({
      'cdk.json': '{ "app": "npx ts-node app.ts" }',
      'package.json': '{ "dependencies": { "aws-cdk-lib": "2.200.0" } }',
      'app.ts': `import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
const stack = new Stack(new App(), 'Cards');
const cards = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
const usual = '';
new Function(stack, 'Api', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handle',
  code: Code.fromAsset('api'),
  environment: { CARDS_TABLE: ${environment} },
});
`,
      'api/index.js': 'exports.handle = async () => process.env.CARDS_TABLE.length;\n',
    }),
  });
  return outcomes.filter(({ resource }) => resource?.address.includes('Api')).map(({ outcome }) => outcome);
}

describe('the name of a table in an application that was not synthesized', () => {
  it('is there where it is read off the table', async () => {
    expect(await saidOf('cards.tableName')).toEqual(['pass']);
  });

  it('is open where it is followed to another place, and where it is put together', async () => {
    expect(await saidOf('process.env.CARDS ?? usual')).toEqual(['unknown']);
    expect(await saidOf("'cards-' + process.env.STAGE")).toEqual(['unknown']);
  });

  it('is missing where it is empty', async () => {
    expect(await saidOf("''")).toEqual(['fail']);
  });
});
