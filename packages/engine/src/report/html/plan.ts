import type { Assessment, PlanItem } from '../../assess/assessment.ts';
import { gapTitle } from '../entries.ts';
import { capital, PHASE_TITLES } from '../wording.ts';
import { checkAnchor } from './checklists.ts';
import { html, type Markup } from './markup.ts';
import { section } from './parts.ts';

/** What to do first: by phase, with effort and quick wins. Nothing where there is no plan. */
export function plan(assessment: Assessment): Markup | undefined {
  if (assessment.plan.length === 0) return undefined;
  const phases = Map.groupBy(assessment.plan, (item) => item.phase);
  return section(
    'plan',
    'What to do first',
    html`${(['critical', 'high', 'medium', 'long-term'] as const).flatMap((phase) => {
      const items = phases.get(phase);
      if (items === undefined) return [];
      return [
        html`<div class="phase"><h3>${PHASE_TITLES[phase]} <span class="soft small">${phase}, ${items.length} ${items.length === 1 ? 'step' : 'steps'}</span></h3><ul class="lines">${items.map((item) => step(assessment, item))}</ul></div>`,
      ];
    })}`,
  );
}

function step(assessment: Assessment, item: PlanItem): Markup {
  const check = assessment.checks.get(item.check);
  const notes = [
    ...(item.blocks ? ['lifts a blocking criterion'] : []),
    ...(item.impact.downtime ? ['interrupts the service'] : []),
  ];
  const quick = item.effort === 'minutes' && !item.impact.downtime;
  return html`<li><div class="line two flat"><span>${item.effort}</span><span class="title">${capital(item.fix)}<br><span class="small soft"><a href="#${checkAnchor(item.check)}">${check === undefined ? item.check : gapTitle(check, item.outcomes.length)}</a>${notes.length > 0 && `; ${notes.join(', ')}`}</span></span><span class="after">${quick && html`<span class="quick">quick win</span>`}</span></div></li>`;
}
