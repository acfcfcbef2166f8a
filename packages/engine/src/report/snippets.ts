import type { Assessment, CheckInfo, ReportedOutcome } from '../assess/assessment.ts';
import type { RootKind } from '../collect/collected.ts';

/** A fix ready to paste, with the words that say what language it is in. */
export interface Snippet {
  /** For the name of a code block. */
  readonly language: 'terraform' | 'cloudformation';
  readonly title: string;
  readonly code: string;
}

const LANGUAGES: Readonly<Partial<Record<RootKind, Snippet['language']>>> = {
  terraform: 'terraform',
  cloudformation: 'cloudformation',
  sam: 'cloudformation',
  cdk: 'cloudformation',
  'cdk-source': 'cloudformation',
};

/** The fix of a check in the languages of the roots that the outcomes are of; in every language where none is known. */
export function snippetsFor(
  { subject }: Pick<Assessment, 'subject'>,
  outcomes: readonly ReportedOutcome[],
  { snippets }: CheckInfo,
): readonly Snippet[] {
  const roots = new Set(outcomes.map((o) => o.root));
  const kinds = new Set(subject.roots.filter((r) => roots.has(r.path)).map((r) => r.kind));
  return (['terraform', 'cloudformation'] as const).flatMap((language) => {
    const code = snippets?.[language];
    const own = [...kinds].filter((kind) => LANGUAGES[kind] === language);
    if (code === undefined || ([...kinds].some((kind) => LANGUAGES[kind] !== undefined) && own.length === 0))
      return [];
    return [{ language, title: titleOf(language, own), code }];
  });
}

function titleOf(language: Snippet['language'], kinds: readonly RootKind[]): string {
  if (language === 'terraform') return 'Terraform';
  return kinds.some((kind) => kind === 'cdk' || kind === 'cdk-source')
    ? 'CloudFormation; in CDK set the same property'
    : 'CloudFormation';
}
