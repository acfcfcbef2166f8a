import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** What is said of a host that starts with a script. */
async function outcome(script: string): Promise<string | undefined> {
  const lines = script.split('\n').map((line) => `            ${line}`);
  const template = [
    'Parameters: { Given: { Type: String } }',
    'Resources:',
    '  Topic: { Type: AWS::SNS::Topic }',
    '  Host:',
    '    Type: AWS::EC2::Instance',
    '    Properties:',
    '      UserData:',
    '        Fn::Base64:',
    '          Fn::Sub: |',
    ...lines,
  ];
  const fileSystem = memoryFileSystem({ 'template.yaml': `${template.join('\n')}\n` });
  const run = await assessFolder('/repo', { only: ['no-secret-literals'], fileSystem });
  return run.outcomes.find((o) => o.resource?.address === 'Host')?.outcome;
}

describe('the script that a host starts with', () => {
  it.each([
    ['is exported', 'export DB_PASSWORD=h2-70cc1f5be9'],
    ['is in quotes', `API_KEY="k8-5521cd0e7a"`],
    ['is a line of YAML', '  client_secret: c3-88aa01fe2d'],
    ['is known by its form', 'configure AKIAIOSFODNN7ABCDEFG'],
    ['stands beside what is decided at deployment', 'start ${Topic}\nTOKEN=t8-19ac0ffe31'],
    ['stands beside what nobody gave', 'start ${Given}\nTOKEN=t8-19ac0ffe31'],
  ])('has a secret in it that %s', async (_, script) => {
    expect(await outcome(script)).toBe('fail');
  });

  it.each([
    ['asks for it', 'PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)'],
    ['asks for a token of the host', 'TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`'],
    ['passes on where it is', 'export SECRET_ARN=${Topic}\nexport PASSWORD_PATH=/orders/db'],
    ['passes on another variable', 'export PASSWORD=$GIVEN PASSWORD_FILE=/run/pw'],
    ['has a placeholder in an example', 'password: change-me-please'],
    ['has nothing after the name', 'PASSWORD=\nstart now-and-then'],
  ])('has none where it %s', async (_, script) => {
    expect(await outcome(script)).toBe('pass');
  });

  it('is unknown where a piece is', async () => {
    expect(await outcome('export DB_PASSWORD=${Given}')).toBe('unknown');
  });
});
