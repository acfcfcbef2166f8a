import { NAMES, type Policy, TITLES, withoutAccents } from './policies.ts';

/** What a document is for. */
export type DocumentKind =
  | 'runbook'
  | 'recovery'
  | 'rollback'
  | 'incident-plan'
  | 'on-call'
  | 'post-mortem'
  | 'change-management'
  | 'privacy'
  | 'data-protection'
  | 'terms'
  | 'architecture'
  | 'deployment'
  | 'scaling'
  | 'troubleshooting'
  | 'user-guide'
  | 'slo'
  | 'readiness'
  | 'launch'
  | 'data-move'
  | 'readme'
  | 'talk'
  | 'other';

interface Row {
  readonly kind: DocumentKind;
  /** The name of its file without ending, in words with `-`. */
  readonly name?: RegExp;
  /** A folder that it lies in. */
  readonly folder?: RegExp;
  /** Its first heading, where neither says anything. */
  readonly title?: RegExp;
  /** It may be named and headed so in other languages, too. */
  readonly policy?: Policy;
}

/** The first row that fits decides, first by name, then by folder, then by title. */
const ROWS: readonly Row[] = [
  {
    kind: 'talk',
    name: /talking-?points|interview|pitch|slides|blog|speaker|elevator/,
    title: /talking points|for the interview/i,
  },
  { kind: 'readme', name: /^(?:readme|index)$/ },
  {
    kind: 'data-move',
    name: /^(?:data-?(?:move|moving|migration|transfer)|(?:mov|migrat)(?:e|ing)-(?:the-|existing-|old-)*(?:data|users|accounts|customers|records))(?:-(?:plan|guide|runbook|steps))?$/,
    title:
      /^(?:moving|migrating|transferring) (?:the |existing |old |all )*(?:data|users|accounts|customers|records|files)\b|^data (?:migration|move)(?: plan)?$/i,
  },
  {
    kind: 'other',
    name: /^(?:changelog|history|news|release-?notes|releases|license|licence|copying|notice|code-of-conduct|contributing|contributors|authors|maintainers|governance|security|support|pull-request-template|issue-template|claude|agents|copilot-instructions|requirements[\w-]*|llms|robots|third-party\S*)$/,
  },
  {
    kind: 'post-mortem',
    name: /post-?mortem|incident-(?:report|review)s?|retrospective/,
    folder: /^(?:post-?mortems?|incident-reports?)$/,
    title: /post-?mortem|incident report/i,
  },
  { kind: 'on-call', name: /on-?call|escalation|rota$|pager/, title: /\bon[- ]?call\b|escalation/i },
  {
    kind: 'incident-plan',
    name: /incident/,
    title: /incident (?:response|management|plan|process)|^incidents?$/i,
  },
  {
    kind: 'rollback',
    name: /roll-?back|back-?out|revert/,
    title: /roll(?:ing)? ?back|back to the (?:version|release)|^go(?:ing)? back/i,
  },
  {
    kind: 'recovery',
    name: /recover|restor|disaster|(?:^|-)dr(?:-|$)|backup/,
    title: /disaster recovery|recovery plan|restor(?:e|ing)\b|^recovery$/i,
  },
  {
    kind: 'privacy',
    name: /privacy/,
    title: /privacy (?:policy|notice)|^privacy$/i,
    policy: 'privacy',
  },
  {
    kind: 'data-protection',
    name: /gdpr|ccpa|hipaa|data-(?:protection|retention|deletion)|retention|cookies?(?:-policy)?$/,
    title: /^(?:data )?retention\b|data protection/i,
  },
  {
    kind: 'terms',
    name: /^terms|terms-(?:of|and)|(?:^|-)(?:tos|eula)$|user-agreement/,
    title: /terms (?:of|and)|^terms$/i,
    policy: 'terms',
  },
  {
    kind: 'slo',
    name: /(?:^|-)slos?(?:-|$)|(?:^|-)slas?(?:-|$)|objectives?|service-level/,
    title: /service[- ]level|^objectives$|\bSLOs?\b/,
  },
  {
    kind: 'readiness',
    name: /readiness|go-?live|production-(?:guide|checklist|ready)|pre-?launch|launch-checklist/,
    title: /production (?:readiness|guide|checklist)/i,
  },
  {
    kind: 'launch',
    name: /launch|roll-?out|beta(?:-|$)|staged/,
    title: /^launch\b|rollout plan|staged (?:launch|rollout)/i,
  },
  {
    kind: 'runbook',
    name: /runbook|playbook/,
    folder: /^(?:runbooks?|playbooks?)$/,
    title: /\b(?:runbook|playbook)\b/i,
  },
  {
    kind: 'change-management',
    name: /change-?management|(?:^|-)changes$|change-(?:process|control|policy)|release-(?:process|policy)|deployment-windows?|freeze/,
    title: /change (?:management|control|process)|^changes$/i,
  },
  { kind: 'troubleshooting', name: /trouble|debugging|known-(?:issues|problems)/, title: /troubleshoot/i },
  { kind: 'scaling', name: /scal(?:e|ing)|capacity/, title: /^(?:scaling|capacity)/i },
  {
    kind: 'user-guide',
    name: /user-?(?:guide|manual|docs?)|(?:^|-)(?:guide|manual|help|faq|how-to-use|usage|get(?:ting)?-?started|quick-?start|tutorial)$/,
    folder: /^(?:user-?guide|user-?docs|help|manual)$/,
    title: /user (?:guide|manual)|^using \w+/i,
  },
  {
    kind: 'architecture',
    name: /architect|system-?design|(?:^|-)design$|overview$|technical-(?:design|overview)|c4(?:-|$)/,
    folder: /^(?:architecture|adrs?|design)$/,
    title: /architecture|system design/i,
  },
  {
    kind: 'deployment',
    name: /deploy|release$|releasing|installation|infrastructure/,
    title: /^deploy|^releas(?:e|ing)/i,
  },
];

