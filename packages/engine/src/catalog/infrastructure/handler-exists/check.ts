import type { Properties, Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'handler-exists',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'minutes',
  title: 'The handler of each function exists in the code that its package takes',
  gap: {
    one: 'A function names a handler that does not exist',
    many: '{count} functions name handlers that do not exist',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    module: 'the handler is {actual}, and no file of the package is that module',
    name: 'the handler is {actual}, and the module exports nothing of that name',
  },
  appliesTo: 'AWS::Lambda::Function',
  // An image names its command itself, compiled packages are made by a build, and code inside the template is read there.
  when: (fn) =>
    all(
      not(fn.has('Code.ImageUri')),
      not(fn.has('Code.ZipFile')),
      fn.text('Runtime').matches('a runtime that loads files by their name', /^(nodejs|python)/),
    ),
  evaluate: (fn, graph) => {
    const code = graph.ownFacts('function-code').where((c) => c.text('function').is(fn.address));
    return choose(
      code.exist(),
      all(
        code.every((c) => any(namedBy(fn), c.list('files').exist())).else('module'),
        code
          .every((c) =>
            any(
              namedBy(fn),
              c.list('files').some((file) => exportsHandler(file, fn)),
            ),
          )
          .else('name'),
      ),
      leftTo('looking into the package of the function', fn),
    );
  },
  fix: 'Name the handler as the file and the function in it are called, relative to what the package takes',
  fixImpact: { downtime: false },
});

/** No; its evidence is what the handler is called, which is what a message says. */
function namedBy(fn: Resource): Truth {
  return fn.text('Handler').is('').quote();
}

function exportsHandler(file: Properties, fn: Resource): Truth {
  return fn
    .text('Handler')
    .ask((handler) =>
      file.list('names').some((name) => name.text().is(handler.slice(handler.lastIndexOf('.') + 1))),
    );
}
