import { describe, expect, it } from 'vitest';
import { dayIn, minutesIn } from '../src/collect/repository/documents/dates.ts';
import { linksElsewhere } from '../src/collect/repository/documents/elsewhere.ts';
import { documentIn } from '../src/collect/repository/documents/facts.ts';
import { kindOfDocument } from '../src/collect/repository/documents/kinds.ts';
import { documents } from '../src/collect/repository/documents/reader.ts';
import type { SourceOfFiles } from '../src/collect/repository/reader.ts';
import type { Value } from '../src/model/value.ts';

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'list') return value.items.map(plain);
  if (value?.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, plain(v)]));
  return value?.kind === 'known' ? value.value : value?.kind;
}

const read = (path: string, text: string) =>
  plain(documentIn(path, text).properties) as Record<string, unknown>;
const complete = (command: string) =>
  (
    read('docs/runbooks/a.md', `# A\n\n\`\`\`sh\n${command}\n\`\`\`\n`)['commands'] as { complete: boolean }[]
  ).map((one) => one.complete);

describe('what a document is for', () => {
  it.each([
    ['docs/runbooks/database.md', 'The database does not answer', 'runbook'],
    ['docs/runbooks/rollback.md', 'Go back', 'rollback'],
    ['docs/runbooks/restore-table.md', 'Restore a table', 'recovery'],
    ['ops/playbook_latency.md', '', 'runbook'],
    ['docs/on-call.md', '', 'on-call'],
    ['docs/incident-response.md', '', 'incident-plan'],
    ['docs/post-mortems/2026-03-02.md', '', 'post-mortem'],
    ['docs/SLO.md', '', 'slo'],
    ['PRODUCTION_READINESS.md', '', 'readiness'],
    ['docs/launch.md', '', 'launch'],
    ['docs/talking-points.md', '', 'talk'],
    ['docs/adr/0001-use-dynamodb.md', '', 'architecture'],
    ['docs/userGuide.md', '', 'user-guide'],
    ['site/privacy.html', '', 'privacy'],
    ['app/privacy/page.tsx', '', 'privacy'],
    ['docs/dr.md', 'Disaster recovery', 'recovery'],
    ['docs/notes.md', 'Release process', 'deployment'],
    ['CHANGELOG.md', 'Changes', 'other'],
    ['README.md', 'Runbook runner', 'readme'],
  ])('%s %s: %s', (path, title, kind) => expect(kindOfDocument(path, title)).toBe(kind));
});

describe('limits in a list', () => {
  const scales = (text: string) => (read('docs/a.md', text)['topics'] as string[]).includes('scaling');

  it.each([
    ['## Limitations\n\n- max 5 MB upload\n', true],
    ['## Notes\n\nLimits:\n\n- 100 requests/s\n- no pictures\n', true],
    ['## Notes\n\nKnown limits of the system:\n\n* 50 writes per second\n', true],
    ['## Quotas\n\n| What | How much |\n|---|---|\n| Jobs | at most 20 |\n', true],
    // Neither a number, nor a list of limits, nor limits of the system.
    ['## Limitations\n\n- no pictures\n', false],
    ['## Features\n\n- up to 5 users\n', false],
    ['## API rate limits\n\n- 100 requests/s\n', false],
    ['## Limitations\n\n- max <number> MB upload\n', false],
    ['## Limitations\n\n- [ ] max 5 MB upload\n', false],
    ['## Notes\n\nLimits:\n\nNobody measured.\n\n- waits for 5 seconds at most\n', false],
  ])('%j: %s', (text, expected) => expect(scales(text)).toBe(expected));
});

