import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { renderHtml } from '../src/report/html/html.ts';
import { markdown } from '../src/report/html/markdown.ts';
import { html } from '../src/report/html/markup.ts';
import {
  allWellAssessment,
  hostileAssessment,
  lackOfEvidenceAssessment,
  largeAssessment,
  libraryAssessment,
  nothingApplicableAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

const OPTIONS = {
  date: new Date('2026-03-14T09:26:00Z'),
  knowledge: [{ name: 'provider defaults', date: '2026-02-01' }],
};
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const EVERY_KIND = {
  'gaps that block': sampleAssessment(),
  'all well': allWellAssessment(),
  'nothing applicable': nothingApplicableAssessment(),
  'lack of evidence': lackOfEvidenceAssessment(),
  library: libraryAssessment(),
  'hostile names': hostileAssessment(),
};

const render = (assessment: Assessment) => renderHtml(assessment, sampleSources, OPTIONS);

describe('the HTML report as text', () => {
  test('answers the questions of a reader in their order', () => {
    const page = render(sampleAssessment());
    const sections = ['verdict', 'criteria', 'plan', 'areas', 'checklists', 'unseen', 'decided'];
    const places = sections.map((id) => page.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('says what stops us before what might', () => {
    const sample = sampleAssessment();
    const failed = sample.verdict.criteria.find((c) => c.outcome === 'fail')!;
    const open = sample.outcomes.find((o) => o.outcome === 'unknown')!;
    const more = Array.from({ length: 5 }, (_, i) => ({
      ...open,
      key: `open-${i}`,
      group: `open-${i}`,
      check: `check-${i}`,
      severity: 'critical' as const,
    }));
    const criteria = sample.verdict.criteria.map((c) =>
      c === failed ? { ...c, outcomes: [...more.map((o) => o.key), ...c.outcomes] } : c,
    );
    const page = render({
      ...sample,
      outcomes: [...more, ...sample.outcomes],
      verdict: { ...sample.verdict, criteria },
    });
    const stops = page.slice(page.indexOf('id="criteria"'), page.indexOf('id="plan"'));
    const [gap, folded] = [stops.indexOf('row fail'), stops.indexOf('and 5 unknown that would keep it open')];
    expect(gap).toBeGreaterThan(0);
    expect(folded).toBeGreaterThan(gap);
    expect(stops.slice(0, folded)).not.toContain('row unknown');
    // All five wait for one and the same thing.
    const waiting = stops.slice(folded, stops.indexOf('</details>', folded));
    expect(waiting.match(/row unknown/g)).toHaveLength(1);
    expect(waiting.match(/<a href="#o-/g)).toHaveLength(5);
  });

  test('shows no secret', () => {
    expect(render(sampleAssessment())).not.toMatch(/change-me-before-launch|hunter2/);
  });

  test('says of each resource what was found there where one line holds several findings', () => {
    const sample = sampleAssessment();
    const outcomes = sample.outcomes.map((o) =>
      o.key === 'k-pitr-locks' ? { ...o, message: 'recovery is not set' } : o,
    );
    const page = render({ ...sample, outcomes });
    expect(page).toContain('<p>Recovery is not set</p>');
    expect(page).toContain('<p>Point-in-time recovery is false, expected true</p>');
  });

  test('is the same for the same assessment', () => {
    expect(render(sampleAssessment())).toBe(render(sampleAssessment()));
  });

  test('stays under 3 MB with 2,000 outcomes', () => {
    expect(Buffer.byteLength(render(largeAssessment(2000)))).toBeLessThan(3_000_000);
  });

  test('escapes every value, in notes too', () => {
    expect(html`<p title="${'"><x'}">${'<&\u0000\u202e'}</p>`.text).toBe(
      '<p title="&#34;&#62;&#60;x">&#60;&#38;</p>',
    );
    expect(markdown('a <b> `c<d>` [e](javascript:alert) [f](https://f.example/)').text).toBe(
      '<p>a &#60;b&#62; <code>c&#60;d&#62;</code> e <a href="https://f.example/" rel="noopener noreferrer">f</a></p>',
    );
  });
});

describe('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'airworthy-report-'));
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      // With a single process, closing one page would end the browser.
      args: chromium.args.filter((arg) => arg !== '--single-process'),
      headless: true,
    });
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a report from disk and collects everything that the browser complains of or asks for. */
  async function open(
    assessment: Assessment,
    { hash = '', ...options }: BrowserContextOptions & { hash?: string } = {},
  ): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
    const file = join(folder, `report-${Math.random()}.html`);
    await writeFile(file, render(assessment));
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const address = pathToFileURL(file).href;
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && request.url() !== 'data:,') complaints.push(request.url());
    });
    await page.goto(address + hash);
    return { page, complaints, close: () => context.close() };
  }

  const openAll = (page: Page) =>
    page.evaluate('for (const box of document.querySelectorAll("details")) box.open = true');

  describe.each(Object.entries(EVERY_KIND))('with %s', (_, assessment) => {
    test.each(['light', 'dark'] as const)(
      'has no fault that axe finds, no complaint, no request (%s)',
      async (colorScheme) => {
        const { page, complaints, close } = await open(assessment, { colorScheme });
        await openAll(page);
        // The page's policy forbids foreign script, so the audit comes in beside it.
        await page.evaluate(await readFile(AXE, 'utf8'));
        const found = (await page.evaluate('axe.run()')) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        const violations = found.violations.map(
          (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`,
        );
        expect(violations).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
    );

    test.each([360, 390, 1280])('never scrolls sideways at %i pixels', async (width) => {
      const { page, close } = await open(assessment, { viewport: { width, height: 800 } });
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await close();
    });
  });

  const visibleChecks = (page: Page) =>
    page.evaluate<string[]>(
      'Array.from(document.querySelectorAll(".check")).filter((c) => c.offsetParent).map((c) => c.id)',
    );

  test('filters by keyboard alone and keeps the view in the address', async () => {
    const { page, complaints, close } = await open(sampleAssessment());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate('document.activeElement.name');
    for (let presses = 0; presses < 10 && (await focused()) !== 'state'; presses++)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe('state');
    await page.keyboard.type('gap');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('cleanup');
    expect(await visibleChecks(page)).toEqual(['check-lambda-timeout']);
    expect(await page.evaluate('location.hash')).toContain('state=fail&resource=cleanup');
    expect(await page.textContent('#shown')).toBe('1 of 9 checks shown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('!location.hash.includes("state")')).toBe(true);
    expect((await visibleChecks(page)).length).toBe(9);
    expect(complaints).toEqual([]);
    await close();
  });

  test('opens the view that a link describes', async () => {
    for (const [hash, checks] of [
      ['#state=unknown', ['check-waf-attached', 'check-lambda-error-alarm']],
      ['#area=backup&severity=high', ['check-dynamodb-point-in-time-recovery', 'check-rds-backups']],
      ['#text=steals%20a%20laptop', []],
      ['#text=placeholder', ['check-secrets-in-a-store']],
      ['#resource=SESSIONS', ['check-dynamodb-point-in-time-recovery']],
    ] as const) {
      const { page, close } = await open(sampleAssessment(), { hash });
      expect(await visibleChecks(page), hash).toEqual(checks);
      await close();
    }
  });

  test('a link to an outcome opens the lines that hide it, and clears a filter that hides it', async () => {
    const { page, close } = await open(sampleAssessment(), { hash: '#state=pass' });
    await page.click('#criteria a >> text=3 tables cannot');
    expect(await page.evaluate('document.querySelector("#check-dynamodb-point-in-time-recovery").open')).toBe(
      true,
    );
    expect(await page.isVisible('text=decided at')).toBe(true);
    await close();
  });

  test('opens a checklist line by keyboard', async () => {
    const { page, close } = await open(sampleAssessment());
    await page.focus('#check-https-only > summary');
    await page.keyboard.press('Enter');
    expect(await page.isVisible('#check-https-only .inside')).toBe(true);
    await close();
  });

  test('changes the theme by its switch', async () => {
    const { page, close } = await open(sampleAssessment(), { colorScheme: 'light' });
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await paper();
    await page.click('#theme');
    expect(await paper()).not.toBe(before);
    expect(await page.textContent('#theme')).toBe('Light page');
    await close();
  });

  test('opens everything on paper, drops the controls, and closes it again', async () => {
    const { page, close } = await open(sampleAssessment());
    const closed = () => page.$$eval('details:not([open])', (boxes) => boxes.length);
    expect(await closed()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(() => page.evaluate('document.querySelector("details:not([open])") === null'))
      .toBe(true);
    expect(await page.isVisible('#filter')).toBe(false);
    expect(await page.isVisible('.toc')).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await expect
      .poll(() => page.evaluate('document.querySelector("details:not([open])") !== null'))
      .toBe(true);
    await close();
  });

  test('is read, opened and printed without script', async () => {
    const { page, complaints, close } = await open(sampleAssessment(), { javaScriptEnabled: false });
    expect(await page.textContent('h1')).toBe('NO-GO');
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('#theme').isVisible()).toBe(false);
    const inside = page.locator('#check-https-only .inside');
    expect(await inside.isVisible()).toBe(false);
    await page.locator('#check-https-only > summary').click();
    expect(await inside.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('#check-cost-tags .inside').boundingBox())?.height).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    await close();
  });

  test('opens at once with 2,000 outcomes, and filters them without a pause', async () => {
    const started = performance.now();
    const { page, close } = await open(largeAssessment(2000));
    expect(performance.now() - started).toBeLessThan(5000);
    const took = await page.evaluate(`(() => {
      const from = performance.now();
      const field = document.querySelector('input[name=text]');
      field.value = 'table_1999';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return performance.now() - from;
    })()`);
    expect(took).toBeLessThan(1500);
    await close();
  });
});
