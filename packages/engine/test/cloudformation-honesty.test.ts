import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notSeenIn, resourcesOf } from '../src/collect/cloudformation/collect.ts';
import { Evaluator } from '../src/collect/cloudformation/evaluate.ts';
import type { Entry } from '../src/collect/cloudformation/parse.ts';
import { readTemplate, type Template } from '../src/collect/cloudformation/template.ts';
import { unknown, type Value } from '../src/model/value.ts';

/**
 * Hiding a default must leave the former value among what is possible: nothing that was known may become
 * another known value, and nothing that was there may be said not to be there.
 */
const folder = join(import.meta.dirname, 'oracles/cloudformation/templates');

function evaluatorOf(template: Template): Evaluator {
  return new Evaluator(template, new Map(), {
    prefix: '',
    importValue: (_, at) => unknown('module-unavailable', 'the stack', { plane: 'code', at, trail: [] }),
  });
}

function withoutDefault(template: Template, name: string): Template {
  const parameters = new Map<string, Entry>(template.parameters);
  const entry = parameters.get(name);
  if (entry?.value.kind === 'map') {
    const entries = new Map([...entry.value.entries].filter(([key]) => key !== 'Default'));
    parameters.set(name, { ...entry, value: { ...entry.value, entries } });
  }
  return { ...template, parameters };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether a value, as far as it is decided, can be what it was before something was hidden. */
function canBe(hidden: Value | undefined, before: Value): boolean {
  if (hidden === undefined) return before.kind === 'absent';
  if (before.kind === 'sensitive' && before.reveal !== undefined) return canBe(hidden, before.reveal());
  switch (hidden.kind) {
    case 'unknown':
    case 'sensitive':
      return true;
    case 'choice':
      if (before.kind === 'choice') {
        return canBe(hidden, before.whenTrue) && canBe(hidden, before.whenFalse);
      }
      return canBe(hidden.whenTrue, before) || canBe(hidden.whenFalse, before);
    case 'known':
      return before.kind === 'known' && String(before.value) === String(hidden.value);
    case 'reference': {
      const to = before.kind === 'reference' ? before.to : before.kind === 'known' ? before.via : undefined;
      return (
        hidden.to.address === 'dynamic' ||
        (to !== undefined && to.address === hidden.to.address && to.attribute === hidden.to.attribute)
      );
    }
    case 'composed': {
      if (before.kind !== 'known') return true;
      const pattern = hidden.parts.map((p) => (p.kind === 'known' ? escaped(String(p.value)) : '.*'));
      return new RegExp(`^${pattern.join('')}$`, 's').test(String(before.value));
    }
    case 'list':
      if (before.kind !== 'list') return false;
      if (hidden.open !== undefined || hidden.items.some((i) => i.kind === 'choice')) return true;
      return (
        hidden.items.length === before.items.length &&
        hidden.items.every((item, i) => canBe(item, before.items[i]!))
      );
    case 'object':
      if (before.kind !== 'object') return false;
      return [...before.members].every(
        ([key, value]) =>
          (hidden.members.get(key) === undefined && hidden.open !== undefined) ||
          canBe(hidden.members.get(key), value),
      );
    case 'absent':
      return before.kind === 'absent';
  }
}

describe('hiding a default only opens what was decided', () => {
  let hiddenDefaults = 0;

  it.each(readdirSync(folder).sort())('%s', (name) => {
    const template = readTemplate(name, readFileSync(join(folder, name), 'utf8'));
    const before = resourcesOf(evaluatorOf(template));
    for (const parameter of template.parameters.keys()) {
      hiddenDefaults += 1;
      const evaluator = evaluatorOf(withoutDefault(template, parameter));
      const after = new Map(resourcesOf(evaluator).map((node) => [node.address, node]));
      for (const node of before) {
        const same = after.get(node.address);
        if (same === undefined) {
          expect(notSeenIn(evaluator), `${node.address} without ${parameter}`).not.toEqual([]);
          continue;
        }
        const decided = same.exists.op === 'always' || same.exists.op === 'never';
        if (decided) expect(same.exists.op).toBe(node.exists.op);
        expect(canBe(same.properties, node.properties), `${node.address} without ${parameter}`).toBe(true);
      }
    }
  });

  it('hid many', () => {
    expect(hiddenDefaults).toBeGreaterThan(80);
  });
});