describe('a drawing of the parts', () => {
  const says = 'Orders come in by a queue and wait there.\n\n';
  const shows = (text: string, path = 'docs/a.md') =>
    plain(documentIn(path, text, undefined, (linked) => linked.startsWith('there/')).properties) as {
      topics: string[];
    };

  it.each([
    [`## Overview\n\n${says}![Architecture](there/a.png)\n`, true],
    [`# Orders\n\n${says}![](there/system-diagram.svg?raw=true "All of it")\n`, true],
    [`# Orders\n\n${says}<img width="20" src="there/aws_architecture.png">\n`, true],
    [`## Services\n\n${says}![](there/all.png)\n`, true],
    [`## Services\n\n${says}![Screenshot](there/all.png)\n`, false],
    [`# Orders\n\n${says}![The page](there/page.png)\n`, false],
    [`# Orders\n\n${says}![Architecture](gone/a.png)\n`, false],
    [`# Orders\n\n${says}![Architecture](https://example.com/architecture.png)\n`, false],
    ['# Orders\n\n![The architecture of all that there is](there/a.png)\n', false],
    [`# Orders\n\nTODO: say what comes in by which queue.\n\n![Architecture](there/a.png)\n`, false],
  ])('%j: %s', (text, expected) => expect(shows(text).topics.includes('architecture')).toBe(expected));

  it('stands in AsciiDoc and reStructuredText, too', () => {
    expect(shows(`= Orders\n\n${says}image::there/architecture.png[]\n`, 'a.adoc').topics).toContain(
      'architecture',
    );
    expect(shows(`Orders\n======\n\n${says}.. image:: there/architecture.png\n`, 'a.rst').topics).toContain(
      'architecture',
    );
  });
});

