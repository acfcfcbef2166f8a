import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { airworthy, ended, inFolder, start } from './support/airworthy.ts';

const app = (command: string) => JSON.stringify({ app: command });

/** An app that never ends, nor does what it starts; both hold a connection, which ends with them. */
const HANGS = (port: number) => `
const hang = "require('node:net').connect(${port}, '127.0.0.1').on('error', () => {}); setInterval(() => {}, 1000);";
require('node:fs').mkdirSync(process.env.CDK_OUTDIR, { recursive: true });
require('node:fs').writeFileSync(process.env.CDK_OUTDIR + '/begun.json', '{}');
require('node:child_process').spawn(process.execPath, ['-e', hang], { stdio: 'inherit' });
eval(hang);
`;

/** What --synth makes there; Node.js keeps compiled code there too. */
const ours = (temporary: string) =>
  readdirSync(temporary).filter((name) => name.startsWith('airworthy-synth-'));

describe('assess --synth that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s ends, ends the app with all that it started, and leaves nothing behind',
    async (signal) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const files = { 'cdk.json': app('node app.js'), 'app.js': HANGS(port) };
      try {
        await inFolder(files, async (folder) => {
          const temporary = join(folder, 'temporary');
          mkdirSync(temporary);
          const child = start(['assess', '.', '--synth', '--no-cache'], {
            cwd: folder,
            env: { TMPDIR: temporary },
          });
          const end = ended(child);
          const held = new Promise<readonly Socket[]>((resolve) => {
            const sockets: Socket[] = [];
            server.on('connection', (socket) => {
              socket.on('error', () => {});
              if (sockets.push(socket) === 2) resolve(sockets);
            });
          });
          const sockets = await held;
          expect(ours(temporary)).toHaveLength(1);
          const closed = Promise.all(sockets.map((socket) => once(socket.resume(), 'close')));
          child.kill(signal);
          // Ctrl-C is answered; the other signals end the process as they end any other.
          const answered = signal === 'SIGINT';
          expect(await end).toMatchObject({
            code: answered ? 130 : null,
            stdout: '',
            stderr: `running "node app.js" of cdk.json\n${answered ? '\ninterrupted\n' : ''}`,
          });
          await closed;
          expect(ours(temporary)).toEqual([]);
          expect(readdirSync(folder).sort()).toEqual(['app.js', 'cdk.json', 'temporary']);
        });
      } finally {
        server.close();
      }
    },
  );
});

describe('assess --synth that cannot be', () => {
  it.each<[what: string, files: Record<string, string>, says: RegExp]>([
    ['without a CDK application', { 'main.tf': 'resource "aws_sqs_queue" "q" {}\n' }, /no CDK application/],
    ['in an empty folder', {}, /no CDK application/],
    ['with a cdk.json that is cut off', { 'cdk.json': '{"app": "node' }, /cdk\.json/],
    ['with a cdk.json that is a list', { 'cdk.json': '[]' }, /cdk\.json/],
    ['with a cdk.json without app', { 'cdk.json': '{}' }, /no app command/],
    ['with an app that is no text', { 'cdk.json': '{"app": 7}' }, /app/],
    [
      'with an app that throws',
      { 'cdk.json': app('node app.js'), 'app.js': 'throw new TypeError("no such stage: live");' },
      /no such stage: live/,
    ],
    [
      'with a program that is not there',
      { 'cdk.json': app('no-such-program-at-all app') },
      /no-such-program-at-all/,
    ],
    ['with an app that writes nothing', { 'cdk.json': app('node -e 0') }, /wrote no cloud assembly/],
    [
      'with an app whose manifest is broken',
      {
        'cdk.json': app('node app.js'),
        'app.js':
          'const o = process.env.CDK_OUTDIR; require("fs").mkdirSync(o); require("fs").writeFileSync(o + "/manifest.json", "{");',
      },
      /wrote no cloud assembly/,
    ],
  ])('%s is one message', async (_, files, says) => {
    await inFolder(files, async (folder) => {
      const { code, stdout, stderr } = await airworthy(['assess', folder, '--synth', '--no-cache']);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/^(?:running ".*\n)?airworthy: /);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });
  });
});
