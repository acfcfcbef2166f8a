import type { Assessment } from '../../assess/assessment.ts';
import { AREA_TITLES, AREAS, percent } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { intervalBar, section } from './parts.ts';

/** A table of the areas that leads to their checklists. */
export function areas({ score }: Assessment): Markup {
  const own = AREAS.flatMap((area) => score.areas.filter((row) => row.area === area));
  if (own.length === 0) return section('areas', 'Areas', html`<p>No check applies to what was read.</p>`);
  return section(
    'areas',
    'Areas',
    html`<table class="areas"><thead><tr><th scope="col">Area</th><th scope="col">Ready</th><th scope="col" class="n">Pass</th><th scope="col" class="n">Gaps</th><th scope="col" class="n">Unknown</th></tr></thead><tbody>${own.map(
      (row) =>
        html`<tr><th scope="row"><a href="#area-${row.area}">${AREA_TITLES[row.area]}</a></th><td class="range">${
          row.pass + row.fail + row.unknown === 0
            ? html`<span class="soft">does not apply</span>`
            : html`<span>${percent(row)}</span>${intervalBar(row)}`
        }</td><td class="n" data-label="pass">${row.pass}</td><td class="n" data-label="gaps">${row.fail}</td><td class="n" data-label="unknown">${row.unknown}</td></tr>`,
    )}</tbody></table>`,
  );
}
