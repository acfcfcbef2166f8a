import { expect, it } from 'vitest';
import { assessRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

it('shows each place of the code once, whatever of it belongs to the question', async () => {
  const { assessment } = await assessRepository({
    path: '/repo',
    now: new Date('2026-11-23T12:00:00Z'),
    fileSystem: memoryFileSystem({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Mail:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: code, Runtime: nodejs22.x, Handler: app.handle }
`,
      'code/app.js': `exports.handle = async () => [
  send(process.env.SENDER),
  send(process.env.RECEIVER),
];
`,
    }),
  });
  const mail = assessment.outcomes.find(({ check }) => check === 'environment-names-set');
  expect(mail!.evidence.flatMap(({ at }) => (at.file === 'code/app.js' ? [at.line] : []))).toEqual([2, 3]);
});
