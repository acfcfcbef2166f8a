import type { Reading } from '../../../model/reading.ts';
import { all, any, not, Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'deployments-replace-code',
  requirement: 'OPS-14',
  severity: 'high',
  effort: 'minutes',
  title: 'A deployment replaces the code that runs',
  gap: {
    one: 'A deployment leaves the code of a function as it was',
    many: 'A deployment leaves the code of {count} functions as it was',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    unseen:
      'the archive always has the same name and no hash tells that it changed, so Terraform sees nothing to deploy',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn) =>
    all(
      fn.meta.has('arguments.filename'),
      not(
        all(
          fn.meta.has('lifecycle'),
          fn.meta.has('lifecycle.ignore_changes'),
          fn.meta
            .list('lifecycle.ignore_changes')
            .some((name) => name.text().matches('the archive', /^(all|filename|source_code_hash)$/)),
        ),
      ),
    ),
  evaluate: (fn) =>
    any(
      isGiven(fn.meta.text('arguments.source_code_hash')),
      not(
        fn.meta
          .text('arguments.filename')
          .test('the same name each time', () => true)
          .quote(),
      ),
    ).else('unseen'),
  fix: 'Give the function source_code_hash = filebase64sha256(…) of its archive',
  snippets: { terraform: 'source_code_hash = filebase64sha256("build/api.zip")' },
  fixImpact: { downtime: false },
});

/** Whether something is written that is a value at deployment: the hash of an archive that is only built then is one. */
function isGiven(hash: Reading<string>): Truth {
  return hash.inspect((value) =>
    value.kind === 'unknown' && /^(data-source|computed|not-readable)$/.test(value.reason)
      ? Truth.yes(hash.proof(value))
      : value.kind === 'absent' || (value.kind === 'known' && value.value === null)
        ? Truth.no(hash.proof(value))
        : value.kind === 'unknown'
          ? hash.written()
          : Truth.yes(hash.proof(value)),
  );
}
