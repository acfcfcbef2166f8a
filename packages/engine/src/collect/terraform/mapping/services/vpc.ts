import {
  alias,
  json,
  META,
  object,
  objects,
  PART,
  type Service,
  type Shape,
  spelled,
  TAGS,
  type TypeRow,
  withDefault,
} from '../row.ts';

/** CloudFormation writes one source per rule; the sources of a Terraform rule stay together as a list. */
const rule = (side: 'Source' | 'Destination'): Shape => ({
  cidr_blocks: 'CidrIp',
  ipv6_cidr_blocks: 'CidrIpv6',
  description: 'Description',
  from_port: 'FromPort',
  to_port: 'ToPort',
  protocol: 'IpProtocol',
  prefix_list_ids: `${side}PrefixListId`,
  self: META,
});

const inline = (side: 'Source' | 'Destination'): Shape => ({
  ...rule(side),
  security_groups: `${side}SecurityGroupId`,
});

const separate = (side: 'Source' | 'Destination'): Shape => ({
  ...rule(side),
  security_group_id: 'GroupId',
  source_security_group_id: `${side}SecurityGroupId`,
  type: META,
});

const single = (side: 'Source' | 'Destination'): Shape => ({
  cidr_ipv4: 'CidrIp',
  cidr_ipv6: 'CidrIpv6',
  ...spelled('description', 'from_port', 'ip_protocol', 'to_port'),
  prefix_list_id: `${side}PrefixListId`,
  referenced_security_group_id: `${side}SecurityGroupId`,
  security_group_id: 'GroupId',
  tags: META,
});

const ROUTE: Shape = {
  ...spelled(
    'carrier_gateway_id',
    'core_network_arn',
    'destination_prefix_list_id',
    'gateway_id',
    'local_gateway_id',
    'nat_gateway_id',
    'network_interface_id',
    'transit_gateway_id',
    'vpc_endpoint_id',
    'vpc_peering_connection_id',
  ),
  egress_only_gateway_id: 'EgressOnlyInternetGatewayId',
};

const {
  carrier_gateway_id: _carrier,
  local_gateway_id: _local,
  ...DEFAULT_TABLE_ROUTE
} = {
  ...ROUTE,
  cidr_block: 'DestinationCidrBlock',
  ipv6_cidr_block: 'DestinationIpv6CidrBlock',
} as Shape;

const ACL_ENTRY: Shape = {
  action: 'RuleAction',
  cidr_block: 'CidrBlock',
  from_port: 'PortRange.From',
  icmp_code: 'Icmp.Code',
  icmp_type: 'Icmp.Type',
  ipv6_cidr_block: 'Ipv6CidrBlock',
  protocol: 'Protocol',
  rule_no: 'RuleNumber',
  to_port: 'PortRange.To',
};

const aclEntries = (argument: string, egress: boolean) => ({
  argument,
  to: 'AWS::EC2::NetworkAclEntry',
  parent: { property: 'NetworkAclId', attribute: 'id' },
  shape: ACL_ENTRY,
  constants: { Egress: egress },
});

const securityGroup: TypeRow = {
  from: 'aws_security_group',
  to: 'AWS::EC2::SecurityGroup',
  properties: {
    description: 'GroupDescription',
    name: 'GroupName',
    name_prefix: META,
    revoke_rules_on_delete: META,
    vpc_id: 'VpcId',
    tags: TAGS,
    ingress: objects('SecurityGroupIngress', inline('Source')),
    // The provider removes the rule that lets everything out, which CloudFormation keeps.
    egress: { ...objects('SecurityGroupEgress', inline('Destination')), default: [] },
  },
};

const routeTable: TypeRow = {
  from: 'aws_route_table',
  to: 'AWS::EC2::RouteTable',
  properties: { propagating_vgws: META, route: PART, tags: TAGS, vpc_id: 'VpcId' },
  parts: [
    {
      argument: 'route',
      to: 'AWS::EC2::Route',
      parent: { property: 'RouteTableId', attribute: 'id' },
      shape: {
        ...ROUTE,
        cidr_block: 'DestinationCidrBlock',
        ipv6_cidr_block: 'DestinationIpv6CidrBlock',
      },
    },
  ],
};

const securityGroupRule = (type: string, to: string, side: 'Source' | 'Destination'): TypeRow => ({
  from: 'aws_security_group_rule',
  to,
  when: { argument: 'type', is: type },
  properties: separate(side),
});

