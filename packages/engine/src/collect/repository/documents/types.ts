/** What is written for people. It proves that it was written, filled in and dated; never that the system is so. */
export const DOCUMENT_TYPES = {
  'Repository::Document': {
    is: 'a document',
    address: 'docs/runbooks/database.md',
    properties: {
      path: 'where it lies; of one that is kept elsewhere, its address',
      kind: '`runbook`, `recovery`, `rollback`, `incident-plan`, `on-call`, `post-mortem`, `change-management`, `privacy`, `data-protection`, `terms`, `architecture`, `deployment`, `scaling`, `troubleshooting`, `user-guide`, `slo`, `readiness`, `launch`, `data-move`, `readme`, `talk` (what somebody wants to say), `other`',
      title: 'its first heading, or the name of its file',
      filled:
        'whether it says anything of its own: more than headings, ticks, “to do” and what a template left to be filled in',
      words: 'how many words of its own it has',
      sections: 'its parts by heading',
      'sections[].heading': 'the heading',
      'sections[].level': 'how deep it lies, from 1',
      'sections[].filled': 'whether anything of its own stands below it',
      'sections[].words': 'how many words of its own do',
      commands: 'what is to be typed',
      'commands[].text': 'the command, in one line',
      'commands[].tool': 'what it begins with: `aws`, `kubectl`',
      'commands[].complete':
        'whether it could be typed: no option without its value, no dots and no “your” in place of something; what stands in `<…>` comes from a step before',
      'commands[].service': 'the service of AWS that it asks: `cloudwatch`, `dynamodb`',
      'commands[].operation': 'what it asks of it: `update-table`',
      'commands[].metric': 'the metric that it asks for: `Latency`',
      'commands[].statistic': 'the statistic of it: `p99`, `Average Maximum`',
      'commands[].namespace': 'the namespace of the metric: `AWS/Lambda`',
      'commands[].threshold': 'the threshold of an alarm that it makes',
      'commands[].tells':
        'of an alarm that it makes: `somebody` where it gives an action, `nobody`, or `not read` where options stand in a variable or a file',
      'commands[].dimensions':
        'the dimensions of the metric; nothing where they stand in a form that is not read',
      'commands[].dimensions[].Name': 'the name of a dimension, as CloudWatch calls it',
      'commands[].dimensions[].Value': 'its value, as typed',
      topics:
        'what it speaks of and fills in: `trigger`, `steps`, `verification`, `owner`, `severities`, `times`, `roles`, `message`, `post-mortem`, `security`, `rotation`, `escalation`, `window`, `freeze`, `review`, `stages`, `criteria`, `objectives`, `retention`, `deletion`, `export`, `people` (something is taken away or handed out that is somebody’s), `architecture`, `deployment`, `scaling`, `troubleshooting`, `getting-started`, `features`, `questions`, `loss-of-region`, `percentiles`, `throttling`, `lockouts`, `dry-run`, `cut-over`, `way-back`',
      subjects: 'the trouble that it is about: `latency`, `database`, `sign-in`, `errors`, `queue`',
      owner: 'who answers for it, as written',
      dated: 'the day of its last change or review, as written: `2026-05-19`',
      lastTried:
        'the day on which it was last tried: `2026-05-19`, or `never` where it says so or leaves it empty',
      auditKept: 'how long it says that audit records are kept: `90 days`',
      backupsKept: 'where it says for how long backups of the database are kept',
      'backupsKept[].days': 'for how many days',
      rto: 'the shortest time to restore that it states, in minutes',
      rpo: 'the shortest loss of data that it states, in minutes',
      objectives: 'what it promises',
      'objectives[].signal':
        '`availability` (percent), `latency` (milliseconds), `errors` (percent) or `restore` (minutes)',
      'objectives[].value': 'the value, in the unit of its signal',
      'objectives[].leaves':
        'of availability the minutes that it leaves in the time over which it is measured',
      thresholds: 'where it says at what somebody is told',
      'thresholds[].signal': '`latency` (milliseconds) or `errors` (percent)',
      'thresholds[].value': 'the value, in the unit of its signal',
      measured: 'rows of tables that say what is wanted of something and what was measured, in the same unit',
      'measured[].says': 'both, as written',
      'measured[].value': 'what was measured: percent, milliseconds or kilobytes',
      'measured[].atLeast': 'the least that is wanted, in the same unit',
      'measured[].atMost': 'the most that is wanted, in the same unit',
      clocks: 'severities for which it says both when somebody begins and when somebody answers',
      'clocks[].severity': 'the severity, as written',
      'clocks[].begins': 'after how many minutes somebody begins',
      'clocks[].answered': 'after how many minutes somebody answers',
      leftToDo:
        'of a document about readiness or a launch, what lists without a tick before it, where something else of the list is ticked',
      'leftToDo[].measure': '`request-signing`',
      'leftToDo[].text': 'the item, as written',
      otherRegion: 'of a plan for recovery, where it says or ticks that another region takes over',
      'otherRegion[].text': 'the line, as written',
      severities: 'how many severities it tells apart',
      elsewhere: {
        is: 'whether it is kept elsewhere, where nobody has read it',
        otherwise: false,
      },
      operations: {
        is: 'of one that is kept elsewhere, whether what leads to it speaks of how the system is watched and run, or leads to all documents of a wiki',
        otherwise: false,
      },
      contacts: 'how many ways to reach somebody it gives: addresses, numbers, channels',
    },
  },
} as const;
