import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, not } from '../../../model/truth.ts';
import { mayTellOfOperations } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

/** Names of AWS that look like variables: a version of Lambda, a stage and routes of API Gateway. */
const NAMED_LIKE_VARIABLES = /\$\{?(?:LATEST|default|connect|disconnect)\b/;

export default defineCheck({
  id: 'commands-survive-the-shell',
  requirement: 'OPS-05',
  severity: 'low',
  effort: 'minutes',
  title: 'Commands keep $LATEST and $default from the shell',
  gap: {
    one: 'The shell takes a name out of a command',
    many: 'In {count} documents the shell takes names out of commands',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    replaced: 'the shell takes $LATEST or $default for a variable, and puts nothing in its place: {actual}',
  },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(mayTellOfOperations(document), namingCommands(document).exist()).asMembership(),
  evaluate: (document) =>
    namingCommands(document)
      .none((command) =>
        not(command.text('text').test('a name in single quotes', (text) => !isReplaced(text))).quote(),
      )
      .else('replaced'),
  fix: "Write such names in single quotes: --stage-name '$default'",
  fixImpact: { downtime: false },
});

function namingCommands(document: Resource): Many<Properties> {
  return document
    .list('commands')
    .where((command) =>
      all(
        command.text('service').oneOf(['lambda', 'apigateway', 'apigatewayv2', 'logs']),
        command.text('text').matches('a name like a variable', NAMED_LIKE_VARIABLES),
      ),
    );
}

/** Whether such a name stands where a shell puts variables in: in no single quotes, without a backslash. */
function isReplaced(text: string): boolean {
  let quote: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && quote !== "'") i++;
    else if (c === quote) quote = undefined;
    else if (quote === undefined && (c === '"' || c === "'")) quote = c;
    else if (c === '$' && quote !== "'" && NAMED_LIKE_VARIABLES.test(text.slice(i, i + 16))) return true;
  }
  return false;
}