export const vpc: Service = {
  types: [
    {
      from: 'aws_vpc',
      to: 'AWS::EC2::VPC',
      properties: {
        ...spelled(
          'cidr_block',
          'enable_dns_hostnames',
          'enable_dns_support',
          'instance_tenancy',
          'ipv4_ipam_pool_id',
          'ipv4_netmask_length',
        ),
        assign_generated_ipv6_cidr_block: META,
        enable_network_address_usage_metrics: META,
        ipv6_cidr_block: META,
        ipv6_cidr_block_network_border_group: META,
        ipv6_ipam_pool_id: META,
        ipv6_netmask_length: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_subnet',
      to: 'AWS::EC2::Subnet',
      properties: {
        ...spelled(
          'assign_ipv6_address_on_creation',
          'availability_zone',
          'availability_zone_id',
          'cidr_block',
          'enable_dns64',
          'enable_lni_at_device_index',
          'ipv6_cidr_block',
          'ipv6_native',
          'map_public_ip_on_launch',
          'outpost_arn',
          'vpc_id',
        ),
        customer_owned_ipv4_pool: META,
        map_customer_owned_ip_on_launch: META,
        enable_resource_name_dns_a_record_on_launch: META,
        enable_resource_name_dns_aaaa_record_on_launch: META,
        private_dns_hostname_type_on_launch: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_internet_gateway',
      to: 'AWS::EC2::InternetGateway',
      properties: { tags: TAGS, vpc_id: PART },
      parts: [
        {
          argument: 'vpc_id',
          to: 'AWS::EC2::VPCGatewayAttachment',
          parent: { property: 'InternetGatewayId', attribute: 'id' },
          shape: { vpc_id: 'VpcId' },
        },
      ],
    },
    {
      from: 'aws_nat_gateway',
      to: 'AWS::EC2::NatGateway',
      properties: {
        ...spelled(
          'allocation_id',
          'connectivity_type',
          'secondary_allocation_ids',
          'secondary_private_ip_address_count',
          'secondary_private_ip_addresses',
          'subnet_id',
        ),
        private_ip: 'PrivateIpAddress',
        tags: TAGS,
      },
    },
    {
      from: 'aws_eip',
      to: 'AWS::EC2::EIP',
      properties: {
        ...spelled('address', 'domain', 'ipam_pool_id', 'network_border_group'),
        instance: 'InstanceId',
        public_ipv4_pool: 'PublicIpv4Pool',
        associate_with_private_ip: META,
        customer_owned_ipv4_pool: META,
        network_interface: META,
        vpc: META,
        tags: TAGS,
      },
    },
    routeTable,
    alias('aws_default_route_table', {
      ...routeTable,
      parts: routeTable.parts!.map((part) => ({ ...part, shape: DEFAULT_TABLE_ROUTE })),
      properties: { ...routeTable.properties, default_route_table_id: META, vpc_id: META },
    }),
    {
      from: 'aws_route',
      to: 'AWS::EC2::Route',
      properties: {
        ...ROUTE,
        ...spelled('destination_cidr_block', 'destination_ipv6_cidr_block', 'route_table_id'),
      },
    },
    {
      from: 'aws_route_table_association',
      to: 'AWS::EC2::SubnetRouteTableAssociation',
      properties: { ...spelled('route_table_id', 'subnet_id'), gateway_id: META },
    },
    securityGroup,
    alias('aws_default_security_group', {
      ...securityGroup,
      properties: {
        vpc_id: 'VpcId',
        tags: TAGS,
        ingress: securityGroup.properties['ingress']!,
        egress: securityGroup.properties['egress']!,
        revoke_rules_on_delete: META,
      },
    }),
    securityGroupRule('ingress', 'AWS::EC2::SecurityGroupIngress', 'Source'),
    securityGroupRule('egress', 'AWS::EC2::SecurityGroupEgress', 'Destination'),
    {
      from: 'aws_vpc_security_group_ingress_rule',
      to: 'AWS::EC2::SecurityGroupIngress',
      properties: single('Source'),
    },
    {
      from: 'aws_vpc_security_group_egress_rule',
      to: 'AWS::EC2::SecurityGroupEgress',
      properties: single('Destination'),
    },
    {
      from: 'aws_network_acl',
      to: 'AWS::EC2::NetworkAcl',
      properties: { vpc_id: 'VpcId', subnet_ids: META, ingress: PART, egress: PART, tags: TAGS },
      parts: [aclEntries('ingress', false), aclEntries('egress', true)],
    },
    {
      from: 'aws_network_acl_rule',
      to: 'AWS::EC2::NetworkAclEntry',
      properties: {
        ...aclRule(),
        egress: withDefault('Egress', false),
        network_acl_id: 'NetworkAclId',
        rule_action: 'RuleAction',
        rule_number: 'RuleNumber',
      },
    },
    {
      from: 'aws_vpc_endpoint',
      to: 'AWS::EC2::VPCEndpoint',
      properties: {
        ...spelled(
          'ip_address_type',
          'private_dns_enabled',
          'resource_configuration_arn',
          'route_table_ids',
          'security_group_ids',
          'service_name',
          'service_network_arn',
          'service_region',
          'subnet_ids',
          'vpc_endpoint_type',
          'vpc_id',
        ),
        auto_accept: META,
        policy: json('PolicyDocument'),
        dns_options: object(
          'DnsOptions',
          spelled('dns_record_ip_type', 'private_dns_only_for_inbound_resolver_endpoint'),
        ),
        subnet_configuration: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_flow_log',
      to: 'AWS::EC2::FlowLog',
      properties: {
        ...spelled(
          'deliver_cross_account_role',
          'log_destination',
          'log_destination_type',
          'log_format',
          'log_group_name',
          'max_aggregation_interval',
          'traffic_type',
        ),
        iam_role_arn: 'DeliverLogsPermissionArn',
        vpc_id: 'ResourceId',
        subnet_id: 'ResourceId',
        eni_id: 'ResourceId',
        transit_gateway_id: 'ResourceId',
        transit_gateway_attachment_id: 'ResourceId',
        destination_options: object(
          'DestinationOptions',
          spelled('file_format', 'hive_compatible_partitions', 'per_hour_partition'),
        ),
        tags: TAGS,
      },
    },
  ],
};

/** The entry as a resource of its own calls two of its arguments otherwise. */
function aclRule(): Shape {
  const { action: _action, rule_no: _number, ...rest } = ACL_ENTRY;
  return rest;
}
