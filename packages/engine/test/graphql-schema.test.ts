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
      { type: 'Subscription', name: 'heard', published: true, line: 2 },
      { type: 'Subscription', name: 'asked', published: false, line: 3 },
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
