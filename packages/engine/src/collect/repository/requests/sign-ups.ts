import type { Program } from '../code/names/program.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { callsTold } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

/** As Amplify, the SDKs and the library of Cognito call it. */
const SIGNS_UP = /^(?:signUp|sign_up|SignUpCommand)$/;

/** Loads, seeds and scripts make users of their own, whom nobody invited and who are nobody. */
const OWN_USERS = /(?:^|\/)(?:load|load-?tests?|perf\w*|bench\w*|seeds?|scripts)\//i;

/** Files of the code, pages included, that sign new users up. */
export function signUps(program: Program): readonly RepositoryFact[] {
  return [...program.modules.values()].flatMap((module) => {
    if (OWN_USERS.test(module.file)) return [];
    const [first] = callsTold(program, module, 'name', signsUp);
    if (first === undefined) return [];
    return fact({
      type: 'Repository::SignUp',
      address: `sign-up in ${module.file}`,
      at: at(module, first.call.at),
      properties: { path: module.file },
    });
  });
}

function signsUp(name: string): true | undefined {
  return SIGNS_UP.test(name) || undefined;
}
