import {
  bytes,
  countedLevel,
  events,
  flag,
  level,
  type Namespace,
  namespace,
  percent,
  seconds,
} from './metric.ts';

const INSTANCE = [['InstanceId'], ['AutoScalingGroupName'], ['ImageId'], ['InstanceType'], []];
const SERVICE = [['ClusterName'], ['ClusterName', 'ServiceName']];
/** The sets with a task are those of enhanced observability. */
const TASKS = [
  ...SERVICE,
  ['ClusterName', 'TaskDefinitionFamily'],
  ['ClusterName', 'ServiceName', 'TaskId'],
  ['ClusterName', 'TaskDefinitionFamily', 'TaskId'],
];
const NAT = [['NatGatewayId'], ['NatGatewayId', 'AvailabilityZone']];
const BALANCER = [['LoadBalancer'], ['AvailabilityZone', 'LoadBalancer']];
const TARGETS = [
  ['TargetGroup', 'LoadBalancer'],
  ['TargetGroup', 'AvailabilityZone', 'LoadBalancer'],
];

export const compute: readonly Namespace[] = [
  namespace('AWS/EC2', 'EC2 User Guide, CloudWatch metrics that are available for your instances', false, [
    { kind: percent, dimensions: INSTANCE, names: ['CPUUtilization'] },
    {
      kind: flag,
      dimensions: INSTANCE,
      names: [
        'StatusCheckFailed',
        'StatusCheckFailed_Instance',
        'StatusCheckFailed_System',
        'StatusCheckFailed_AttachedEBS',
      ],
    },
    {
      kind: bytes,
      dimensions: INSTANCE,
      names: ['NetworkIn', 'NetworkOut', 'DiskReadBytes', 'DiskWriteBytes', 'EBSReadBytes', 'EBSWriteBytes'],
    },
    { kind: level, dimensions: INSTANCE, names: ['CPUCreditBalance', 'CPUSurplusCreditBalance'] },
    { kind: percent, dimensions: INSTANCE, names: ['EBSIOBalance%', 'EBSByteBalance%'] },
  ]),
  namespace('AWS/ECS', 'ECS Developer Guide, Amazon ECS CloudWatch metrics', false, [
    // A service that bursts above its reservation uses more than 100 %.
    {
      kind: { ...percent, range: { min: 0 } },
      dimensions: SERVICE,
      names: ['CPUUtilization', 'MemoryUtilization'],
    },
    {
      kind: percent,
      dimensions: [['ClusterName']],
      names: ['CPUReservation', 'MemoryReservation', 'GPUReservation'],
    },
  ]),
  namespace('ECS/ContainerInsights', 'CloudWatch User Guide, Amazon ECS Container Insights metrics', false, [
    {
      kind: level,
      dimensions: [['ClusterName', 'ServiceName']],
      names: ['RunningTaskCount', 'DesiredTaskCount', 'PendingTaskCount', 'DeploymentCount', 'TaskSetCount'],
    },
    { kind: { ...level, unit: 'None' }, dimensions: TASKS, names: ['CpuUtilized', 'CpuReserved'] },
    { kind: { ...level, unit: 'Megabytes' }, dimensions: TASKS, names: ['MemoryUtilized', 'MemoryReserved'] },
    {
      kind: level,
      dimensions: [['ClusterName']],
      names: ['ServiceCount', 'TaskCount', 'ContainerInstanceCount'],
    },
  ]),
  namespace(
    'AWS/NetworkELB',
    'User Guide for Network Load Balancers, CloudWatch metrics for your Network Load Balancer',
    false,
    [
      { kind: level, dimensions: TARGETS, names: ['HealthyHostCount', 'UnHealthyHostCount'] },
      {
        kind: events,
        dimensions: BALANCER,
        names: ['TCP_Client_Reset_Count', 'TCP_ELB_Reset_Count', 'TCP_Target_Reset_Count'],
      },
      { kind: events, dimensions: BALANCER, names: ['PortAllocationErrorCount', 'NewFlowCount'] },
      { kind: level, dimensions: BALANCER, names: ['ActiveFlowCount'] },
    ],
  ),
  namespace(
    'AWS/ApplicationELB',
    'User Guide for Application Load Balancers, CloudWatch metrics for your Application Load Balancer',
    false,
    [
      {
        kind: events,
        dimensions: BALANCER,
        names: [
          'HTTPCode_ELB_3XX_Count',
          'HTTPCode_ELB_4XX_Count',
          'HTTPCode_ELB_5XX_Count',
          'HTTPCode_ELB_500_Count',
          'HTTPCode_ELB_502_Count',
          'HTTPCode_ELB_503_Count',
          'HTTPCode_ELB_504_Count',
          'RejectedConnectionCount',
          'ClientTLSNegotiationErrorCount',
        ],
      },
      {
        kind: events,
        dimensions: [...BALANCER, ...TARGETS, ['TargetGroup']],
        names: [
          'RequestCount',
          'HTTPCode_Target_2XX_Count',
          'HTTPCode_Target_3XX_Count',
          'HTTPCode_Target_4XX_Count',
          'HTTPCode_Target_5XX_Count',
          'TargetConnectionErrorCount',
          'TargetTLSNegotiationErrorCount',
        ],
      },
      { kind: seconds, dimensions: [...BALANCER, ...TARGETS], names: ['TargetResponseTime'] },
      { kind: level, dimensions: TARGETS, names: ['HealthyHostCount'] },
      { kind: countedLevel, dimensions: TARGETS, names: ['UnHealthyHostCount'] },
      { kind: events, dimensions: [...TARGETS, ['TargetGroup']], names: ['RequestCountPerTarget'] },
      {
        kind: events,
        dimensions: BALANCER,
        names: ['ActiveConnectionCount', 'NewConnectionCount', 'ConsumedLCUs'],
      },
    ],
  ),
  namespace('AWS/NATGateway', 'VPC User Guide, NAT gateway metrics and dimensions', false, [
    {
      kind: events,
      dimensions: NAT,
      names: [
        'ErrorPortAllocation',
        'PacketsDropCount',
        'IdleTimeoutCount',
        'ConnectionAttemptCount',
        'ConnectionEstablishedCount',
      ],
    },
    { kind: level, dimensions: NAT, names: ['ActiveConnectionCount'] },
    {
      kind: bytes,
      dimensions: NAT,
      names: ['BytesInFromDestination', 'BytesInFromSource', 'BytesOutToDestination', 'BytesOutToSource'],
    },
  ]),
];
