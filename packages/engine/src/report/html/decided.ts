import type { Assessment } from '../../assess/assessment.ts';
import { CRITERION_WORDS, capital } from '../wording.ts';
import type { HtmlOptions } from './html.ts';
import { html, type Markup } from './markup.ts';
import { section } from './parts.ts';

/** How this was decided: what was assessed, by which criteria, with which knowledge. */
export function decided(assessment: Assessment, { knowledge = [] }: HtmlOptions): Markup {
  const { subject, scope, verdict, checks, tool, assumptions, notices } = assessment;
  const listed = (title: string, items: readonly Markup[]) =>
    items.length > 0 &&
    html`<div class="block"><h3>${title}</h3><ul class="plainlist">${items.map((item) => html`<li>${item}</li>`)}</ul></div>`;
  return section(
    'decided',
    'How this was decided',
    html`<div class="block"><p>Each check is decided from evidence of the planes that were asked: ${scope.planes.join(', ') || 'none'}. What could not be seen is unknown, never fine. A launch is GO when every criterion holds; a criterion that an unknown check could still break counts as not held.</p></div>${listed(
      'Criteria',
      verdict.criteria.map(
        (c) => html`${capital(c.title)} <span class="soft">${CRITERION_WORDS[c.outcome].word}</span>`,
      ),
    )}${listed(
      'Roots',
      subject.roots.map(
        (r) =>
          html`<code>${r.path}</code> ${r.kind}, ${r.role}: ${r.assessed ? (r.verdict ?? 'assessed') : 'listed, not assessed'} <span class="soft">(${r.because})</span>`,
      ),
    )}${listed(
      'Assumed, because it was not said',
      assumptions.map((a) => html`${capital(a)}`),
    )}${listed(
      'Notices',
      notices.map((n) => html`${capital(n)}`),
    )}${listed('Versions', [
      html`${tool.name} ${tool.version}, ${checks.size} checks`,
      ...knowledge.map(
        (k) => html`${k.name}, ${k.date}${k.version !== undefined && `, version ${k.version}`}`,
      ),
    ])}`,
  );
}
