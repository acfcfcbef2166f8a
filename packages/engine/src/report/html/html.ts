import { createHash } from 'node:crypto';
import type { Assessment } from '../../assess/assessment.ts';
import { entriesOf } from '../entries.ts';
import type { Sources } from '../excerpt.ts';
import { AREA_TITLES, verdictWord } from '../wording.ts';
import { areas } from './areas.ts';
import { checklists, listedAreas } from './checklists.ts';
import { criteria } from './criteria.ts';
import { decided } from './decided.ts';
import { EvidenceWriter } from './evidence.ts';
import { head } from './head.ts';
import { html, Markup } from './markup.ts';
import { PAGE_CSS } from './page.css.ts';
import { PAGE_SCRIPT } from './page.script.ts';
import { plan } from './plan.ts';
import { unseen } from './unseen.ts';

export interface HtmlOptions {
  /** When the assessment was made. */
  readonly date: Date;
  /** Data that decided, with its date: catalogue, provider defaults, metrics. */
  readonly knowledge?: readonly { readonly name: string; readonly date: string; readonly version?: string }[];
}

/** The assessment as one file: opens offline, reads without script, prints on A4. */
export function renderHtml(assessment: Assessment, sources: Sources, options: HtmlOptions): string {
  const entries = entriesOf(assessment);
  const todo = plan(assessment);
  const contents: readonly (readonly [string, string])[] = [
    ['verdict', 'Verdict'],
    ['criteria', 'What stops us'],
    ...(todo === undefined ? [] : [['plan', 'What to do first'] as const]),
    ['areas', 'Areas'],
    ['checklists', 'Checklists'],
    ['unseen', 'What we could not see'],
    ['decided', 'How this was decided'],
  ];
  const checked = listedAreas(entries);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy()}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>${verdictWord(assessment)}: ${assessment.service}, production readiness</title><link rel="icon" href="data:,"><style>${new Markup(PAGE_CSS)}</style></head>
<body><a class="skip" href="#checklists">Skip to the checklists</a><main class="page">${head(assessment, options.date)}
<nav class="toc" aria-label="Contents"><ol>${contents.map(
    ([id, title]) =>
      html`<li><a href="#${id}">${title}</a>${
        id === 'checklists' &&
        checked.length > 0 &&
        html`<ol>${checked.map((area) => html`<li><a href="#area-${area}">${AREA_TITLES[area]}</a></li>`)}</ol>`
      }</li>`,
  )}</ol><button type="button" id="theme" data-script hidden>Dark page</button></nav>
<div class="rest">${criteria(assessment, entries)}
${todo}
${areas(assessment)}
${checklists(assessment, entries, new EvidenceWriter(sources))}
${unseen(assessment, entries)}
${decided(assessment, options)}
<footer><p>Made by ${assessment.tool.name} ${assessment.tool.version} from evidence; every line leads to what decided it.</p></footer></div></main><script>${new Markup(PAGE_SCRIPT)}</script></body></html>
`;
  return page.text;
}

/** Nothing is loaded from anywhere; the page's own style and script are allowed by their hashes. */
function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(PAGE_CSS)}`,
    `script-src ${hash(PAGE_SCRIPT)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
