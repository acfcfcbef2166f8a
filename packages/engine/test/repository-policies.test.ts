import { describe, expect, it } from 'vitest';
import { kindOfDocument } from '../src/collect/repository/documents/kinds.ts';
import { policyCalled } from '../src/collect/repository/documents/policies.ts';
import { policyLinks, routesOf } from '../src/collect/repository/documents/policy-links.ts';
import { documents } from '../src/collect/repository/documents/reader.ts';

describe('a policy', () => {
  it.each([
    ['Datenschutzerklärung', 'privacy'],
    ['Datenschutzhinweise der Muster GmbH', 'privacy'],
    ['Datenschutz-Folgenabschätzung', 'other'],
    ['Politique de confidentialité', 'privacy'],
    ['Política de privacidad', 'privacy'],
    ['Política de Privacidade', 'privacy'],
    ['Informativa sulla privacy', 'privacy'],
    ['Privacyverklaring', 'privacy'],
    ['Polityka prywatności', 'privacy'],
    ['Nutzungsbedingungen', 'terms'],
    ["Conditions générales d'utilisation", 'terms'],
    ['Términos y condiciones', 'terms'],
    ['Termos de uso', 'terms'],
    ['Termini e condizioni', 'terms'],
    ['Gebruiksvoorwaarden', 'terms'],
    ['Regulamin', 'terms'],
    ['Regulating water', 'other'],
    ['Privacidad en los logs del sistema', 'other'],
  ])('is headed %s: %s', (title, kind) => expect(kindOfDocument('docs/a.md', title)).toBe(kind));

  it.each([
    ['src/app/datenschutz/page.tsx', 'privacy'],
    ['src/pages/PolitiqueDeConfidentialité.tsx', 'privacy'],
    ['src/routes/polityka-prywatnosci/+page.svelte', 'privacy'],
    ['public/agb.html', 'terms'],
    ['src/views/TerminosDeUso.vue', 'terms'],
    ['src/pages/cgu.astro', 'terms'],
  ])('is a page called %s: %s', (path, kind) => {
    expect(documents.wants(path, 'source')).toBe(true);
    expect(kindOfDocument(path, '')).toBe(kind);
  });

  it.each([
    ['Privacy Policy', 'privacy'],
    ['Terms & Conditions', 'terms'],
    ['Datenschutzerklärung', 'privacy'],
    ['Privacy', undefined],
    ['Privacy settings', undefined],
  ])('is what a link calls %s: %s', (label, policy) => expect(policyCalled(label)).toBe(policy));
});

describe('a link to a policy', () => {
  it.each([
    ['<a href="/legal">Privacy Policy</a>', '/legal'],
    ['<Link\n  to="/Legal/"\n  onClick={() => close()}\n>\n  <span>Privacy Policy</span>\n</Link>', '/legal'],
    ['<Link href={`/${locale}/legal#data`}>Privacy Policy</Link>', '/legal'],
    ['<a href="/">Privacy Policy</a>', undefined],
    ['<a href="/legal">Legal</a>', undefined],
    ['<a href="https://shop.example/legal">Privacy Policy</a>', undefined],
  ])('%s leads to %s', (text, route) => expect(policyLinks(text)[0]?.route).toBe(route));

  it.each([
    ['src/app/legal/page.tsx', '/legal', true],
    ['apps/web/src/app/[locale]/(site)/legal/page.tsx', '/legal', true],
    ['src/pages/Legal.tsx', '/legal', true],
    ['src/components/legal.tsx', '/legal', false],
    ['src/app/legal/imprint/page.tsx', '/legal', false],
  ])('leads to %s by %s: %s', (path, route, is) => expect(routesOf(path).includes(route)).toBe(is));

  it('is looked for quickly in any text', () => {
    const started = performance.now();
    policyLinks('<a href="/a" '.repeat(20_000));
    policyLinks(`<a href="/a">${' <b>'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
