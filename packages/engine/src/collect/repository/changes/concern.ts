/** Words for what the application keeps for itself. */
const OF_ITSELF =
  /^(audits?|audited|auditing|logs?|logged|logger|logging|metrics?|track(er|ing)|analytics?|telemetry|cache[ds]?|caching|stats|statistics?|usages?|heartbeats?|warm(up|er|ing)?|migrat\w+|seed(s|er|ing)?|cleanup|prun(e|es|ed|ing))$/;
/** Words for that, and as often for what somebody counts on: an event of a calendar, a visit to a doctor. */
const AMBIGUOUS =
  /^(events?|broadcast\w*|histor(y|ies)|seen|visits?|visited|visitors?|views?|viewed|notif\w+|sync(s|ed|ing|hroni\w+)?|poll(s|ed|ing)?|tracks?|tracked|clean|cleans|cleaned)$/;
const SIGNS_IN = /log_?(in|out|off|on|In|Out|Off|On)(?![a-z])/g;

/** Whom a change concerns, by the names that it is made under and the file that they stand in: somebody, unless they say otherwise. */
export function concerns(names: string, file: string): 'nobody' | 'perhaps' | 'somebody' {
  const said = wordsOf(names);
  const base = wordsOf(file.replace(/^.*\//, '').replace(/\.\w+$/, ''));
  if ([...said, ...base].some((word) => OF_ITSELF.test(word))) return 'nobody';
  // `views.py` is the name of all that answers in Django.
  const isAmbiguous = [...said, ...base.filter((word) => word !== 'views')].some((one) =>
    AMBIGUOUS.test(one),
  );
  return isAmbiguous ? 'perhaps' : 'somebody';
}

/** `saveUserEvent`, `save_user_event`: each word of it, small. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(SIGNS_IN, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
