import { type Policy, policyCalled } from './policies.ts';

/** A link of the application to a page of its own that it calls a policy. */
export interface PolicyLink {
  /** `/legal` */
  readonly route: string;
  readonly policy: Policy;
}

/** `<a href="/legal">`, `<Link to="/legal"><span>`: where it leads and the whole text of it. */
const LINK =
  /<(?:a|[\w.]*Link|router-link)\b[^<]{0,400}?\b(?:href|to)=(?:\{\s*)?["'`](?:\/?\${[^{}`]{1,60}\})?(\/[\w/-]{1,100})(?:[?#][^"'`]{0,100})?["'`][^<]{0,400}?>\s*(?:<\w[^<>]{0,200}>\s*){0,2}([^<>{}]{3,80}?)\s*<\//g;

/** The links of a page to policies of the application itself. */
export function policyLinks(text: string): readonly PolicyLink[] {
  return [...text.matchAll(LINK)].flatMap(([, address, label]) => {
    const policy = policyCalled(label!);
    const route = address!.replace(/\/$/, '').toLowerCase();
    return policy === undefined || route === '' ? [] : [{ route, policy }];
  });
}

/** Folders whose files have the address that their path says. */
const ROOT = /(?:^|\/)(?:app|pages|routes|views|screens|public|static|site|www|content|src)$/i;

/** The addresses that a file may be shown at, in small letters: `app/(site)/legal/page.tsx` at `/legal`. */
export function routesOf(path: string): readonly string[] {
  const parts = path
    .replace(/\.\w+$/, '')
    .replace(/\/(?:\+?page|index)$/, '')
    .split('/')
    // Groups and languages are no part of it.
    .filter((part) => !/^\(.*\)$|^\[\[?(?:locale|lang|lng|language)\]?\]$/.test(part));
  return parts.flatMap((_, index) => {
    const isBelowRoot = index === 0 || ROOT.test(parts.slice(0, index).join('/'));
    return isBelowRoot ? [`/${parts.slice(index).join('/').toLowerCase()}`] : [];
  });
}
