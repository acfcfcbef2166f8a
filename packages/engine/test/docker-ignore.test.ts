import { expect, test } from 'vitest';
import { isLeftOut } from '../src/collect/repository/containers/docker-ignore.ts';

// As https://docs.docker.com/build/concepts/context/#dockerignore-files describes the patterns.
test.each([
  ['.env', '.env', true],
  ['.env', 'api/.env', false],
  ['**/.env', 'api/.env', true],
  ['**/.env', '.env', true],
  ['*/temp*', 'somedir/temporary.txt', true],
  ['*/*/temp*', 'somedir/subdir/temporary.txt', true],
  ['*/*/temp*', 'somedir/temporary.txt', false],
  ['temp?', 'tempa', true],
  ['docs', 'docs/keys/private.pem', true],
  ['docs/**/*.pem', 'docs/a/b/c.pem', true],
  ['/secrets/', 'secrets/mail.key', true],
  ['*.md\n!README.md', 'README.md', false],
  ['*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
  ['# .env', '.env', false],
  ['**\n!src', 'src/.env', false],
  ['**\n!src', '.env', true],
  ['[[:alpha:]].env', 'a.env', undefined],
  ['.', '.env', false],
  ['**.env', 'api/.env', true],
  ['**.env', 'prod.env', false],
  ['prod**', 'prod/.env', undefined],
  ['prod**\n!prod', 'prod/.env', false],
  ['[!a].env', 'b.env', undefined],
])('%j on %s: %s', (ignore, path, left) => {
  expect(isLeftOut(path, ignore)).toBe(left);
});
