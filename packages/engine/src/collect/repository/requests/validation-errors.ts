import type { Program } from '../code/names/program.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import type { Carried } from './carried.ts';

/** What errors of class-validator hold: what was validated, unless settings leave it out. */
export function ofValidation(program: Program, at: Place): Carried {
  const without = [...program.modules.values()].find(leavesOutTheValidated);
  return without === undefined
    ? { of: 'body', what: 'what class-validator says of a body, with the body in it,', at }
    : {
        of: 'unknown',
        what: `whether errors of validation are made with the settings of ${without.file}`,
        at,
      };
}

/** `validationError: { target: false }` */
function leavesOutTheValidated({ calls }: SourceModule): boolean {
  return calls.some(({ arguments: given }) =>
    given.some(
      ({ value }) =>
        value.kind === 'object' &&
        value.members.some(
          (one) =>
            one.name === 'validationError' &&
            one.value.kind === 'object' &&
            one.value.members.some(
              ({ name, value: is }) => name === 'target' && is.kind === 'literal' && is.value === false,
            ),
        ),
    ),
  );
}
