import { describe, expect, it } from 'vitest';
import { ALWAYS, atom, type Condition } from '../src/model/condition.ts';
import { Graph, type GraphData } from '../src/model/graph.ts';
import { Many } from '../src/model/many.ts';
import type { ResourceNode } from '../src/model/resource.ts';
import { Truth } from '../src/model/truth.ts';
import {
  absent,
  fromJson,
  known,
  listOf,
  objectOf,
  reference,
  unknown,
  type Value,
} from '../src/model/value.ts';

const origin = {
  plane: 'code' as const,
  at: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 9 },
  trail: [],
};
const text = (value: string) => known(value, origin);
const open = unknown('input-without-value', 'a value for var.x', origin);

function node(
  type: string,
  address: string,
  properties: Record<string, Value>,
  exists: Condition = ALWAYS,
): ResourceNode {
  return {
    type,
    address,
    exists,
    properties: objectOf(properties, origin),
    origin,
    identity: { name: 'Name', arn: 'arn:aws:sns:*:*:{name}' },
  };
}

function graph(resources: readonly ResourceNode[], more: Partial<GraphData> = {}): Graph {
  return new Graph({
    resources,
    notSeen: [],
    facts: [],
    edges: [{ edge: 'notifies', from: 'AWS::SNS::Subscription', path: 'TopicArn', to: ['AWS::SNS::Topic'] }],
    environment: absent(origin),
    defaults: () => undefined,
    readInFull: 'all 1 files',
    origin,
    ...more,
  });
}

const topic = (address: string, name?: Value) =>
  node('AWS::SNS::Topic', address, name === undefined ? {} : { Name: name });
const subscription = (to: Value, exists: Condition = ALWAYS) =>
  node('AWS::SNS::Subscription', 'aws_sns_topic_subscription.s', { TopicArn: to }, exists);
const notified = (resources: readonly ResourceNode[], more: Partial<GraphData> = {}) => {
  const g = graph(resources, more);
  return g.to(g.judged(['AWS::SNS::Topic'])[0]!, 'notifies').exist().state;
};

/** The gateway's address of what it calls, up to the region of that. */
const CALLED = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:sns:';

describe('an edge', () => {
  it.each<[string, Value, Value | undefined, string]>([
    ['a reference', reference({ address: 'aws_sns_topic.t', attribute: 'arn' }, origin), undefined, 'yes'],
    [
      'a value read off the target',
      known('alerts', origin, { address: 'aws_sns_topic.t', attribute: 'name' }),
      text('alerts'),
      'yes',
    ],
    ['the literal name', text('alerts'), text('alerts'), 'yes'],
    [
      'an ARN with the literal name',
      text('arn:aws:sns:eu-west-1:123456789012:alerts'),
      text('alerts'),
      'yes',
    ],
    [
      'an ARN put together around the name',
      { kind: 'composed', parts: [text('arn:aws:sns:'), open, text(':alerts')], origin },
      text('alerts'),
      'yes',
    ],
    ['another name', text('other'), text('alerts'), 'no'],
    [
      'a name that only ends alike',
      text('arn:aws:sns:eu-west-1:123456789012:my-alerts'),
      text('alerts'),
      'no',
    ],
    ['an ARN of another service', text('arn:aws:sqs:eu-west-1:123456789012:alerts'), text('alerts'), 'no'],
    [
      'a reference to another resource',
      reference({ address: 'aws_sns_topic.other', attribute: 'arn' }, origin),
      text('alerts'),
      'no',
    ],
    ['an unknown value', open, text('alerts'), 'unknown'],
    ['a name while the own one is unknown', text('alerts'), open, 'unknown'],
    ['a name while the own one is generated', text('alerts'), undefined, 'no'],
  ])('by %s', (_, to, name, state) => {
    expect(notified([topic('aws_sns_topic.t', name), subscription(to)])).toBe(state);
  });

  it.each<[string, Value, string]>([
    ['its name in a text', text(`${CALLED}eu-west-1:123456789012:alerts/invocations`), 'yes'],
    ['another name in a text', text(`${CALLED}eu-west-1:123456789012:other/invocations`), 'no'],
    [
      'its name behind an open account',
      { kind: 'composed', parts: [text(`${CALLED}eu-west-1:`), open, text(':alerts/invocations')], origin },
      'yes',
    ],
    [
      'an open name',
      { kind: 'composed', parts: [text(`${CALLED}eu-west-1:`), open, text('/invocations')], origin },
      'unknown',
    ],
    [
      'a reference',
      {
        kind: 'composed',
        parts: [
          text('arn:aws:apigateway:'),
          open,
          text(':lambda:path/2015-03-31/functions/'),
          reference({ address: 'aws_sns_topic.t', attribute: 'arn' }, origin),
          text('/invocations'),
        ],
        origin,
      },
      'yes',
    ],
  ])('by the address at which a gateway calls it, with %s', (_, to, state) => {
    expect(notified([topic('aws_sns_topic.t', text('alerts')), subscription(to)])).toBe(state);
  });

  it('by a reference to one of any number of instances is doubtful for each', () => {
    const to = reference({ address: 'aws_sns_topic.t["a"]', attribute: 'arn' }, origin);
    expect(notified([topic('aws_sns_topic.t[?]'), subscription(to)])).toBe('unknown');
    expect(notified([topic('aws_sns_topic.t["b"]'), subscription(to)])).toBe('no');
  });

  it('by a reference to a block that was joined into the target', () => {
    const to = reference({ address: 'aws_sns_topic_policy.p', attribute: 'arn' }, origin);
    const joined = { ...topic('aws_sns_topic.t'), joined: ['aws_sns_topic_policy.p'] };
    expect(notified([joined, subscription(to)])).toBe('yes');
  });

  it('is absent only where everything was read', () => {
    const notSeen = [{ what: 'module.alerts', why: 'not installed', decidedBy: 'run terraform init' }];
    expect(notified([topic('aws_sns_topic.t')])).toBe('no');
    expect(notified([topic('aws_sns_topic.t')], { notSeen })).toBe('unknown');
  });

  it('is absent where what was not read holds nothing that could make it', () => {
    const place = (holds: readonly string[]) => ({
      notSeen: [{ what: 'the routes of an API', why: 'in S3', decidedBy: 'the document', holds }],
    });
    expect(notified([topic('aws_sns_topic.t')], place(['AWS::ApiGateway::Method']))).toBe('no');
    expect(notified([topic('aws_sns_topic.t')], place(['AWS::SNS::Subscription']))).toBe('unknown');
    const of = (type: string) =>
      graph([], place(['AWS::SNS::Topic']))
        .of(type)
        .exist().state;
    expect([of('AWS::SNS::Topic'), of('AWS::SQS::Queue')]).toEqual(['unknown', 'no']);
  });

  it('exists in the worlds of its source', () => {
    const condition = atom('var.notify', 'a value for var.notify');
    const to = reference({ address: 'aws_sns_topic.t', attribute: 'arn' }, origin);
    const g = graph([topic('aws_sns_topic.t'), subscription(to, condition)]);
    const exists = (world: ReadonlyMap<string, boolean>) => {
      const there = g.in(world);
      return there.to(there.judged(['AWS::SNS::Topic'])[0]!, 'notifies').exist().state;
    };
    expect(exists(new Map())).toBe('unknown');
    expect(exists(new Map([['var.notify', true]]))).toBe('yes');
    expect(exists(new Map([['var.notify', false]]))).toBe('no');
  });
});

