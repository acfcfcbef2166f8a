import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { hasPages } from '../../blocks/pages.ts';
import { hasCode, testFiles } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

/** Names of browsers with one engine. */
const ENGINES: readonly (readonly string[])[] = [
  ['chromium', 'chrome', 'edge'],
  ['firefox'],
  ['webkit', 'safari'],
];

export default defineRootCheck({
  id: 'browsers-covered',
  requirement: 'TST-06',
  severity: 'low',
  effort: 'hours',
  title: 'Tests run in several browsers and on a small screen',
  gap: {
    one: 'Browsers or small screens are not tested',
    many: 'Browsers or small screens are not tested',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    one: 'tests of pages start no second browser',
    desktop: 'no test of pages has a small screen',
    none: 'no test starts a browser, and nobody vouches for looking at pages by hand',
  },
  about: 'repository',
  attests: ['none'],
  when: (graph) => all(hasCode(graph), any(hasPages(graph), ofPages(graph).exist()).asMembership()),
  evaluate: (graph) => {
    const files = ofPages(graph);
    const engines = ENGINES.map((names) =>
      files.some((file) => file.list('browsers').some((one) => one.text('name').oneOf(names).quote())),
    );
    const [chromium, firefox, webkit] = engines as [Truth, Truth, Truth];
    return all(
      files.exist().else('none'),
      any(all(chromium, firefox), all(chromium, webkit), all(firefox, webkit)).else('one'),
      files.some((file) => file.list('devices').exist()).else('desktop'),
    );
  },
  fix: 'Let the end-to-end tests run in Chromium, Firefox and WebKit, and once as a phone',
  fixImpact: { downtime: false },
});

/** Tests that start a browser. Those that ask an API as its callers do need none. */
function ofPages(graph: Graph): Many<Resource> {
  return testFiles(graph, 'end-to-end').where((file) => file.list('browsers').exist());
}
