import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { STEP } from './pipeline.ts';

export const FRONT_END = 'Repository::FrontEnd';
const BUDGET = 'Repository::PageBudget';

/** Budgets of a kind that end in an error. */
export function budgetsOf(graph: Graph, of: 'scripts' | 'performance'): Many<Resource> {
  return graph
    .of(BUDGET)
    .where((budget) => budget.bool('stops').is(true))
    .where((budget) => budget.text('of').is(of));
}

/** What runs each tool that holds a budget. */
const RUNS: Readonly<Record<string, RegExp>> = {
  lighthouse: /\b(lhci|lighthouse)\b/,
  'size-limit': /\bsize-limit\b|\brun size\b/,
  bundlesize: /\bbundlesize\b/,
  bundlewatch: /\bbundlewatch\b/,
  angular: /\b(ng|nx) build\b/,
};

/** Commands of pipelines that hold a budget, those of steps that never run too. */
export function heldBy(
  budget: Resource,
  graph: Graph,
  steps: Many<Resource> = graph.of(STEP),
): Many<Properties> {
  return steps
    .flatMap((step) => step.list('commands'))
    .where((command) =>
      Reading.both(
        budget.text('tool'),
        command.text('text'),
        'what holds the budget',
        (tool, text) => RUNS[tool]?.test(text) === true,
      ),
    );
}
