import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';
import { TOP } from '../code/syntax/source-module.ts';

/** Types of messages with their bodies, and of answers with such, by package. */
const TYPES =
  /^(@aws-sdk\/client-sqs\.(Message|ReceiveMessageCommandOutput|ReceiveMessageResult)|aws-sdk\.SQS\.(Message|MessageList|ReceiveMessageResult)|aws-lambda\.SQSRecord)$/;
const RECEIVES = /^(receiveMessage|receive_message)$/;
const FURTHEST = 6;

/** `sqs.send(new ReceiveMessageCommand(…))`, `sqs.receiveMessage(…)`, `sqs.receive_message(…)`. */
export function receivesMessages(program: Program, module: SourceModule, call: Call): boolean {
  const { callee, arguments: given, within } = call;
  if (callee.kind !== 'member') return false;
  if (callee.name === 'promise' && callee.of.kind === 'call')
    return receivesMessages(program, module, module.calls[callee.of.call]!);
  if (RECEIVES.test(callee.name))
    return program.functionsOf(program.resolve(module, callee, within)).functions.length === 0;
  const [first] = given;
  if (callee.name !== 'send' || first === undefined) return false;
  const command = program.resolve(module, first.value, within);
  if (command.kind !== 'made' || command.members.length > 0) return false;
  const made = command.module.calls[command.call]!;
  return made.isNew && lastName(made.callee) === 'ReceiveMessageCommand';
}

/** `perhaps` where the type leads to a file that was not read. */
export type OfMessages = 'yes' | 'perhaps' | 'no';

/** Whether a type, as it is written, is one of messages, a list of them, or one of the repository that is made of such. */
export function isTypeOfMessages(
  program: Program,
  module: SourceModule,
  type: string | undefined,
  steps = 0,
): OfMessages {
  if (type === undefined || steps > FURTHEST) return 'no';
  return any(namesIn(type).map((name) => isNamed(program, module, name, steps)));
}

/** `Message`, `readonly Message[]`, `Array<Message>`, `Message | undefined`, `Message & { at: string }`. */
function namesIn(type: string): readonly string[] {
  return type.split(/[|&]/).flatMap((part) => {
    const name =
      /^\s*\(?\s*(?:readonly\s+)?(?:(?:Readonly|Required|Partial|NonNullable|Array|ReadonlyArray)<\s*)*([A-Za-z_$][\w$.]*)[\s>)[\]]*$/.exec(
        part,
      )?.[1];
    return name === undefined ? [] : [name];
  });
}

function any(all: readonly OfMessages[]): OfMessages {
  return all.includes('yes') ? 'yes' : all.includes('perhaps') ? 'perhaps' : 'no';
}

function isNamed(program: Program, module: SourceModule, name: string, steps: number): OfMessages {
  const own = module.types?.find((one) => one.name === name);
  if (own !== undefined) return any(own.of.map((one) => isTypeOfMessages(program, module, one, steps + 1)));
  const [local, ...rest] = name.split('.');
  const imported = module.imports.find((one) => one.local === local);
  if (imported === undefined) return 'no';
  const member = [imported.member, ...rest].filter((one) => one !== '*').join('.');
  return isExported(program, module, imported.module, member, steps);
}

function isExported(
  program: Program,
  module: SourceModule,
  from: string,
  member: string,
  steps: number,
): OfMessages {
  const whole = program.resolve(module, { kind: 'module', module: from, at: { line: 1, column: 1 } }, TOP);
  if (whole.kind === 'external') return TYPES.test(`${whole.path}.${member}`) ? 'yes' : 'no';
  if (whole.kind === 'open') return 'perhaps';
  if (whole.kind !== 'module' || steps > FURTHEST) return 'no';
  const { module: other } = whole;
  if (other.types?.some((one) => one.name === member)) return isNamed(program, other, member, steps + 1);
  return any(
    other.exports.flatMap((one) =>
      one.from !== undefined && (one.name === member || one.name === '*')
        ? [
            isExported(
              program,
              other,
              one.from.module,
              one.name === '*' ? member : one.from.member,
              steps + 1,
            ),
          ]
        : [],
    ),
  );
}