describe('very many doubtful members', () => {
  const doubt = Truth.unknown([{ reason: 'input-without-value', decidedBy: 'a value for var.x' }]);
  const members = [...Array(40).keys()].map((item) => ({ item, in: item === 7 ? Truth.yes() : doubt }));
  const looked = { evidence: { plane: 'code' as const, at: origin.at, trail: [] } };
  const few = new Many(members, [looked]).inShort();

  it('are only said to be possible, and those that are certain stay', () => {
    expect(few.members.map(({ item }) => item)).toEqual([7]);
    expect(few.some((item) => (item === 7 ? Truth.yes(looked) : Truth.no(looked))).state).toBe('yes');
    expect(few.some(() => Truth.no(looked)).state).toBe('unknown');
    expect(few.every(() => Truth.yes(looked)).state).toBe('unknown');
    expect(few.none(() => Truth.yes(looked)).state).toBe('no');
    expect(few.open?.deciders.map((d) => d.decidedBy)).toEqual(['a value for var.x']);
  });

  it('are told apart where they are few', () => {
    expect(new Many(members.slice(0, 10), [looked]).inShort().members).toHaveLength(10);
  });
});

describe('following a value', () => {
  const follow = (value: Value, resources: readonly ResourceNode[]) => {
    const g = graph([node('AWS::CloudWatch::Alarm', 'a', { Action: value }), ...resources]);
    return g.follow(g.judged(['AWS::CloudWatch::Alarm'])[0]!.text('Action'), 'AWS::SNS::Topic').exist().state;
  };

  it('finds what it points to, and leaves an ARN of elsewhere to the account', () => {
    expect(follow(reference({ address: 't', attribute: 'arn' }, origin), [topic('t')])).toBe('yes');
    expect(follow(text('arn:aws:sns:eu-west-1:123456789012:elsewhere'), [topic('t', text('x'))])).toBe(
      'unknown',
    );
    expect(follow(text('arn:aws:autoscaling:eu-west-1:123456789012:policy'), [topic('t', text('x'))])).toBe(
      'no',
    );
    expect(follow(open, [topic('t')])).toBe('unknown');
  });
});

