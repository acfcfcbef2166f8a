import type { LinkElsewhere } from './elsewhere.ts';
import { NAMES } from './policies.ts';

const LINK = /https?:\/\/([\w.-]+)\/[^\s"'`<>(){}[\]\\]{1,200}/g;

const POLICIES: readonly (readonly ['privacy' | 'terms', RegExp])[] = [
  ['privacy', /(?:^|[/_-])privacy(?:[/_-]?(?:policy|notice|statement))?(?:[/.?#]|$)/i],
  ['terms', /(?:^|[/_-])(?:terms(?:[/_-](?:of|and)[/_-]\w+)?|tos)(?:[/.?#]|$)/i],
];

/** Those that pages show of what they stand on: maps, sign-in by others, tests against robots, payment. */
export const OF_OTHERS =
  /(?:^|\.)(?:google|gstatic|youtube|apple|microsoft|facebook|meta|instagram|twitter|x|linkedin|github|gitlab|cloudflare|hcaptcha|stripe|paypal|auth0|okta|sentry|hotjar|hubspot|mailchimp|intercom|zendesk|mapbox|openstreetmap|cookiebot|onetrust|vercel|netlify|openai|anthropic)\.(?:com|org|io|co)$/i;

/** Policies on other hosts to which a page leads whoever uses it. What they say is not here. */
export function policiesElsewhere(text: string): readonly LinkElsewhere[] {
  if (!text.includes('://')) return [];
  const found: LinkElsewhere[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.includes('://')) continue;
    for (const [url, host] of line.matchAll(LINK)) {
      const path = url.slice(url.indexOf('/', 8));
      const parts = path
        .toLowerCase()
        .replace(/[?#].*$/, '')
        .split(/[/.]/);
      const kind =
        POLICIES.find(([, pattern]) => pattern.test(path))?.[0] ??
        (['privacy', 'terms'] as const).find((policy) => parts.some((part) => NAMES[policy].test(part)));
      if (kind === undefined || OF_OTHERS.test(host!)) continue;
      found.push({ url, text: url, line: index + 1, kind, operations: false });
    }
  }
  return found;
}
