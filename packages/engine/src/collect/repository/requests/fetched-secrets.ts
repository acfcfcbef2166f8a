import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';

/** What asks Secrets Manager, and the parameter store. Sources: AWS API references, GetSecretValue and GetParameter. */
const ASKS_SECRETS = /^(GetSecretValueCommand|getSecretValue|get_secret_value)$/;
const ASKS_PARAMETERS =
  /^(GetParameters?(ByPath)?Command|getParameters?(ByPath)?|get_parameters?(_by_path)?)$/;
const SECRET_OF_SECRETS = /^(SecretString|SecretBinary)?$/;
const SECRET_OF_PARAMETERS = /^(Parameters?|Parameter\.Value)?$/;

/** Whether what a call gives, or a member of that, is a secret that was asked for; a parameter is one where it is decrypted. */
export function isFetchedSecret(
  program: Program,
  module: SourceModule,
  call: Call,
  members: readonly string[],
): boolean {
  const asking = askingOf(program, module, call);
  if (asking === undefined) return false;
  const name = lastName(asking.callee) ?? '';
  const member = members.join('.');
  return ASKS_SECRETS.test(name)
    ? SECRET_OF_SECRETS.test(member)
    : ASKS_PARAMETERS.test(name) && SECRET_OF_PARAMETERS.test(member) && isDecrypted(asking);
}

/** What is asked: of `client.send(new GetSecretValueCommand(…))` the command, of `client.getSecretValue(…).promise()` the call before. */
function askingOf(program: Program, module: SourceModule, call: Call): Call | undefined {
  const last = lastName(call.callee);
  if (last === 'promise' && call.callee.kind === 'member' && call.callee.of.kind === 'call')
    return module.calls[call.callee.of.call];
  const [command] = call.arguments;
  if (last !== 'send' || command === undefined) return call;
  const meaning = program.resolve(module, command.value, call.within);
  return meaning.kind === 'made' && meaning.members.length === 0
    ? meaning.module.calls[meaning.call]
    : undefined;
}

function isDecrypted({ arguments: given }: Call): boolean {
  const isTrue = (value: Expression) => value.kind === 'literal' && value.value === true;
  return given.some(({ name, value }) =>
    value.kind === 'object'
      ? value.members.some((one) => one.name === 'WithDecryption' && isTrue(one.value))
      : name === 'WithDecryption' && isTrue(value),
  );
}
