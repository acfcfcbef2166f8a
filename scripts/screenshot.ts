/** Renews the README's picture: assesses the flashcards example and photographs the top of its HTML report. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { assessRepository, render } from '../packages/engine/src/index.ts';

const top = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'airworthy-screenshot-'));
try {
  const date = new Date('2026-11-21T12:00:00Z');
  const run = await assessRepository({
    path: join(top, 'examples/flashcards'),
    now: date,
  });
  const page = join(folder, 'report.html');
  writeFileSync(
    page,
    await render('html', run, { columns: 80, colour: false, verbose: false, quiet: false, date }),
  );
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => arg !== '--single-process'),
  });
  const view = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  await view.goto(pathToFileURL(page).href);
  await view.screenshot({ path: join(top, 'docs/report.png') });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}
