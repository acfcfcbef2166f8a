import { META, objects, type Service, spelled, TAGS } from '../row.ts';

/** The same addresses for users everywhere, by way of the nearest edge. */
export const globalAccelerator: Service = {
  types: [
    {
      from: 'aws_globalaccelerator_accelerator',
      to: 'AWS::GlobalAccelerator::Accelerator',
      properties: {
        ...spelled('enabled', 'ip_address_type', 'ip_addresses', 'name'),
        attributes: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_globalaccelerator_listener',
      to: 'AWS::GlobalAccelerator::Listener',
      properties: {
        ...spelled('accelerator_arn', 'client_affinity', 'protocol'),
        port_range: objects('PortRanges', spelled('from_port', 'to_port')),
      },
    },
    {
      from: 'aws_globalaccelerator_endpoint_group',
      to: 'AWS::GlobalAccelerator::EndpointGroup',
      properties: {
        ...spelled(
          'endpoint_group_region',
          'health_check_interval_seconds',
          'health_check_path',
          'health_check_port',
          'health_check_protocol',
          'listener_arn',
          'threshold_count',
          'traffic_dial_percentage',
        ),
        endpoint_configuration: objects('EndpointConfigurations', {
          ...spelled('attachment_arn', 'endpoint_id', 'weight'),
          client_ip_preservation_enabled: 'ClientIPPreservationEnabled',
        }),
        port_override: META,
      },
    },
  ],
};
