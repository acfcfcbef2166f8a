import { not } from '../../../model/truth.ts';
import { isPublicSubnet } from '../../blocks/routing.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'functions-have-way-out',
  requirement: 'INF-11',
  severity: 'medium',
  effort: 'hours',
  title: 'Functions in a network sit where a way out exists for them',
  gap: {
    one: 'A function sits in a subnet without a way out for it',
    many: '{count} functions sit in subnets without a way out for them',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    public:
      'a subnet of the function leads to an internet gateway ({actual}), which a function cannot use: it has no public address',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn) => fn.list('VpcConfig.SubnetIds').exist(),
  evaluate: (fn, graph) =>
    fn
      .list('VpcConfig.SubnetIds')
      .every((id) =>
        graph.follow(id.text(), 'AWS::EC2::Subnet').every((subnet) => not(isPublicSubnet(subnet, graph))),
      )
      .else('public'),
  fix: 'Put the function into private subnets, with endpoints or a NAT gateway for what it calls',
  fixImpact: { downtime: false },
});
