import { lastName } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import type { Expression, SourceModule } from '../syntax/source-module.ts';

const REQUEST = /^(req|request|event|evt)$/;
const BODY = /^(body|json|rawBody)$/;
const PARSES = /^(JSON\.parse|json\.loads)$/;
const GIVES_BODY = /^(json|get_json)$/;
const DEEPEST = 5;

/** Whether a value is the body of a request, parsed or not: `req.body`, `JSON.parse(event.body)`, `await request.json()`. */
export function isBodyOfRequest(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): boolean {
  if (steps > DEEPEST) return false;
  const is = (one: Expression) => isBodyOfRequest(program, module, one, within, steps + 1);
  switch (value.kind) {
    case 'member':
      return BODY.test(value.name) && REQUEST.test(lastName(value.of) ?? '');
    case 'choice':
      return value.of.some(is);
    case 'name':
      return program
        .scopes(module)
        .lookUp(value.name, within)
        .some((one) => one.kind === 'binding' && is(one.binding.value));
    case 'call': {
      const { callee, path, arguments: given } = module.calls[value.call]!;
      if (PARSES.test(path ?? '')) return given.some((one) => is(one.value));
      return (
        callee.kind === 'member' && GIVES_BODY.test(callee.name) && REQUEST.test(lastName(callee.of) ?? '')
      );
    }
    default:
      return false;
  }
}
