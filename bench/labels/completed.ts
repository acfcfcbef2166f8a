import type { Code } from './labelled.ts';

/** What `terraform plan` takes for granted and a fixture leaves out, and what was written for Python. */
export interface Completed {
  readonly code: Code;
  /** The addresses that stand for what the fixture names and does not declare. */
  readonly added: ReadonlySet<string>;
}

/** Arguments without which a block says something else than the fixture means. */
const REQUIRED: Readonly<Record<string, string>> = {
  aws_apigatewayv2_api: 'protocol_type = "HTTP"',
};

/** What is judged by what stands around it: an empty one would be a gap that the fixture does not have. */
const BY_THEIR_SURROUNDINGS = new Set(['aws_sns_topic', 'aws_api_gateway_rest_api', 'aws_acm_certificate']);

/**
 * A fixture with an empty block for each resource that it names and nothing declares, without which Terraform refuses it,
 * and with `true` where Python's `True` stands.
 */
export function completed(code: Code): Completed {
  if (code.language !== 'terraform') return { code: transformed(code), added: new Set() };
  const files = Object.fromEntries(
    Object.entries(code.files).map(([path, text]) => [
      path,
      path.endsWith('.tf') ? text.replaceAll(/= (True|False)$/gm, (said) => said.toLowerCase()) : text,
    ]),
  );
  const blocks = Object.entries(files).filter(([path]) => path.endsWith('.tf') && !path.includes('/'));
  const text = blocks.map(([, of]) => of.replaceAll(/^\s*(#|\/\/).*$/gm, '')).join('\n');
  const declared = new Set(
    Array.from(
      text.matchAll(/\bresource\s+"?(aws_\w+)"?\s+"?([\w-]+)"?/g),
      ([, type, name]) => `${type}.${name}`,
    ),
  );
  const named = Array.from(
    text.matchAll(/(?<![\w."-])(aws_\w+)\.([\w-]+)(?=[.[])/g),
    ([, type, name]) => `${type}.${name}`,
  );
  const added = new Set(
    named.filter((address) => !declared.has(address) && !BY_THEIR_SURROUNDINGS.has(address.split('.')[0]!)),
  );
  const stubs = [...added].map((address) => {
    const [type, name] = address.split('.');
    return `resource "${type}" "${name}" {\n  ${REQUIRED[type!] ?? ''}\n}\n`;
  });
  return {
    code: { ...code, files: stubs.length === 0 ? files : { ...files, 'named.tf': stubs.join('') } },
    added,
  };
}

/** Templates with types of SAM, of which a fixture may leave out the line that says so. */
function transformed(code: Code): Code {
  const files = Object.entries(code.files).map(([path, text]) => {
    const leftOut =
      path.endsWith('.yaml') && text.includes('AWS::Serverless::') && !text.includes('Transform:');
    return [path, leftOut ? `Transform: AWS::Serverless-2016-10-31\n${text}` : text] as const;
  });
  return { ...code, files: Object.fromEntries(files) };
}