describe('an absence', () => {
  const said = (resources: readonly ResourceNode[]) =>
    graph(resources)
      .of('AWS::SNS::Topic')
      .where((t) => t.text('Name').is('alerts'))
      .exist()
      .proofs.map((p) => p.evidence.value);

  it('does not say that there is nothing where there is something else', () => {
    expect(said([])).toEqual(['no AWS::SNS::Topic in all 1 files']);
    expect(said([topic('t', text('orders'))])).toEqual(['no fitting AWS::SNS::Topic in all 1 files']);
    expect(said([topic('t', text('alerts'))])).toContain('t');
  });
});

describe('reading properties', () => {
  const read = (properties: Record<string, Value>, defaults: GraphData['defaults'] = () => undefined) =>
    graph([node('T', 't', properties)], { defaults }).judged(['T'])[0]!;

  it('takes a documented default, and nothing else, for what is not written', () => {
    const off = { value: false, source: 'documentation' };
    expect(read({}).bool('Enabled').is(true).state).toBe('unknown');
    expect(
      read({}, () => off)
        .bool('Enabled')
        .is(true).state,
    ).toBe('no');
    expect(
      read({}, () => off)
        .bool('Enabled')
        .is(true).proofs[0]?.evidence.value,
    ).toBe('not set, so false (documentation)');
    expect(
      read({}, () => ({ value: null, source: 's' }))
        .text('Name')
        .isNot('NONE').state,
    ).toBe('yes');
    expect(read({}).text('Name').isNot('NONE').state).toBe('unknown');
  });

  it('calls a wrong shape unknown, never a fault', () => {
    const odd = read({
      A: listOf([text('x'), text('y')], origin),
      B: text('word'),
      C: fromJson({ x: 1 }, origin),
    });
    expect(odd.bool('A').is(true).state).toBe('unknown');
    expect(odd.number('B').atLeast(1).state).toBe('unknown');
    expect(odd.text('C').is('x').state).toBe('unknown');
    expect(odd.text('B.deeper').is('x').state).toBe('unknown');
  });

  it('asks of a list only what its visible members decide', () => {
    const visible = listOf([text('a'), text('*')], origin, { ...open });
    const list = read({ L: visible }).list('L');
    expect(list.some((x) => x.text().is('*')).state).toBe('yes');
    expect(list.none((x) => x.text().is('b')).state).toBe('unknown');
    expect(list.every((x) => x.text().is('a')).state).toBe('no');
    expect(
      read({ L: listOf([], origin) })
        .list('L')
        .every((x) => x.text().is('a')).state,
    ).toBe('no');
    expect(
      read({ L: listOf([], origin) })
        .list('L')
        .none((x) => x.text().is('a')).state,
    ).toBe('yes');
  });

  it('tells a text known in pieces from a literal where the pieces contradict it', () => {
    const pieces: Value = { kind: 'composed', parts: [text('https://'), open], origin };
    expect(read({ O: pieces }).text('O').is('*').state).toBe('no');
    expect(read({ O: pieces }).text('O').is('https://a').state).toBe('unknown');
    expect(read({ O: pieces }).text('O').contains('https').state).toBe('yes');
    expect(
      read({ O: reference({ address: 'b', attribute: 'arn' }, origin) })
        .text('O')
        .is('*').state,
    ).toBe('no');
  });

  it('reads what follows the last separator, also where only that is known, and no more than that', () => {
    const after = (parts: readonly Value[]) =>
      read({ O: { kind: 'composed', parts, origin } as Value })
        .text('O')
        .afterLast('/')
        .is('web:1').state;
    expect(
      read({ O: text('registry/web:1') })
        .text('O')
        .afterLast('/')
        .is('web:1').state,
    ).toBe('yes');
    expect(
      read({ O: text('web:1') })
        .text('O')
        .afterLast('/')
        .is('web:1').state,
    ).toBe('yes');
    expect(after([open, text('.example.com/web:1')])).toBe('yes');
    expect(after([open, text('.example.com/web:2')])).toBe('no');
    expect(after([open, text(':1')])).toBe('unknown');
    expect(after([text('registry/web:'), open])).toBe('unknown');
    expect(read({ O: open }).text('O').afterLast('/').is('web:1').state).toBe('unknown');
  });

  it('goes on along a path behind a block that is written as a list of one, and behind what is never shown', () => {
    const inner = objectOf({ Name: text('web') }, origin);
    const held: Value = { kind: 'sensitive', fingerprint: 'f', reveal: () => inner, origin };
    const named = (block: Value) =>
      read({ O: objectOf({ Block: block }, origin) })
        .text('O.Block.Name')
        .is('web').state;
    expect(named(inner)).toBe('yes');
    expect(named(listOf([inner], origin))).toBe('yes');
    expect(named(held)).toBe('yes');
    expect(named(objectOf({ Name: text('api') }, origin))).toBe('no');
  });
});
