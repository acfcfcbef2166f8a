import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meets } from '../src/catalog/blocks/met-calls.ts';
import { byEndOfPath } from '../src/catalog/blocks/paths-by-end.ts';

const part = fc.constantFrom('api', 'v1', 'cards', 'decks', ':id', '{id}', '<int:id>', '[id]', 'c{}', '');
const end = fc.constantFrom('', 'cards', '*', '{proxy+}', '<path:rest>', '{rest:path}', '[...all]');
const path = fc
  .tuple(fc.array(part, { maxLength: 4 }), end)
  .map(([parts, last]) => `/${[...parts, last].join('/')}`);

it('an index of paths rules out none that is met, whichever of them stands for more', () => {
  fc.assert(
    fc.property(fc.array(fc.option(path, { nil: undefined }), { maxLength: 12 }), path, (served, asked) => {
      const found = byEndOfPath<string | undefined>((one) => one)(served)(asked);
      for (const [place, one] of served.entries())
        if (one === undefined || meets(asked, one)) expect(found).toContain(place);
      expect([...found]).toEqual([...new Set(found)].sort((a, b) => a - b));
    }),
    { numRuns: 3_000 },
  );
});

it('what is asked for without a known path is compared with all', () => {
  expect(byEndOfPath((one: string) => one)(['/a', '/b'])(undefined)).toEqual([0, 1]);
});

it('leaves out what is another path', () => {
  const routes = Array.from({ length: 100 }, (_, i) => [`/api/things${i}`, `/api/things${i}/:id`]).flat();
  const found = byEndOfPath((one: string) => one)(routes);
  expect(found('/api/things7/{}').map((place) => routes[place])).toEqual(['/api/things7/:id']);
  expect(found('/prod/api/things8').map((place) => routes[place])).toEqual(['/api/things8']);
});
