import type { Entry, Node } from '../../cloudformation/parse.ts';
import type { Template } from '../../cloudformation/template.ts';

/**
 * Values that the CDK puts in place of what a look-up would have answered, by the dummy values of aws-cdk-lib
 * (`core/lib/context-provider`, `aws-ec2/lib/vpc.ts`, `aws-ssm`, `aws-route53`, `aws-elasticloadbalancingv2`).
 */
const STAND_INS: readonly RegExp[] = [
  /^dummy-value-for-/,
  /^dummy1[a-c]$/,
  /^vpc-12345$/,
  /^[sp]-12345$/,
  /^[sp]-67890$/,
  /^rtb-(12345|67890)[sp]?$/,
  /^rtb-57569[sp]?$/,
  /^sg-123456789012$/,
  /^sg-12345(678)?$/,
  /^ami-12345?$/,
  /^DUMMY$/,
  /^1234abcd-12ab-34cd-56ef-1234567890ab$/,
  /loadbalancer\/(application|network)?\/?(my-)?load-?balancer\//i,
];

/** Whether a text is such a stand-in. */
export function isStandIn(text: string): boolean {
  return STAND_INS.some((pattern) => pattern.test(text));
}

/** The template with every stand-in as something that is not known: it never becomes evidence. */
export function withoutStandIns(template: Template): Template {
  const section = (entries: ReadonlyMap<string, Entry>) =>
    new Map([...entries].map(([key, entry]) => [key, { ...entry, value: replaced(entry.value) }]));
  return { ...template, resources: section(template.resources), outputs: section(template.outputs) };
}

function replaced(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && isStandIn(node.value)
        ? {
            kind: 'unreadable',
            why: 'a stand-in for what a look-up in the account would answer',
            at: node.at,
          }
        : node;
    case 'list':
      return { ...node, items: node.items.map(replaced) };
    case 'map':
      return {
        ...node,
        entries: new Map([...node.entries].map(([k, e]) => [k, { ...e, value: replaced(e.value) }])),
      };
    case 'call':
      return { ...node, argument: replaced(node.argument) };
    case 'unreadable':
      return node;
  }
}
