import type { Assessment, CheckInfo } from '../../assess/assessment.ts';
import type { Severity } from '../../model/outcome.ts';
import { shown } from '../findings.ts';
import { codeBlock } from '../markdown/markup.ts';
import { snippetsFor } from '../snippets.ts';
import { AREA_TITLES, capital } from '../wording.ts';

export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** The middle of the ranges that code scanning calls critical (over 9.0), high (7.0), medium (4.0) and low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** Code scanning takes 20 tags of a rule. */
const MOST_TAGS = 20;

/** A check as a rule, with what to do and why as its help. */
export function ruleOf(assessment: Assessment, check: CheckInfo): object {
  const { title, fix, why, area, severity, frameworks, aliases } = check;
  const full = firstParagraph(why) || title;
  const security = area === 'security';
  const todo = fix === '' ? '' : `What to do (${check.effort}): ${capital(fix)}.`;
  const snippets = snippetsFor(assessment, [], check);
  const also = aliases.length === 0 ? '' : `Also known as ${aliases.join(', ')}.`;
  return {
    id: check.id,
    name: check.id
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: sentence(full) },
    help: {
      text:
        [todo, plainOf(why), also]
          .filter((t) => t !== '')
          .map(lines)
          .join('\n\n') || sentence(title),
      markdown:
        [
          todo === '' ? '' : `**What to do (${check.effort}):** ${shown(capital(fix))}.`,
          ...snippets.map(
            (s) => `${s.title}:\n\n${codeBlock(s.code, s.language === 'terraform' ? 'hcl' : 'yaml')}`,
          ),
          lines(why),
          also,
        ]
          .filter((t) => t !== '')
          .join('\n\n') || sentence(title),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      precision: 'very-high',
      'problem.severity': LEVELS[severity] === 'note' ? 'recommendation' : LEVELS[severity],
      ...(security ? { 'security-severity': SECURITY_SEVERITY[severity] } : {}),
      tags: [
        ...new Set([
          area,
          check.requirement,
          ...(frameworks['well-architected'] ?? []),
          ...(frameworks.fsbp ?? []),
          ...aliases,
        ]),
      ].slice(0, MOST_TAGS),
      requirement: check.requirement,
      area: AREA_TITLES[area],
      severity,
      effort: check.effort,
      aliases,
    },
  };
}

function firstParagraph(markdown: string): string {
  return plainOf(markdown).split('\n\n')[0]?.replaceAll('\n', ' ') ?? '';
}

/** Markdown without its marks. */
function plainOf(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 ($2)')
    .trim();
}

function lines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line.trim() === '' ? '' : line.slice(0, line.length - line.trimStart().length) + shown(line),
    )
    .join('\n')
    .trim();
}

function sentence(text: string): string {
  const one = shown(capital(text));
  return /[.!?]$/.test(one) ? one : `${one}.`;
}
