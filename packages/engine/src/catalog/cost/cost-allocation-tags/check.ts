import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Whatever the tag is called, such a value tells the environments apart. */
const ENVIRONMENT = /^(prod|production|live|prd|stag(e|ing)|preprod(uction)?|dev(elopment)?|test|uat|qa)$/i;

interface Tags {
  readonly own: Many<Properties>;
  /** Of the stack that it is deployed with. */
  readonly ofStack: Many<Properties>;
  readonly hasStack: Truth;
}

const tagsOf = (resource: Resource): Tags => ({
  own: resource.list('Tags'),
  ofStack: resource.meta.list('StackTags'),
  hasStack: resource.meta.has('StackTags'),
});

/** Whether a tag says so. */
const tagged = ({ own, ofStack, hasStack }: Tags, says: string, key: RegExp, value?: RegExp): Truth => {
  const speaks = (tag: Properties) => {
    const named = tag.text('Key').matches(`a tag for the ${says}`, key);
    return value === undefined
      ? named
      : any(
          named,
          all(
            tag.text('Key').isNot('Name').asMembership(),
            tag.text('Value').matches(`the name of an ${says}`, value),
          ),
        );
  };
  return any(own.some(speaks), all(hasStack, ofStack.some(speaks)));
};

export default defineCheck({
  id: 'cost-allocation-tags',
  requirement: 'CST-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'What costs money carries tags for environment, project and owner',
  gap: {
    one: 'A resource carries no cost-allocation tags',
    many: '{count} resources lack cost-allocation tags',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['cost_monitor_usage_org_information'] },
  messages: {
    environment: 'no tag says which environment it belongs to',
    project: 'no tag says which project, service or application it belongs to',
    owner: 'no tag says who owns it',
  },
  appliesTo: [
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::SQS::Queue',
    'AWS::SNS::Topic',
    'AWS::CloudFront::Distribution',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ECS::Service',
    'AWS::EC2::NatGateway',
    'AWS::EC2::Instance',
    'AWS::Lambda::Function',
  ],
  evaluate: (resource) => {
    const tags = tagsOf(resource);
    return all(
      tagged(
        tags,
        'environment',
        /^(.*[:/_-])?(env|environment|stage)([-_:]?(name|id))?$/i,
        ENVIRONMENT,
      ).else('environment'),
      tagged(
        tags,
        'project',
        /^(.*[:/_-])?(project|service|application|app|product|workload|system)([-_:]?(name|id|code))?$/i,
      ).else('project'),
      tagged(
        tags,
        'owner',
        /^(.*[:/_-])?(owner|team|contact|cost[-_]?cent(er|re))([-_:]?(name|id|code|email))?$/i,
      ).else('owner'),
    );
  },
  fix: 'Set default tags once: in Terraform as default_tags of the provider, in CloudFormation as tags of the stack or resource',
  snippets: {
    terraform:
      'default_tags {\n  tags = {\n    environment = var.environment\n    project     = "flashcards"\n    owner       = "team-learning"\n  }\n}',
  },
  fixImpact: { downtime: false },
});
