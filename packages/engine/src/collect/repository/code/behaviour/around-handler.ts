import { writtenAs } from '../routes/texts.ts';
import { type Call, TOP } from '../syntax/source-module.ts';
import { libraryThatValidates } from './known-names.ts';
import { type FunctionAt, lastName, type Reaches } from './reach.ts';
import type { BodyHandling, Validation } from './validation.ts';

const NAMED_SO = /valid|schema|pars(e|er)\b|event_?parser/i;

/** What compares the body before a handler of Lambda is called: middleware around it, decorators of it. */
export function withMiddleware({ program }: Reaches, at: FunctionAt, handling: BodyHandling): BodyHandling {
  const found: Validation[] = [];
  let { open } = handling;
  for (const call of callsAround(at)) {
    const { module } = at;
    const name = program.pathOf(module, call.callee, call.within) ?? call.path ?? '';
    const library = libraryThatValidates(name);
    if (library !== undefined)
      found.push({ name: writtenAs(module, call.callee), library, module, at: call.at });
    else if (NAMED_SO.test(lastName(call.callee) ?? ''))
      open ??= `reading ${writtenAs(module, call.callee)} (${module.file}:${call.at.line})`;
  }
  return { ...handling, open, validations: [...handling.validations, ...found] };
}

/** What a request is handed to as a whole and cannot be followed: `functions[path](event)`. */
export function handedOn(reaches: Reaches, at: FunctionAt): string | undefined {
  const { calls } = reaches.of(at);
  const found = calls.find(
    ({ call, meaning, depth }) =>
      depth <= 1 &&
      (/^(open|value|several|parameter)$/.test(meaning.kind) ||
        (meaning.kind === 'made' && meaning.members.length > 0)) &&
      call.arguments.some(({ value }) => value.kind === 'name' && /^(event|evt|request)$/.test(value.name)),
  );
  if (found === undefined) return undefined;
  const { module, call } = found;
  return `finding what ${writtenAs(module, call.callee)} is (${module.file}:${call.at.line})`;
}

/** `middy(handler).use(validator(…))`, `@event_parser(model=Order)`. */
function callsAround({ module, function: number }: FunctionAt): readonly Call[] {
  const own = module.functions[number]!.decorators.flatMap((one) =>
    one.kind === 'call' ? [module.calls[one.call]!] : [],
  );
  const handed = module.calls.flatMap((call) =>
    call.within === TOP && /^(use|before|middy)$/.test(lastName(call.callee) ?? '')
      ? call.arguments.flatMap(({ value }) => (value.kind === 'call' ? [module.calls[value.call]!] : []))
      : [],
  );
  return [...own, ...handed];
}
