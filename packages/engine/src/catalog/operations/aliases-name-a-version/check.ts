import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'aliases-name-a-version',
  requirement: 'OPS-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'Aliases of functions name a published version',
  gap: {
    one: 'An alias names no version but whatever was uploaded last',
    many: '{count} aliases name no version but whatever was uploaded last',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_version_control'] },
  messages: {
    latest: 'its version is {actual}, expected a number',
  },
  appliesTo: 'AWS::Lambda::Alias',
  evaluate: (alias, graph) => {
    const version = alias.text('FunctionVersion');
    return any(
      all(
        version.isBareReference(),
        any(
          graph.follow(version, 'AWS::Lambda::Version').exist(),
          graph
            .follow(version, 'AWS::Lambda::Function')
            .some((fn) => fn.meta.bool('arguments.publish').is(true)),
        ),
      ),
      all(not(version.isBareReference()), version.isNot('$LATEST').quote()),
    ).else('latest');
  },
  fix: 'Publish a version with each release and let the alias name it',
  snippets: {
    terraform: 'function_version = aws_lambda_function.api.version',
    cloudformation: 'FunctionVersion: !GetAtt ApiVersion.Version',
  },
  fixImpact: { downtime: false },
});