describe('a document', () => {
  it.each([
    ['headings', '# Runbook\n\n## Trigger\n\n## Steps\n\n## Verification\n'],
    [
      'ticks',
      '# Recovery\n\n- [x] Backups are made each night\n- ✅ The restore was tested by the whole team\n- [ ] Second region prepared\n',
    ],
    ['to do', '# Plan\n\nTODO: write down who does what in an incident and how users are told about it.\n'],
    [
      'gaps of a template',
      '# Plan\n\nOwner: <name>\n\n- Lead: <name>\n- Communication: <name of the team>\n\n| SEV1 | <to be defined> | <minutes> |\n|---|---|---|\n',
    ],
    [
      'lorem ipsum',
      '# Guide\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.\n',
    ],
  ])('of nothing but %s is not filled in', (_, text) => {
    expect(read('docs/runbooks/a.md', text)['filled']).toBe(false);
    expect(read('docs/runbooks/a.md', text)['topics']).toEqual([]);
  });

  it('tells what it fills in, whether by headings, labels or rows', () => {
    const headings =
      '# A\n\n## Trigger\n\nThe alarm `x` rings.\n\n## Steps\n\n1. Look at the log.\n2. Go back one release.\n\n## Verification\n\nThe alarm is OK.\n';
    const labels =
      '# A\n\nTrigger: the alarm `x` rings. Owner: platform team.\n\n1. Look at the log.\n2. Go back one release.\n\nVerify: the alarm is OK.\n';
    const rows =
      '# A\n\n| | |\n|---|---|\n| Trigger | the alarm rings |\n| Owner | platform team |\n\n1. Look at the log.\n2. Go back one release.\n\n## Verify\n\nThe alarm is OK.\n';
    for (const text of [headings, labels, rows])
      expect(read('docs/runbooks/a.md', text)['topics']).toEqual(
        expect.arrayContaining(['steps', 'trigger', 'verification']),
      );
    expect(read('docs/runbooks/a.md', rows)['owner']).toBe('platform team');
  });

  it('is read in the other markups as well', () => {
    const rst =
      'Recovery\n========\n\nRTO 4 hours, RPO 15 minutes, agreed with the owner of the data in May.\n\nVerify\n------\n\nThe count of rows is as expected.\n';
    const adoc =
      '= Recovery\n\nRTO 4 hours, RPO 15 minutes, agreed with the owner of the data in May.\n\n== Verify\n\nThe count of rows is as expected.\n';
    for (const [path, text] of [
      ['docs/recovery.rst', rst],
      ['docs/recovery.adoc', adoc],
    ] as const)
      expect(read(path, text)).toMatchObject({
        kind: 'recovery',
        title: 'Recovery',
        rto: 240,
        rpo: 15,
        topics: expect.arrayContaining(['verification']),
      });
    const page =
      '<html><head><title>x</title></head><body><h1>Privacy policy</h1>\n<p>We keep your <b>name</b> for 30 days and delete it when you ask us to do so.</p></body></html>';
    expect(read('site/privacy.html', page)).toMatchObject({
      kind: 'privacy',
      title: 'Privacy policy',
      filled: true,
    });
  });

  it('gives its days and times', () => {
    expect(read('docs/a.md', '# A\n\nReviewed 2026-05-19, owner: x.\n')['dated']).toBe('2026-05-19');
    expect(read('docs/a.md', '# A\n\nOwner: x. Last tried on 2 March 2026 in dev.\n')['lastTried']).toBe(
      '2026-03-02',
    );
    expect(read('docs/a.md', '# A\n\n| Last tried | never |\n|---|---|\n')['lastTried']).toBe('never');
    expect(read('docs/a.md', '# A\n\nOwner: x. Last tried:\n')['lastTried']).toBe('never');
    expect(
      read(
        'docs/a.md',
        '# A\n\n| lost | RTO | RPO |\n|---|---|---|\n| file | 1 day | 1 day |\n| database | 4 h | 5 min |\n',
      ),
    ).toMatchObject({ rto: 240, rpo: 5 });
    expect(dayIn('March 3rd, 2026')).toBe('2026-03-03');
    expect(dayIn('no day')).toBeUndefined();
    expect(minutesIn('near zero')).toBe(0);
    expect(minutesIn('to be agreed')).toBeUndefined();
  });

  it.each([
    ['Backups for thirty days', [30]],
    ['- [x] Automated backups (7 days)', [7]],
    ['Backups are kept 14 days.', [14]],
    ['We keep 5 weeks of nightly backups, in one region.', [35]],
    ['Backup retention: 30 days', [30]],
    ['Database backups are retained for at least 2 weeks', [14]],
    ['| Backups | 35 days | by the service |', [35]],
    ['An override keeps its backups for one day, where 30 stands beside it.', [1]],
    ['- [ ] Backups for thirty days', []],
    ['- ❌ Backups for thirty days', []],
    ['Backups every 7 days', []],
    ['Backups of the audit log for 7 years', []],
    ['Backups of the dev database for 3 days', []],
    ['Backups should last 30 days', []],
    ['A backup is restored in 2 days', []],
    ['Backups are deleted after 30 days', []],
    ['The backup took 3 days.', []],
  ])('tells for how long backups are kept: %s', (text, days) => {
    expect(read('docs/a.md', `# A\n\n${text}\n`)['backupsKept']).toEqual(days.map((one) => ({ days: one })));
  });

  it('of any text at all is read, and quickly', () => {
    const started = performance.now();
    for (const text of [
      '',
      '\u0000',
      '#'.repeat(1e6),
      '| '.repeat(5e5),
      '`'.repeat(1e6),
      '<'.repeat(1e6),
      '- [x] '.repeat(2e5),
      `${'a '.repeat(1e6)}\n`,
      '(*'.repeat(3e5),
      '<p>'.repeat(2e5),
      '**'.repeat(4e5),
    ]) {
      read('docs/runbooks/a.md', text);
      read('site/privacy.html', text);
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('a command', () => {
  it.each([
    ['aws logs tail /aws/lambda/api --since 1h', true],
    ['git checkout <commit>', true],
    [
      'aws dynamodb restore-table-to-point-in-time --source-table-name a --target-table-name b --use-latest-restorable-time',
      true,
    ],
    ['aws logs filter-log-events --log-group-name /aws/lambda/api --start-time', false],
    ['aws s3 ls s3://YOUR_BUCKET', false],
    ['aws s3 ls s3://your-bucket', false],
    ['kubectl rollout undo deployment/...', false],
    ['aws rds describe-db-clusters \\\n  --db-cluster-identifier shop', true],
  ])('%s: complete %s', (command, said) => expect(complete(command)).toEqual([said]));

  it('is nothing that is only shown', () => {
    expect(
      read(
        'docs/a.md',
        '# A\n\n```json\n{ "aws": 1 }\n```\n\n```\nfilter message = "x" | stats count(*)\n```\n',
      )['commands'],
    ).toEqual([]);
  });
});

describe('export', () => {
  it('is what people are given, and no word of the shell', () => {
    const of = (text: string) => read('docs/guide.md', `# Guide\n\n${text}\n`)['topics'] as readonly string[];
    expect(of('You can export all your records as a file.')).toContain('export');
    expect(of('Exports of an account take a day.')).toContain('export');
    expect(of('1. Set your data region: `export REGION=eu-west-1`')).not.toContain('export');
    expect(of('The module exports two functions.')).not.toContain('export');
    expect(of('You have the right to access your personal data.')).toContain('export');
    expect(of('Ask us for a copy of all data that we keep of you.')).toContain('export');
    expect(of('- a copy of that personal data')).toContain('export');
    expect(of('Only those on call have access to your data.')).not.toContain('export');
    expect(of('We keep copies of your data in two regions.')).not.toContain('export');
    expect(of('Copies of all data are kept for 30 days.')).not.toContain('export');
  });
});

describe('what is no document', () => {
  it.each([
    ['docs/guide.md', true],
    ['CHANGELOG.md', false],
    ['apps/api/api-changelog.md', false],
    ['docs/ChangeLog.rst', false],
    ['docs/changes.md', true],
    ['LICENSE.md', false],
  ])('%s: %s', (path, is) => expect(documents.wants(path, 'other')).toBe(is));
});

describe('documents elsewhere', () => {
  it('are what a README links to in a wiki, and nothing of others', () => {
    const links = linksElsewhere(
      '[Runbooks](https://shop.atlassian.net/wiki/x) [Bulls](https://en.wikipedia.org/wiki/Bull)\nDesign: https://www.notion.so/shop/design-1\n[AWS](https://docs.aws.amazon.com/wiki)\n[hooks](https://github.com/other/lib/wiki/Hooks)\n',
    );
    expect(links.map(({ url, kind, line }) => [url, kind, line])).toEqual([
      ['https://shop.atlassian.net/wiki/x', 'runbook', 1],
      ['shop.atlassian.net', undefined, 1],
      ['https://www.notion.so/shop/design-1', 'architecture', 2],
      ['www.notion.so', undefined, 2],
    ]);
  });

  it('are of operations where the link, its address or a heading says so, or all of a wiki is meant', () => {
    const of = (text: string) => linksElsewhere(text).map(({ url, operations }) => [url, operations]);
    const page = 'https://www.notion.so/shop/How-to-test-1a2b';
    expect(of(`[notion doc](${page})`)).toEqual([['www.notion.so', false]]);
    expect(of('Found [here](https://shop-confluence.example.com/spaces/SHOP/pages/9/Branches)')).toEqual([
      ['shop-confluence.example.com', false],
    ]);
    expect(of(`## Monitoring\n\n[notion doc](${page})`)).toEqual([['www.notion.so', true]]);
    expect(of(`[notion doc](${page})\n[alarms in Notion](${page}2)`)).toEqual([['www.notion.so', true]]);
    expect(of('[wiki](https://shop.atlassian.net/wiki/spaces/SHOP/overview)')).toEqual([
      ['shop.atlassian.net', true],
    ]);
    expect(of('[wiki](https://shop.atlassian.net/wiki/spaces/SHOP/pages/12/Colours)')).toEqual([
      ['shop.atlassian.net', false],
    ]);
    expect(of('[wiki](https://github.com/acme/cards/wiki)')).toEqual([['github.com/acme/cards/wiki', true]]);
  });

  it('are none in the wiki of a project that the manifest does not name, or that only the link names', () => {
    const text = '# Cards\n\n[guide](https://github.com/forge/forge/wiki/Build)\n';
    const wiki = '# Cards\n\n[guide](https://github.com/acme/cards/wiki)\n';
    expect(linksElsewhere(text, ['git+https://github.com/acme/cards.git'])).toEqual([]);
    expect(linksElsewhere(text, ['github:acme/cards'])).toEqual([]);
    expect(linksElsewhere(text)).not.toEqual([]);
    expect(linksElsewhere(wiki, ['git@github.com:acme/cards.git'])).not.toEqual([]);
    expect(linksElsewhere(wiki, ['https://cards.example.com'])).not.toEqual([]);
    const named = '# Cards\n\n[forge wiki]:https://github.com/forge/forge/wiki#build\n';
    expect(linksElsewhere(named)).toEqual([]);
    expect(linksElsewhere(named.replace('# Cards', '# Forge'))).not.toEqual([]);
  });
});

it('a template of the host that cannot be read may lead to documents elsewhere', async () => {
  const file = '.github/ISSUE_TEMPLATE/bug.md';
  const source = {
    paths: [file],
    kind: () => 'other',
    has: (path: string) => path === file,
    text: async () => ({ kind: 'skipped', why: 'permission denied' }),
  } as unknown as SourceOfFiles;
  const { skipped, notSeen } = await documents.read([], source);
  expect(skipped).toEqual([{ file, why: 'permission denied' }]);
  expect(notSeen.map(({ holds }) => holds)).toEqual([['Repository::Document']]);
});

describe('what lists of a launch have left to do', () => {
  const left = (text: string, path = 'docs/readiness.md') =>
    (read(path, `# Shop\n\n${text}\n`)['leftToDo'] as { text: string }[]).map((one) => one.text);
  const DONE = '- [x] Tokens end after an hour';

  it.each([
    'Request signing',
    'Sign the requests between services',
    'Requests to the warehouse are signed',
    'HMAC request signatures',
    'Signed internal requests',
  ])('an item without a tick: %s', (item) => {
    expect(left(`${DONE}\n- [ ] ${item}`)).toEqual([item]);
    expect(left(`${DONE}\n- ☐ ${item}`)).toEqual([item]);
  });

  it.each([
    ['one that is ticked', `${DONE}\n- [x] Request signing`],
    ['one in a list that nobody went through', '- [ ] Tokens end\n- [ ] Request signing'],
    ['one that may be left', `${DONE}\n- [ ] Request signing (optional)`],
    ['one that is for later', `${DONE}\n- [ ] Request signing, after launch`],
    ['one that is to be thought about', `${DONE}\n- [ ] Decide whether requests are signed`],
    [
      'one below a heading of what may be left',
      `## Nice to have\n\n### Security\n\n${DONE}\n- [ ] Request signing`,
    ],
    ['a cross before what would stop it', `${DONE}\n- ❌ Unsigned requests`],
    ['a sentence', `${DONE}\n\nRequest signing is not there.`],
    ['addresses', `${DONE}\n- [ ] Requests for signed URLs are limited`],
    ['certificates', `${DONE}\n- [ ] Certificate signing request is sent`],
    ['signing in', `${DONE}\n- [ ] Sign-in requests are limited\n- [ ] Sign in requests are counted`],
    ['webhooks', `${DONE}\n- [ ] Webhook requests are signed`],
  ])('not %s', (_, text) => {
    expect(left(text)).toEqual([]);
  });

  it('and not what other documents wish for', () => {
    expect(left(`${DONE}\n- [ ] Request signing`, 'docs/ideas.md')).toEqual([]);
    expect(left(`${DONE}\n- [ ] Request signing`, 'README.md')).toEqual([]);
  });
});