/** What a document is for, by its place and its title. */
export function kindOfDocument(path: string, title: string): DocumentKind {
  const own = ownName(path);
  const folders = path.split('/').slice(0, -1).map(words);
  const said = withoutAccents(title);
  const kind =
    ROWS.find(({ name, policy }) => name?.test(own) || (policy && NAMES[policy].test(own)))?.kind ??
    ROWS.find((row) => folders.some((folder) => row.folder?.test(folder)))?.kind ??
    ROWS.find((row) => row.title?.test(title) || (row.policy && TITLES[row.policy].test(said)))?.kind ??
    'other';
  // How developers begin is no guide for users.
  const isForDevelopers = /develop|contribut|self-?host|install|admin|api(?:-|$)|style|migration|upgrad/.test(
    own,
  );
  const among = folders.some((folder) =>
    /^(?:dev|developers?|development|contributing|api|self-hosting)$/.test(folder),
  );
  return kind === 'user-guide' && (isForDevelopers || among) ? 'other' : kind;
}

/** Whether a file has the name of a policy in a language beside English. */
export function isNamedForPolicy(path: string): boolean {
  const own = ownName(path);
  return NAMES.privacy.test(own) || NAMES.terms.test(own);
}

/** What a document is called: a page is by its folder. */
function ownName(path: string): string {
  const parts = path.split('/');
  const name = words(parts.at(-1)!.replace(/\.\w+$/, ''));
  const isPage = /^(?:\+?page|index)$/.test(name) && parts.length > 1;
  return isPage && /\.(?:html?|[jt]sx|vue|svelte|astro)$/.test(path) ? words(parts.at(-2)!) : name;
}

function words(name: string): string {
  return withoutAccents(name)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[\s_.]+/g, '-')
    .toLowerCase();
}

const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['latency', /latenc|slow|p9[59]\b|response time|timeouts?\b|performance/i],
  ['database', /database|dynamo|\bRDS\b|aurora|postgres|mysql|mongo|redis|\btables?\b|connections/i],
  ['sign-in', /sign[- ]?in|log[- ]?in|auth|cognito|token|session/i],
  ['errors', /error|5xx|\b500\b|fail|crash|outage|\bdown\b|unavailable/i],
  ['queue', /queue|dead[- ]letter|\bdlq\b|stuck|backlog|message/i],
];

/** The trouble that a runbook is about, by its name and title. */
export function subjectsOf(path: string, title: string): readonly string[] {
  const said = `${words(path.split('/').at(-1)!).replaceAll('-', ' ')} ${title}`;
  return SUBJECTS.filter(([, pattern]) => pattern.test(said)).map(([subject]) => subject);
}
