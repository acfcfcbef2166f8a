import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

const GROUP = 'AWS::EC2::SecurityGroup';
const SUBNET = 'AWS::EC2::Subnet';
const VPC = 'AWS::EC2::VPC';

/** Where things are in the network, and what may reach them. */
export const network: readonly EdgeRule[] = [
  ...rules('rulesOf', 'AWS::EC2::SecurityGroupIngress', ['GroupId', 'GroupName'], GROUP),
  ...rules('egressRulesOf', 'AWS::EC2::SecurityGroupEgress', ['GroupId'], GROUP),
  ...rules('rulesOf', 'AWS::EC2::NetworkAclEntry', ['NetworkAclId'], 'AWS::EC2::NetworkAcl'),
  ...rules('memberOf', SUBNET, ['VpcId'], VPC),
  ...rules('memberOf', GROUP, ['VpcId'], VPC),
  ...rules('memberOf', 'AWS::EC2::RouteTable', ['VpcId'], VPC),
  ...rules('memberOf', 'AWS::EC2::NetworkAcl', ['VpcId'], VPC),
  ...rules('memberOf', 'AWS::EC2::VPCEndpoint', ['VpcId'], VPC),
  ...rules('memberOf', 'AWS::EC2::VPCGatewayAttachment', ['VpcId'], VPC),
  ...rules(
    'attachedTo',
    'AWS::EC2::VPCGatewayAttachment',
    ['InternetGatewayId'],
    'AWS::EC2::InternetGateway',
  ),
  ...rules('routes', 'AWS::EC2::Route', ['RouteTableId'], 'AWS::EC2::RouteTable'),
  ...rules('routes', 'AWS::EC2::SubnetRouteTableAssociation', ['SubnetId'], SUBNET),
  ...rules('assigns', 'AWS::EC2::SubnetRouteTableAssociation', ['RouteTableId'], 'AWS::EC2::RouteTable'),
  ...rules('routesTo', 'AWS::EC2::Route', ['GatewayId'], 'AWS::EC2::InternetGateway'),
  ...rules('routesTo', 'AWS::EC2::Route', ['NatGatewayId'], 'AWS::EC2::NatGateway'),
  ...rules('locatedIn', 'AWS::EC2::NatGateway', ['SubnetId'], SUBNET),
  ...rules('locatedIn', 'AWS::EC2::Instance', ['SubnetId'], SUBNET),
  ...rules('locatedIn', 'AWS::Lambda::Function', ['VpcConfig.SubnetIds[]'], SUBNET),
  ...rules('locatedIn', 'AWS::ECS::Service', ['NetworkConfiguration.AwsvpcConfiguration.Subnets[]'], SUBNET),
  ...rules('locatedIn', 'AWS::RDS::DBSubnetGroup', ['SubnetIds[]'], SUBNET),
  ...rules('locatedIn', 'AWS::ElasticLoadBalancingV2::LoadBalancer', ['Subnets[]'], SUBNET),
  ...rules('locatedIn', 'AWS::AutoScaling::AutoScalingGroup', ['VPCZoneIdentifier[]'], SUBNET),
  ...rules('locatedIn', 'AWS::RDS::DBInstance', ['DBSubnetGroupName'], 'AWS::RDS::DBSubnetGroup'),
  ...rules('locatedIn', 'AWS::RDS::DBCluster', ['DBSubnetGroupName'], 'AWS::RDS::DBSubnetGroup'),
  ...rules('guardedBy', 'AWS::EC2::Instance', ['SecurityGroupIds[]'], GROUP),
  ...rules('guardedBy', 'AWS::Lambda::Function', ['VpcConfig.SecurityGroupIds[]'], GROUP),
  ...rules(
    'guardedBy',
    'AWS::ECS::Service',
    ['NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]'],
    GROUP,
  ),
  ...rules('guardedBy', 'AWS::RDS::DBInstance', ['VPCSecurityGroups[]'], GROUP),
  ...rules('guardedBy', 'AWS::RDS::DBCluster', ['VpcSecurityGroupIds[]'], GROUP),
  ...rules('guardedBy', 'AWS::ElasticLoadBalancingV2::LoadBalancer', ['SecurityGroups[]'], GROUP),
  ...rules('guardedBy', 'AWS::EC2::LaunchTemplate', ['LaunchTemplateData.SecurityGroupIds[]'], GROUP),
  ...rules('guardedBy', 'AWS::ElastiCache::ReplicationGroup', ['SecurityGroupIds[]'], GROUP),
  ...rules(
    'routesTo',
    'AWS::GlobalAccelerator::Listener',
    ['AcceleratorArn'],
    'AWS::GlobalAccelerator::Accelerator',
  ),
  ...rules(
    'routesTo',
    'AWS::GlobalAccelerator::EndpointGroup',
    ['ListenerArn'],
    'AWS::GlobalAccelerator::Listener',
  ),
  ...rules('memberOf', 'AWS::ECS::Service', ['Cluster'], 'AWS::ECS::Cluster'),
  ...rules('runs', 'AWS::ECS::Service', ['TaskDefinition'], 'AWS::ECS::TaskDefinition'),
];
