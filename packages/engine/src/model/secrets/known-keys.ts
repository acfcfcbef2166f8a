/** Keys that are told by their form alone. */
export interface KnownKey {
  /** What it is called: `GitHub token`. */
  readonly kind: string;
  /** What it begins with, as a pattern without flags. */
  readonly start: string;
  /** What follows: only single characters are repeated, so that no text takes long. */
  readonly rest: string;
}

/**
 * Keys with a prefix that their host gave them, so that they are found. Each host documents its own; where none says how
 * long a key is, the length is the least that was seen.
 */
export const KNOWN_KEYS: readonly KnownKey[] = [
  { kind: 'AWS access key', start: '(?:AKIA|ASIA|ABIA|ACCA)', rest: '[A-Z0-9]{16}(?![A-Za-z0-9])' },
  { kind: 'GitHub token', start: 'gh[pousr]_', rest: '[A-Za-z0-9]{36,}' },
  { kind: 'GitHub token', start: 'github_pat_', rest: '[A-Za-z0-9_]{50,}' },
  { kind: 'GitLab token', start: 'gl(?:pat|dt|rt|ptt|cbt|ft|soat|agent|oas)-', rest: '[\\w-]{20,}' },
  { kind: 'Slack token', start: 'xox[abeoprs]-', rest: '[A-Za-z0-9-]{20,}' },
  { kind: 'Slack token', start: 'xapp-', rest: '\\d-[A-Za-z0-9-]{20,}' },
  { kind: 'Slack webhook', start: 'hooks\\.slack\\.com/(?:services|workflows)/', rest: '[\\w/]{30,}' },
  { kind: 'Stripe key', start: '[sr]k_(?:live|test)_', rest: '[A-Za-z0-9]{16,}' },
  { kind: 'Stripe webhook secret', start: 'whsec_', rest: '[A-Za-z0-9+/=]{24,}' },
  { kind: 'Google API key', start: 'AIza', rest: '[\\w-]{35}(?![\\w-])' },
  { kind: 'Google OAuth secret', start: 'GOCSPX-', rest: '[\\w-]{20,}' },
  { kind: 'Google OAuth token', start: 'ya29\\.', rest: '[\\w-]{40,}' },
  { kind: 'Twilio key', start: 'SK(?=[0-9a-f]{32})', rest: '[0-9a-f]{32}(?![0-9A-Za-z])' },
  { kind: 'SendGrid key', start: 'SG\\.', rest: '[\\w-]{16,32}\\.[\\w-]{30,}' },
  { kind: 'npm token', start: 'npm_', rest: '[A-Za-z0-9]{36}(?![A-Za-z0-9_])' },
  { kind: 'PyPI token', start: 'pypi-', rest: 'Ag[\\w-]{50,}' },
  { kind: 'RubyGems key', start: 'rubygems_', rest: '[0-9a-f]{48}' },
  { kind: 'Mailgun key', start: 'key-', rest: '[0-9a-f]{32}(?![0-9A-Za-z])' },
  { kind: 'DigitalOcean token', start: 'do[opr]_v1_', rest: '[0-9a-f]{64}' },
  { kind: 'Databricks token', start: 'dapi', rest: '[0-9a-f]{32}(?:-\\d)?(?![0-9A-Za-z])' },
  { kind: 'Shopify token', start: 'shp(?:at|ca|pa|ss)_', rest: '[0-9a-fA-F]{32}' },
  { kind: 'Square token', start: 'sq0(?:atp|csp)-', rest: '[\\w-]{22,}' },
  { kind: 'Telegram bot token', start: '\\d{8,10}:AA', rest: '[\\w-]{33}(?![\\w-])' },
  {
    kind: 'Discord webhook',
    start: 'discord(?:app)?\\.com/api/webhooks/',
    rest: '\\d{15,}/[\\w-]{40,}',
  },
  { kind: 'API key of a language model', start: 'sk-', rest: '[\\w-]{32,}' },
  { kind: 'Hugging Face token', start: 'hf_', rest: '[A-Za-z0-9]{30,}' },
  { kind: 'Replicate token', start: 'r8_', rest: '[A-Za-z0-9]{37}' },
  { kind: 'Groq key', start: 'gsk_', rest: '[A-Za-z0-9]{40,}' },
  { kind: 'Vault token', start: 'hv[sbr]\\.', rest: '[\\w-]{24,}' },
  { kind: 'Terraform Cloud token', start: '[A-Za-z0-9]{14}\\.atlasv1\\.', rest: '[\\w-]{60,}' },
  { kind: 'Grafana token', start: 'gl(?:sa|c)_', rest: '[A-Za-z0-9_]{32,}' },
  { kind: 'New Relic key', start: 'NR(?:AK|JS|II)-', rest: '[A-Za-z0-9]{19,}' },
  { kind: 'Docker token', start: 'dckr_(?:pat|oat)_', rest: '[\\w-]{27,}' },
  { kind: 'Postman key', start: 'PMAK-', rest: '[0-9a-f]{24}-[0-9a-f]{34}' },
  { kind: 'Linear key', start: 'lin_(?:api|oauth)_', rest: '[A-Za-z0-9]{32,}' },
  { kind: 'Notion key', start: 'ntn_', rest: '[A-Za-z0-9]{40,}' },
  { kind: 'age key', start: 'AGE-SECRET-KEY-1', rest: '[A-Z0-9]{58}' },
  { kind: 'Doppler token', start: 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.', rest: '[\\w.-]{40,}' },
  { kind: 'Atlassian token', start: 'ATATT3', rest: '[\\w=-]{100,}' },
  { kind: 'Atlassian token', start: 'ATCTT3', rest: '[\\w=-]{100,}' },
  { kind: 'PlanetScale password', start: 'pscale_(?:pw|tkn|oauth)_', rest: '[\\w.-]{32,}' },
  { kind: 'Supabase token', start: 'sb(?:p|_secret)_', rest: '[\\w-]{30,}' },
  { kind: 'Sentry token', start: 'sntrys_', rest: '[\\w=+/-]{60,}' },
  { kind: 'Pulumi token', start: 'pul-', rest: '[0-9a-f]{40}' },
  { kind: 'Airtable token', start: 'pat[A-Za-z0-9]{14}\\.', rest: '[0-9a-f]{64}' },
  { kind: 'Brevo key', start: 'xkeysib-', rest: '[0-9a-f]{64}-[A-Za-z0-9]{16}' },
  { kind: 'Dropbox token', start: 'sl\\.', rest: '[\\w-]{130,}' },
  { kind: 'Facebook token', start: 'EAACEdEose0cBA', rest: '[A-Za-z0-9]{20,}' },
  { kind: 'signed token', start: 'eyJ', rest: '[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}' },
];

const ROWS = KNOWN_KEYS.map(({ kind, start, rest }) => ({
  kind,
  whole: new RegExp(`${start}${rest}`, 'y'),
  start: new RegExp(start, 'y'),
}));

/** Where one may begin: not in the middle of a word, and before as much of what keys are made of as the shortest has. */
const ANY_START = new RegExp(
  `\\b(?=[\\w.:/+=-]{20})(?:${KNOWN_KEYS.map((key) => key.start).join('|')})`,
  'g',
);

/** A key of known form in a text. */
export interface FoundKey {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** Where what was drawn by lot begins: behind the prefix. */
  readonly body: number;
}

/** Keys of known form, placeholders in their form among them. */
export function knownKeysIn(text: string): readonly FoundKey[] {
  const found: FoundKey[] = [];
  ANY_START.lastIndex = 0;
  for (let at = ANY_START.exec(text); at !== null; at = ANY_START.exec(text)) {
    const from = at.index;
    const body = from + at[0].length;
    for (const row of ROWS) {
      row.whole.lastIndex = from;
      const whole = row.whole.exec(text);
      if (whole === null) continue;
      found.push({ kind: row.kind, from, to: from + whole[0].length, body });
      ANY_START.lastIndex = from + whole[0].length;
      break;
    }
  }
  return found;
}
