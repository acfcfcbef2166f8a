/** Words for what the application keeps for itself. */
const OF_ITSELF =
  /^(audits?|audited|auditing|logger|logging|metrics?|track(er|ing)|analytics?|telemetry|cache[ds]?|caching|stats|statistics?|usages?|heartbeats?|warm(up|er|ing)?|migrat\w+|seed(s|er|ing)?|cleanup|prun(e|es|ed|ing))$/;
/** Words for that, and as often for what somebody counts on: an event of a calendar, a visit to a doctor. */
const AMBIGUOUS =
  /^(events?|broadcast\w*|histor(y|ies)|seen|visits?|visited|visitors?|views?|viewed|notif\w+|sync(s|ed|ing|hroni\w+)?|poll(s|ed|ing)?|tracks?|tracked|clean|cleans|cleaned)$/;
const LOG = /^logs?$|^logged$/;
/** What stands beside `log` where it is the log of the application; `saveFoodLog` keeps what somebody eats. */
const BESIDE_ITS_LOG =
  /^(|a|an|the|to|in|of|all|new|one|async|sync|batch|bulk|many|write[srn]?|writing|wrote|put|puts|add|adds|added|append|appends|insert|inserts|create|creates|created|save[sd]?|store[sd]?|record|records|emit|emits|send|sends|flush|flushes|push|publish|ship|upload|persist|get|set|on|api|app|application|system|server|service|request|requests|response|responses|http|access|error|errors|exception|failure|failures|warning|info|debug|trace|event|events|activity|activities|action|actions|operation|change|changes|query|queries|sql|security|message|messages|line|lines|entry|entries|item|db|database|table|stream|group|file|helper|handler|util|utils|middleware|model|repository|store|schema|cloudwatch|console|job|cron|worker|webhook|login|signin|auth|user|admin|mail|email|sms)$/;
const SIGNS_IN = /log_?(in|out|off|on|In|Out|Off|On)(?![a-z])/g;

/** Whom a change concerns, by the names that it is made under and the file that they stand in: somebody, unless they say otherwise. */
export function concerns(names: string, file: string): 'nobody' | 'perhaps' | 'somebody' {
  const said = wordsOf(names);
  const base = wordsOf(file.replace(/^.*\//, '').replace(/\.\w+$/, ''));
  const each = [...names.split(' '), base.join(' ')].map(logsIn);
  if (each.includes('its own') || [...said, ...base].some((word) => OF_ITSELF.test(word))) return 'nobody';
  // `views.py` is the name of all that answers in Django.
  const isAmbiguous = [...said, ...base.filter((word) => word !== 'views')].some((one) =>
    AMBIGUOUS.test(one),
  );
  return isAmbiguous || each.includes('something') ? 'perhaps' : 'somebody';
}

/** Whether a name says that something goes into the log of the application, or into a log of something else. */
export function logsIn(name: string): 'its own' | 'something' | undefined {
  const words = wordsOf(name);
  if (!words.some((word) => LOG.test(word))) return undefined;
  return words.every((word) => LOG.test(word) || BESIDE_ITS_LOG.test(word)) ? 'its own' : 'something';
}

/** `saveUserEvent`, `save_user_event`: each word of it, small. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(SIGNS_IN, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
