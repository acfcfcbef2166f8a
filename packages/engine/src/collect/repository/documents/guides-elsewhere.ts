import type { LinkElsewhere } from './elsewhere.ts';
import { OF_OTHERS } from './policies-elsewhere.ts';

/** `<a href="https://guide.example.com">User guide</a>`, with other elements around the text. */
const LINK =
  /<(?:a|[\w.]*Link|[\w.]*Button)\b[^<]{0,400}?\b(?:href|to|externalLink)=(?:\{\s*)?["'`](https?:\/\/([\w.-]+)[^\s"'`<>{}]{0,200})["'`][^<]{0,400}?>\s*(?:<\w[^<>]{0,200}>\s*){0,2}([^<>{}]{3,60}?)\s*<\//g;

/** What a link is called that leads users to how a thing is used. */
const GUIDE =
  /^(?:(?:the|our|view|read|open|see) )*(?:user(?:['’]?s)? (?:guide|manual|handbook|documentation|docs)|help (?:cent(?:er|re)|guide|pages?)|(?:guide|manual) for users|how-to guides?)$/i;

/** Guides on other hosts to which a page leads whoever uses it. What they say is not here. */
export function guidesElsewhere(text: string): readonly LinkElsewhere[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(LINK)].flatMap(
    ({ index, 1: url, 2: host, 3: label }): readonly LinkElsewhere[] => {
      const called = label!.replace(/\s+/g, ' ');
      if (!GUIDE.test(called) || OF_OTHERS.test(host!)) return [];
      const line = text.slice(0, index).split('\n').length;
      return [{ url: url!, text: called, line, kind: 'user-guide', operations: false }];
    },
  );
}
