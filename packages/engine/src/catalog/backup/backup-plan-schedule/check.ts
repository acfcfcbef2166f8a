import type { Properties } from '../../../model/graph.ts';
import { all, choose, Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const DAY = 24;
const WEEK = 168;

/** Whether a rule runs at least once in so many hours. */
const comes = (rule: Properties, hours: number): Truth =>
  rule
    .text('ScheduleExpression')
    .test(`once in ${hours} hours`, (expression) => hoursBetween(expression) <= hours);

const keeps = (rule: Properties, days: number): Truth =>
  choose(
    rule.has('Lifecycle.DeleteAfterDays'),
    rule.number('Lifecycle.DeleteAfterDays').atLeast(days),
    Truth.yes(rule.whereabouts()),
  );

/** The most hours between two runs of a schedule; endless for one that is rarer than every week. */
function hoursBetween(expression: string): number {
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(expression.trim());
  if (rate !== null) return Number(rate[1]) * (rate[2] === 'day' ? DAY : 1);
  const cron = /^cron\(\S+ \S+ (\S+) (\S+) (\S+) \S+\)$/.exec(expression.trim());
  if (cron === null || cron[2] !== '*') return Number.POSITIVE_INFINITY;
  const [, ofMonth, , ofWeek] = cron;
  if (ofMonth === '1/1' && ofWeek === '?') return DAY;
  if (/^[*?]$/.test(ofMonth as string) && /^[*?]$/.test(ofWeek as string)) return DAY;
  return ofMonth === '?' && !/[#L]/.test(ofWeek as string) ? WEEK : Number.POSITIVE_INFINITY;
}

export default defineCheck({
  id: 'backup-plan-schedule',
  requirement: 'BKP-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'Backup plans keep a backup of every day for 30 days and of every week for 90',
  gap: { one: 'A backup plan keeps too few backups', many: '{count} backup plans keep too few backups' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'] },
  messages: {
    daily: 'no rule backs up every day and keeps that for 30 days',
    weekly: 'no rule backs up every week and keeps that for 90 days',
  },
  appliesTo: 'AWS::Backup::BackupPlan',
  evaluate: (plan) => {
    const rules = plan.list('BackupPlan.BackupPlanRule');
    return all<'daily' | 'weekly'>(
      rules.some((rule) => all(comes(rule, DAY), keeps(rule, 30))).else('daily'),
      rules.some((rule) => all(comes(rule, WEEK), keeps(rule, 90))).else('weekly'),
    );
  },
  fix: 'Add a daily rule that keeps for 30 days and a weekly one that keeps for 90',
  fixImpact: { downtime: false, monthlyCost: 'backup-storage' },
});
