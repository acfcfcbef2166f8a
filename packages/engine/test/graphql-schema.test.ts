import { describe, expect, it } from 'vitest';
import { rootFields } from '../src/collect/graphql/schema.ts';

const names = async (schema: string) => (await rootFields(schema))?.map((f) => `${f.type}.${f.name}`);

describe('the fields of a schema that callers ask for', () => {
  it('are those of Query, Mutation and Subscription, extensions included', async () => {
    const schema = `
      type Look { title: String }
      type Query { looks: [Look] }
      extend type Query { stars: Int }
      type Mutation { remember(title: String!): Look }
      input Wanted { title: String }
    `;
    expect(await names(schema)).toEqual(['Query.looks', 'Query.stars', 'Mutation.remember']);
  });

  it('are those of the types that a schema block names, where there is one', async () => {
    expect(await names('schema { query: Reads } type Reads { a: Int } type Query { b: Int }')).toEqual([
      'Reads.a',
    ]);
  });

  it('stand at their lines, and say which subscriptions mutations feed', async () => {
    const schema = 'type Subscription {\n  heard: Int @aws_subscribe(mutations: ["say"])\n  asked: Int\n}';
    expect(await rootFields(schema)).toEqual([
      { type: 'Subscription', name: 'heard', published: true, untyped: [], line: 2 },
      { type: 'Subscription', name: 'asked', published: false, untyped: [], line: 3 },
    ]);
  });

  it('say what they take and answer that may hold anything, through lists, unions, interfaces and circles', async () => {
    const schema = `
      interface Thing { id: ID }
      type Look implements Thing { id: ID extra: [AWSJSON!]! likes: [Thing] }
      union Found = Look
      input Wanted { title: String more: More }
      input More { free: AWSJSON }
      type Plain { when: AWSDateTime }
      type Query { a: [Thing] b(wanted: Wanted): Plain c: Found d(raw: AWSJSON): Int e: Plain }
    `;
    expect((await rootFields(schema))?.map(({ name, untyped }) => [name, untyped])).toEqual([
      ['a', ['Look.extra: AWSJSON']],
      ['b', ['More.free: AWSJSON']],
      ['c', ['Look.extra: AWSJSON']],
      ['d', ['raw: AWSJSON']],
      ['e', []],
    ]);
  });

  it.each([
    ['wrong syntax', 'type Query {{{'],
    ['what is nested without end', `type Query { a: ${'['.repeat(50_000)}Int${']'.repeat(50_000)} }`],
    ['nothing', ''],
  ])('are not known of %s', async (_, schema) => {
    expect(await rootFields(schema)).toBeUndefined();
  });
});
