// Written by scripts/knowledge/terraform-modules.ts from the repositories of the modules, all releases before `before`.
import type { PublicModule } from './terraform-modules.ts';

export const TYPES =
  'aws_acm_certificate aws_acm_certificate_validation aws_alb aws_alb_listener aws_alb_target_group aws_amplify_branch aws_api_gateway_integration aws_api_gateway_integration_response aws_api_gateway_method aws_api_gateway_method_response aws_apigatewayv2_api aws_apigatewayv2_api_mapping aws_apigatewayv2_authorizer aws_apigatewayv2_deployment aws_apigatewayv2_domain_name aws_apigatewayv2_integration aws_apigatewayv2_integration_response aws_apigatewayv2_route aws_apigatewayv2_route_response aws_apigatewayv2_stage aws_apigatewayv2_vpc_link aws_appautoscaling_policy aws_appautoscaling_scheduled_action aws_appautoscaling_target aws_appconfig_application aws_appconfig_configuration_profile aws_appconfig_deployment aws_appconfig_deployment_strategy aws_appconfig_environment aws_appconfig_hosted_configuration_version aws_apprunner_auto_scaling_configuration_version aws_apprunner_connection aws_apprunner_custom_domain_association aws_apprunner_observability_configuration aws_apprunner_service aws_apprunner_vpc_connector aws_apprunner_vpc_ingress_connection aws_appsync_api_cache aws_appsync_api_key aws_appsync_datasource aws_appsync_domain_name aws_appsync_domain_name_api_association aws_appsync_function aws_appsync_graphql_api aws_appsync_resolver aws_athena_database aws_athena_named_query aws_athena_workgroup aws_autoscaling_group aws_autoscaling_policy aws_autoscaling_schedule aws_autoscaling_traffic_source_attachment aws_backup_framework aws_backup_global_settings aws_backup_logically_air_gapped_vault aws_backup_plan aws_backup_region_settings aws_backup_report_plan aws_backup_restore_testing_plan aws_backup_restore_testing_selection aws_backup_selection aws_backup_vault aws_backup_vault_lock_configuration aws_backup_vault_notifications aws_backup_vault_policy aws_batch_compute_environment aws_batch_job_definition aws_batch_job_queue aws_batch_scheduling_policy aws_cloudfront_cache_policy aws_cloudfront_connection_function aws_cloudfront_distribution aws_cloudfront_function aws_cloudfront_monitoring_subscription aws_cloudfront_origin_access_control aws_cloudfront_origin_access_identity aws_cloudfront_origin_request_policy aws_cloudfront_response_headers_policy aws_cloudfront_trust_store aws_cloudfront_vpc_origin aws_cloudtrail aws_cloudwatch_composite_alarm aws_cloudwatch_event_api_destination aws_cloudwatch_event_archive aws_cloudwatch_event_bus aws_cloudwatch_event_connection aws_cloudwatch_event_permission aws_cloudwatch_event_rule aws_cloudwatch_event_target aws_cloudwatch_log_account_policy aws_cloudwatch_log_anomaly_detector aws_cloudwatch_log_data_protection_policy aws_cloudwatch_log_delivery aws_cloudwatch_log_delivery_destination aws_cloudwatch_log_delivery_source aws_cloudwatch_log_group aws_cloudwatch_log_metric_filter aws_cloudwatch_log_resource_policy aws_cloudwatch_log_stream aws_cloudwatch_log_subscription_filter aws_cloudwatch_metric_alarm aws_cloudwatch_metric_stream aws_cloudwatch_query_definition aws_codebuild_project aws_codebuild_source_credential aws_codebuild_webhook aws_codedeploy_app aws_codedeploy_deployment_group aws_cognito_identity_provider aws_cognito_log_delivery_configuration aws_cognito_managed_login_branding aws_cognito_resource_server aws_cognito_user_group aws_cognito_user_pool aws_cognito_user_pool_client aws_cognito_user_pool_domain aws_cognito_user_pool_ui_customization aws_config_aggregate_authorization aws_config_config_rule aws_config_configuration_aggregator aws_config_configuration_recorder aws_config_configuration_recorder_status aws_config_conformance_pack aws_config_delivery_channel aws_customer_gateway aws_db_event_subscription aws_db_instance aws_db_instance_automated_backups_replication aws_db_instance_role_association aws_db_option_group aws_db_parameter_group aws_db_proxy aws_db_proxy_default_target_group aws_db_proxy_endpoint aws_db_proxy_target aws_db_subnet_group aws_default_network_acl aws_default_route_table aws_default_security_group aws_default_vpc aws_dms_certificate aws_dms_endpoint aws_dms_event_subscription aws_dms_replication_config aws_dms_replication_instance aws_dms_replication_subnet_group aws_dms_replication_task aws_dms_s3_endpoint aws_docdb_cluster aws_docdb_cluster_instance aws_docdb_cluster_parameter_group aws_docdb_subnet_group aws_dsql_cluster aws_dsql_cluster_peering aws_dynamodb_resource_policy aws_dynamodb_table aws_ebs_volume aws_ec2_client_vpn_authorization_rule aws_ec2_client_vpn_endpoint aws_ec2_client_vpn_network_association aws_ec2_tag aws_ec2_transit_gateway aws_ec2_transit_gateway_route aws_ec2_transit_gateway_route_table aws_ec2_transit_gateway_route_table_association aws_ec2_transit_gateway_route_table_propagation aws_ec2_transit_gateway_vpc_attachment aws_ecr_lifecycle_policy aws_ecr_pull_through_cache_rule aws_ecr_registry_policy aws_ecr_registry_scanning_configuration aws_ecr_replication_configuration aws_ecr_repository aws_ecr_repository_creation_template aws_ecr_repository_policy aws_ecrpublic_repository aws_ecrpublic_repository_policy aws_ecs_capacity_provider aws_ecs_cluster aws_ecs_cluster_capacity_providers aws_ecs_express_gateway_service aws_ecs_service aws_ecs_task_definition aws_ecs_task_set aws_efs_access_point aws_efs_backup_policy aws_efs_file_system aws_efs_file_system_policy aws_efs_mount_target aws_efs_replication_configuration aws_egress_only_internet_gateway aws_eip aws_eip_association aws_eks_access_entry aws_eks_access_policy_association aws_eks_addon aws_eks_capability aws_eks_cluster aws_eks_fargate_profile aws_eks_identity_provider_config aws_eks_node_group aws_eks_pod_identity_association aws_elastic_beanstalk_application aws_elastic_beanstalk_environment aws_elasticache_cluster aws_elasticache_global_replication_group aws_elasticache_parameter_group aws_elasticache_replication_group aws_elasticache_serverless_cache aws_elasticache_subnet_group aws_elasticache_user aws_elasticache_user_group aws_elasticache_user_group_association aws_elasticsearch_domain aws_elasticsearch_domain_policy aws_elb aws_elb_attachment aws_emr_cluster aws_emr_instance_fleet aws_emr_instance_group aws_emr_managed_scaling_policy aws_emr_security_configuration aws_emr_studio aws_emr_studio_session_mapping aws_emrcontainers_virtual_cluster aws_emrserverless_application aws_flow_log aws_fsx_backup aws_fsx_data_repository_association aws_fsx_file_cache aws_fsx_lustre_file_system aws_fsx_ontap_file_system aws_fsx_ontap_storage_virtual_machine aws_fsx_ontap_volume aws_fsx_openzfs_file_system aws_fsx_openzfs_snapshot aws_fsx_openzfs_volume aws_fsx_windows_file_system aws_globalaccelerator_accelerator aws_globalaccelerator_custom_routing_accelerator aws_globalaccelerator_custom_routing_endpoint_group aws_globalaccelerator_custom_routing_listener aws_globalaccelerator_endpoint_group aws_globalaccelerator_listener aws_glue_registry aws_glue_schema aws_grafana_license_association aws_grafana_role_association aws_grafana_workspace aws_grafana_workspace_api_key aws_grafana_workspace_saml_configuration aws_grafana_workspace_service_account aws_grafana_workspace_service_account_token aws_guardduty_detector aws_guardduty_detector_feature aws_guardduty_invite_accepter aws_guardduty_malware_protection_plan aws_guardduty_member aws_guardduty_organization_admin_account aws_guardduty_organization_configuration aws_guardduty_publishing_destination aws_iam_access_key aws_iam_account_alias aws_iam_account_password_policy aws_iam_group aws_iam_group_membership aws_iam_group_policy aws_iam_group_policy_attachment aws_iam_instance_profile aws_iam_openid_connect_provider aws_iam_policy aws_iam_policy_attachment aws_iam_role aws_iam_role_policy aws_iam_role_policy_attachment aws_iam_saml_provider aws_iam_service_linked_role aws_iam_user aws_iam_user_group_membership aws_iam_user_login_profile aws_iam_user_policy aws_iam_user_policy_attachment aws_iam_user_ssh_key aws_instance aws_internet_gateway aws_key_pair aws_kinesis_firehose_delivery_stream aws_kms_alias aws_kms_ciphertext aws_kms_external_key aws_kms_grant aws_kms_key aws_kms_replica_external_key aws_kms_replica_key aws_lambda_alias aws_lambda_event_source_mapping aws_lambda_function aws_lambda_function_event_invoke_config aws_lambda_function_recursion_config aws_lambda_function_url aws_lambda_layer_version aws_lambda_permission aws_lambda_provisioned_concurrency_config aws_launch_configuration aws_launch_template aws_lb aws_lb_listener aws_lb_listener_certificate aws_lb_listener_rule aws_lb_target_group aws_lb_target_group_attachment aws_lb_trust_store aws_lb_trust_store_revocation aws_main_route_table_association aws_memorydb_acl aws_memorydb_cluster aws_memorydb_parameter_group aws_memorydb_subnet_group aws_memorydb_user aws_mq_broker aws_mq_configuration aws_msk_cluster aws_msk_cluster_policy aws_msk_configuration aws_msk_scram_secret_association aws_msk_serverless_cluster aws_msk_topic aws_msk_vpc_connection aws_mskconnect_custom_plugin aws_mskconnect_worker_configuration aws_nat_gateway aws_network_acl aws_network_acl_rule aws_network_interface aws_network_interface_attachment aws_networkfirewall_firewall aws_networkfirewall_firewall_policy aws_networkfirewall_logging_configuration aws_networkfirewall_resource_policy aws_networkfirewall_rule_group aws_oam_link aws_opensearch_domain aws_opensearch_domain_policy aws_opensearch_domain_saml_options aws_opensearch_outbound_connection aws_opensearch_package_association aws_opensearch_vpc_endpoint aws_opensearchserverless_access_policy aws_opensearchserverless_collection aws_opensearchserverless_collection_group aws_opensearchserverless_lifecycle_policy aws_opensearchserverless_security_policy aws_organizations_policy aws_organizations_policy_attachment aws_pipes_pipe aws_placement_group aws_prometheus_alert_manager_definition aws_prometheus_resource_policy aws_prometheus_rule_group_namespace aws_prometheus_workspace aws_prometheus_workspace_configuration aws_ram_principal_association aws_ram_resource_association aws_ram_resource_share aws_ram_resource_share_accepter aws_rds_cluster aws_rds_cluster_activity_stream aws_rds_cluster_endpoint aws_rds_cluster_instance aws_rds_cluster_parameter_group aws_rds_cluster_role_association aws_rds_reserved_instance aws_rds_shard_group aws_redshift_authentication_profile aws_redshift_cluster aws_redshift_cluster_iam_roles aws_redshift_endpoint_access aws_redshift_logging aws_redshift_parameter_group aws_redshift_scheduled_action aws_redshift_snapshot_copy aws_redshift_snapshot_schedule aws_redshift_snapshot_schedule_association aws_redshift_subnet_group aws_redshift_usage_limit aws_rolesanywhere_profile aws_rolesanywhere_trust_anchor aws_route aws_route53_delegation_set aws_route53_hosted_zone_dnssec aws_route53_key_signing_key aws_route53_record aws_route53_resolver_endpoint aws_route53_resolver_firewall_domain_list aws_route53_resolver_firewall_rule aws_route53_resolver_firewall_rule_group aws_route53_resolver_firewall_rule_group_association aws_route53_resolver_query_log_config aws_route53_resolver_query_log_config_association aws_route53_resolver_rule aws_route53_resolver_rule_association aws_route53_vpc_association_authorization aws_route53_zone aws_route53_zone_association aws_route_table aws_route_table_association aws_s3_account_public_access_block aws_s3_bucket aws_s3_bucket_abac aws_s3_bucket_accelerate_configuration aws_s3_bucket_acl aws_s3_bucket_analytics_configuration aws_s3_bucket_cors_configuration aws_s3_bucket_intelligent_tiering_configuration aws_s3_bucket_inventory aws_s3_bucket_lifecycle_configuration aws_s3_bucket_logging aws_s3_bucket_metadata_configuration aws_s3_bucket_metric aws_s3_bucket_notification aws_s3_bucket_object aws_s3_bucket_object_lock_configuration aws_s3_bucket_ownership_controls aws_s3_bucket_policy aws_s3_bucket_public_access_block aws_s3_bucket_replication_configuration aws_s3_bucket_request_payment_configuration aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_versioning aws_s3_bucket_website_configuration aws_s3_directory_bucket aws_s3_object aws_s3tables_table aws_s3tables_table_bucket aws_s3tables_table_bucket_policy aws_s3tables_table_policy aws_s3vectors_index aws_s3vectors_vector_bucket aws_s3vectors_vector_bucket_policy aws_scheduler_schedule aws_scheduler_schedule_group aws_schemas_discoverer aws_secretsmanager_secret aws_secretsmanager_secret_policy aws_secretsmanager_secret_rotation aws_secretsmanager_secret_version aws_security_group aws_security_group_rule aws_service_discovery_service aws_ses_domain_dkim aws_ses_domain_identity aws_ses_domain_mail_from aws_sfn_state_machine aws_sns_topic aws_sns_topic_data_protection_policy aws_sns_topic_policy aws_sns_topic_subscription aws_spot_instance_request aws_sqs_queue aws_sqs_queue_policy aws_sqs_queue_redrive_allow_policy aws_sqs_queue_redrive_policy aws_ssm_activation aws_ssm_parameter aws_subnet aws_volume_attachment aws_vpc aws_vpc_block_public_access_exclusion aws_vpc_block_public_access_options aws_vpc_dhcp_options aws_vpc_dhcp_options_association aws_vpc_endpoint aws_vpc_endpoint_route_table_association aws_vpc_endpoint_security_group_association aws_vpc_endpoint_subnet_association aws_vpc_ipv4_cidr_block_association aws_vpc_ipv6_cidr_block_association aws_vpc_peering_connection aws_vpc_security_group_egress_rule aws_vpc_security_group_ingress_rule aws_vpn_connection aws_vpn_connection_route aws_vpn_gateway aws_vpn_gateway_attachment aws_vpn_gateway_route_propagation aws_wafv2_ip_set aws_wafv2_regex_pattern_set aws_wafv2_web_acl aws_wafv2_web_acl_association aws_wafv2_web_acl_logging_configuration awsutils_expiring_iam_access_key azurerm_log_analytics_workspace azurerm_management_lock azurerm_sentinel_alert_rule_nrt azurerm_sentinel_alert_rule_scheduled azurerm_sentinel_log_analytics_workspace_onboarding docker_image docker_registry_image github_repository_webhook gitlab_project_hook kubernetes_config_map kubernetes_config_map_v1_data kubernetes_namespace_v1 kubernetes_role_binding_v1 kubernetes_role_v1 local_file local_sensitive_file null_resource random_id random_password random_pet random_string random_uuid terraform_data time_sleep tls_cert_request tls_locally_signed_cert tls_private_key tls_self_signed_cert';

export const PUBLIC_MODULES: Readonly<Record<string, PublicModule>> = {
  'cds-snc/terraform-modules': {
    before: '11.4.6',
    folders: {
      DocumentDB: '44 45 46 47',
      S3: 'bb bs',
      S3_log_bucket: 'bb be bq br bs bw',
      S3_scan_object: {
        from: '3.0.9',
        types: '2n 2o 2s 7i 7k 7m 7z 83 88 8d bn br cl cn co cq cr',
      },
      athena_access_logs: '19 1a 1b',
      attach_tf_plan_policy: '7i 7m',
      auto_revoke_sg_rules: '2f 2g 7k 7l 88 8d',
      aws_goc_password_policy: '7b',
      cds_conformance_pack: {
        from: '6.1.5',
        types: '3e bb bs bz e8',
      },
      client_vpn: '0 2n 4d 4e 4f 7n ce cf ed ee',
      cloudwatch_log_storage: '1a 2r 7k 7l 7y bb bs',
      codebuild_github_runner: '2n 2v 2w 2x 7k 7l',
      empty_log_group_alarm: '2s',
      exposed_iam_credentials_disabler: '2f 2g 2n 7i 7k 7m 88 8d',
      gh_oicd_role: '7h 7k',
      gh_oidc_role: '7h 7k',
      guardduty: '71 76 77 78',
      guardduty_malware_s3: '2s 74 7i 7k 7m',
      guardduty_member: '73 75',
      lambda: '2n 2u 7i 7k 7m 86 88 8d bn',
      lambda_response: '0 1 1z 2n 7i 7k 7m 88 8b 8d av b6',
      lambda_schedule: '2f 2g 2n 2u 4n 4s 7i 7k 7m 86 88 8d bn',
      notify_new_iam_user: '2f 2g 2n 7k 7l 88 8d',
      notify_slack: '2n 7i 7k 7m 88 8d',
      pub_priv_vpc: '2n 3s 3t 3u 5b 6a 7k 7w 96 ar b8 b9 cw cy',
      rds: '2n 3h 3n 3o 3q 3r 7i 7k 7m a5 a8 ca cd ce cf e7',
      rds_activity_stream: '2n 2q 7i 7k 7m 7y 83 88 8c 8d a6 bb bs e3 e7 e9',
      resolver_dns: '2n 2p ax ay az b0 b1 b2',
      schedule_shutdown: '2f 2g 2n 7i 7k 7m 88 8d',
      sentinel_alert_rule: 'dq e8',
      sentinel_forwarder: '2g 2n 7i 7k 7m 88 8d bn cv',
      sentinel_instance: 'dn do dr',
      sentinel_nrt_alert_rule: 'dp e8',
      simple_static_website: '0 1 1z 23 av b6 bb br bs bx dj e7',
      sns: '83 cl',
      spend_notifier: '2f 2g 2n 7i 7k 7m 88 8d',
      terraform: '7h 7k 7m',
      user_login_alarm: '2o 2s',
      vpc: '2n 3s 3t 3u 5b 6a 7i 7k 7m 7w 96 97 98 ar b8 b9 cw cy',
      waf_ip_blocklist: '2f 2g 2n 2o 7i 7k 7m 88 8d dh',
    },
  },
  'cloudposse/terraform-aws-acm-request-certificate': {
    before: '0.19.0',
    folders: {
      '.': '0 1 av e3',
    },
  },
  'cloudposse/terraform-aws-alb': {
    before: '2.6.0',
    folders: {
      '.': {
        from: '0.1.1',
        types:
          '79 7i 7k 7m 7p 7s 7t 8h 8i 8j 8l bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by ce cf cq cv dm e3 ea',
      },
    },
  },
  'cloudposse/terraform-aws-alb-ingress': {
    before: '0.32.0',
    folders: {
      '.': '8k 8l e3',
    },
  },
  'cloudposse/terraform-aws-alb-target-group-cloudwatch-sns-alarms': {
    before: '0.18.0',
    folders: {
      '.': '2s cl cn e3',
    },
  },
  'cloudposse/terraform-aws-backup': {
    before: '1.2.0',
    folders: {
      '.': '1j 1o 1p 1q 7k 7m e3',
    },
  },
  'cloudposse/terraform-aws-cloudfront-cdn': {
    before: '1.9.0',
    folders: {
      '.': {
        from: '0.12.1',
        types:
          '1z 21 23 79 7i 7k 7m 7p 7s 7t av bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
      },
    },
  },
  'cloudposse/terraform-aws-cloudfront-s3-cdn': {
    before: '2.1.2',
    folders: {
      '.': {
        from: '0.1.3',
        types:
          '1z 21 22 23 79 7i 7k 7m 7p 7s 7t av bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 e5 ea',
      },
      'modules/lambda@edge': '7g 7i 7k 7l 7m 88 8d e3 ea',
    },
  },
  'cloudposse/terraform-aws-cloudtrail': {
    before: '0.25.0',
    folders: {
      '.': {
        from: '0.1.2',
        types: '28 79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
      },
    },
  },
  'cloudposse/terraform-aws-cloudtrail-s3-bucket': {
    before: '0.31.1',
    folders: {
      '.': '79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
    },
  },
  'cloudposse/terraform-aws-cloudwatch-logs': {
    before: '0.7.0',
    folders: {
      '.': '2n 2q 79 7g 7i 7k 7l 7m 7p 7s 7t cv dm e3',
    },
  },
  'cloudposse/terraform-aws-codebuild': {
    before: '2.0.3',
    folders: {
      '.': {
        from: '0.5.1',
        types: '2v 2w 7i 7j 7k 7m bb be bj bk bq bs bv bw e3 e7',
      },
    },
  },
  'cloudposse/terraform-aws-config': {
    before: '1.7.0',
    folders: {
      '.': '39 3a 3b 3c 3d 3f 79 7g 7i 7k 7l 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cl cn co cq cr cv dm e3 ea',
      'modules/conformance-pack': '3e e3',
    },
  },
  'cloudposse/terraform-aws-config-storage': {
    before: '1.1.0',
    folders: {
      '.': '79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
    },
  },
  'cloudposse/terraform-aws-documentdb-cluster': {
    before: '1.2.0',
    folders: {
      '.': '44 45 46 47 av ce cf cv e3 e5',
    },
  },
  'cloudposse/terraform-aws-dynamic-subnets': {
    before: '3.1.1',
    folders: {
      '.': {
        from: '0.2.3',
        types: '5b 5c 7v 96 97 98 ar b8 b9 ce cf cw e3',
      },
    },
  },
  'cloudposse/terraform-aws-dynamodb': {
    before: '0.38.0',
    folders: {
      '.': 'l n 4b 7k 7l e3',
    },
  },
  'cloudposse/terraform-aws-dynamodb-autoscaler': {
    before: '0.17.0',
    folders: {
      '.': 'l n 7k 7l e3',
    },
  },
  'cloudposse/terraform-aws-ec2-autoscale-group': {
    before: '0.44.0',
    folders: {
      '.': '1c 1d 2s 8g e3',
    },
  },
  'cloudposse/terraform-aws-ec2-bastion-server': {
    before: '0.32.0',
    folders: {
      '.': {
        from: '0.2.1',
        types: '5b 7g 7k 7l 7v av ce cf e3 e4',
      },
    },
  },
  'cloudposse/terraform-aws-ec2-instance': {
    before: '2.0.1',
    folders: {
      '.': {
        from: '0.5.2',
        types: '2s 4c 5b 7g 7i 7k 7m 7v 99 9a ce cf cx e3 e4',
      },
    },
  },
  'cloudposse/terraform-aws-ecr': {
    before: '1.0.1',
    folders: {
      '.': {
        from: '0.2.1',
        types: '4n 4r 4s 4u 7g 7i 7k 7m e3',
      },
      'modules/scanning_configuration': '4q e3',
    },
  },
  'cloudposse/terraform-aws-ecs-alb-service-task': {
    before: '0.78.1',
    folders: {
      '.': '51 52 7k 7l 7m ce cf e3 e4',
    },
  },
  'cloudposse/terraform-aws-ecs-cloudwatch-autoscaling': {
    before: '1.1.0',
    folders: {
      '.': 'l n e3',
    },
  },
  'cloudposse/terraform-aws-ecs-cloudwatch-sns-alarms': {
    before: '0.14.0',
    folders: {
      '.': '2s cl cn e3',
    },
  },
  'cloudposse/terraform-aws-ecs-cluster': {
    before: '2.1.0',
    folders: {
      '.': '1c 1d 2s 4x 4y 4z 7g 7k 7m 8g e3',
    },
  },
  'cloudposse/terraform-aws-ecs-container-definition': {
    before: '0.62.0',
    folders: {
      '.': '',
    },
  },
  'cloudposse/terraform-aws-efs': {
    before: '1.6.0',
    folders: {
      '.': {
        from: '0.2.1',
        types: '54 55 56 57 58 av ce cf e3 e4',
      },
    },
  },
  'cloudposse/terraform-aws-eks-cluster': {
    before: '4.11.1',
    folders: {
      '.': '2n 5d 5e 5f 5g 5h 7h 7i 7k 7l 7m 7z 83 ce cf db dw e1 e3 e4',
    },
  },
  'cloudposse/terraform-aws-eks-iam-role': {
    before: '2.3.0',
    folders: {
      '.': '7i 7k 7m e3',
    },
  },
  'cloudposse/terraform-aws-eks-node-group': {
    before: '3.4.1',
    folders: {
      '.': '5k 7i 7k 7m 8g ce cf e3 e4 e6',
    },
  },
  'cloudposse/terraform-aws-elastic-beanstalk-application': {
    before: '0.13.0',
    folders: {
      '.': {
        from: '0.1.2',
        types: '5m 7k 7m e3',
      },
    },
  },
  'cloudposse/terraform-aws-elastic-beanstalk-environment': {
    before: '0.54.0',
    folders: {
      '.': {
        from: '0.2.1',
        types:
          '5n 79 7g 7i 7k 7l 7m 7p 7s 7t 8k av bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by ce cf cq cu cv dm e3 e4 e7 ea',
      },
    },
  },
  'cloudposse/terraform-aws-elasticache-redis': {
    before: '2.2.0',
    folders: {
      '.': {
        from: '0.3.1',
        types: '2s 5q 5r 5s 5t av ce cf e3 e4',
      },
    },
  },
  'cloudposse/terraform-aws-elasticsearch': {
    before: '2.1.1',
    folders: {
      '.': '5x 5y 7k 7o 9h 9i av ce cf e3',
    },
  },
  'cloudposse/terraform-aws-guardduty': {
    before: '1.1.0',
    folders: {
      '.': '2f 2g 71 72 cl cn co cq cr e3',
    },
  },
  'cloudposse/terraform-aws-iam-policy': {
    before: '2.0.3',
    folders: {
      '.': '7i 7l 7m e3',
    },
  },
  'cloudposse/terraform-aws-iam-policy-document-aggregator': {
    before: '0.9.0',
    folders: {
      '.': 'e3',
    },
  },
  'cloudposse/terraform-aws-iam-role': {
    before: '1.1.0',
    folders: {
      '.': '7g 7i 7k 7l 7m e3',
    },
  },
  'cloudposse/terraform-aws-iam-s3-user': {
    before: '1.3.0',
    folders: {
      '.': '79 7p 7s 7t cv dm e3',
    },
  },
  'cloudposse/terraform-aws-iam-system-user': {
    before: '1.3.0',
    folders: {
      '.': '79 7p 7s 7t cv dm e3',
    },
  },
  'cloudposse/terraform-aws-key-pair': {
    before: '0.21.0',
    folders: {
      '.': {
        from: '0.1.2',
        types: '7x cv e1 e2 e3 ed',
      },
    },
  },
  'cloudposse/terraform-aws-kms-key': {
    before: '0.13.0',
    folders: {
      '.': '7z 83 e3',
    },
  },
  'cloudposse/terraform-aws-lambda-function': {
    before: '0.6.2',
    folders: {
      '.': '2n 2q 79 7g 7i 7k 7l 7m 7p 7s 7t 88 8d cv dm e3',
    },
  },
  'cloudposse/terraform-aws-lb-s3-bucket': {
    before: '0.21.0',
    folders: {
      '.': '79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
    },
  },
  'cloudposse/terraform-aws-mq-broker': {
    before: '3.6.0',
    folders: {
      '.': '8v 8w ce cf cv e3 e4 e5 e6 e7',
    },
  },
  'cloudposse/terraform-aws-msk-apache-kafka-cluster': {
    before: '2.6.0',
    folders: {
      '.': 'l n 8x 8z 90 av ce cf e3 e4',
    },
  },
  'cloudposse/terraform-aws-rds': {
    before: '1.4.0',
    folders: {
      '.': {
        from: '0.2.1',
        types: '3i 3l 3m 3r av ce cf e3 e7',
      },
    },
  },
  'cloudposse/terraform-aws-rds-cloudwatch-sns-alarms': {
    before: '0.5.0',
    folders: {
      '.': '2s 3h cl cn e3',
    },
  },
  'cloudposse/terraform-aws-rds-cluster': {
    before: '2.5.1',
    folders: {
      '.': {
        from: '0.2.1',
        types: 'l n 3m 3r 7k 7m a5 a6 a8 a9 ab av ce cf e3 e6',
      },
    },
  },
  'cloudposse/terraform-aws-route53-alias': {
    before: '0.14.0',
    folders: {
      '.': 'av e3',
    },
  },
  'cloudposse/terraform-aws-route53-cluster-hostname': {
    before: '0.14.0',
    folders: {
      '.': 'av e3',
    },
  },
  'cloudposse/terraform-aws-route53-cluster-zone': {
    before: '0.17.0',
    folders: {
      '.': {
        from: '0.2.2',
        types: 'av b6 e3',
      },
    },
  },
  'cloudposse/terraform-aws-s3-bucket': {
    before: '4.15.0',
    folders: {
      '.': '79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cv dm e3 ea',
    },
  },
  'cloudposse/terraform-aws-s3-log-storage': {
    before: '2.1.0',
    folders: {
      '.': {
        from: '0.1.2',
        types: '79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
      },
    },
  },
  'cloudposse/terraform-aws-s3-website': {
    before: '0.19.0',
    folders: {
      '.': {
        from: '0.1.2',
        types: '79 7i 7k 7m 7p 7s 7t av bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
      },
    },
  },
  'cloudposse/terraform-aws-security-group': {
    before: '2.3.0',
    folders: {
      '.': 'ce cf e3 e4',
      exports: '',
    },
  },
  'cloudposse/terraform-aws-ses': {
    before: '0.26.0',
    folders: {
      '.': '79 7c 7e 7p 7q 7s 7t av ch ci cj cv dm e3',
    },
  },
  'cloudposse/terraform-aws-sns-topic': {
    before: '1.3.0',
    folders: {
      '.': 'cl cn co cq cr e3',
    },
  },
  'cloudposse/terraform-aws-ssm-parameter-store': {
    before: '0.14.0',
    folders: {
      '.': 'cv e3',
    },
  },
  'cloudposse/terraform-aws-ssm-tls-ssh-key-pair': {
    before: '0.11.0',
    folders: {
      '.': 'cv e3 ed',
    },
  },
  'cloudposse/terraform-aws-step-functions': {
    before: '0.3.0',
    folders: {
      '.': '2n 7i 7j 7k ck e3',
    },
  },
  'cloudposse/terraform-aws-tfstate-backend': {
    before: '1.10.0',
    folders: {
      '.': '4b 79 7i 7k 7m 7p 7s 7t bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e1 e3 ea',
    },
  },
  'cloudposse/terraform-aws-utils': {
    before: '1.5.0',
    folders: {
      '.': 'e3',
    },
  },
  'cloudposse/terraform-aws-vpc': {
    before: '3.0.1',
    folders: {
      '.': {
        from: '0.2.1',
        types: '3s 3t 3u 5a 5b 5c 7v 7w 96 97 98 ar b8 b9 ce cf cw cy d7 d8 e3 e4',
      },
      'modules/vpc-endpoints': 'd3 d4 d5 d6 e3 ea',
    },
  },
  'cloudposse/terraform-aws-vpc-flow-logs-s3-bucket': {
    before: '1.4.0',
    folders: {
      '.': '6a 79 7i 7k 7m 7p 7s 7t 7z 83 bb bd be bg bh bj bk bn bp bq br bs bt bu bv bw bx by cq cv dm e3 ea',
    },
  },
  'cloudposse/terraform-aws-vpc-peering': {
    before: '1.1.0',
    folders: {
      '.': 'ar d9 e3',
    },
  },
  'cloudposse/terraform-aws-waf': {
    before: '1.18.0',
    folders: {
      '.': 'dh dj dk dl e3',
    },
  },
  'cloudposse/terraform-null-label': {
    before: '0.26.0',
    folders: {
      '.': 'e3',
      exports: 'e3',
    },
  },
  'cloudposse/terraform-terraform-label': {
    before: '0.9.0',
    folders: {
      '.': '',
    },
  },
  'hashicorp/terraform-cidr-subnets': {
    before: '1.1.0',
    folders: {
      '.': '',
    },
  },
  'hashicorp/terraform-template-dir': {
    before: '1.1.0',
    folders: {
      '.': '',
    },
  },
  'lgallard/terraform-aws-backup': {
    before: '1.11.0',
    folders: {
      '.': '1g 1h 1i 1j 1k 1l 1m 1n 1o 1p 1q 1r 1s 7i 7k 7m 83 9s 9t cn e3 e7',
    },
  },
  'lgallard/terraform-aws-cognito-user-pool': {
    before: '5.2.0',
    folders: {
      '.': {
        from: '4.1.3',
        types: '30 31 32 33 34 35 36 37 38',
      },
    },
  },
  'nhsdigital/nhs-notify-shared-modules': {
    before: '5.0.8',
    folders: {
      'infrastructure/modules/amp_branch': '5',
      'infrastructure/modules/kms': '7i 7z 83 85',
      'infrastructure/modules/lambda': '2f 2g 2n 2r 7i 7k 7l 7m 88 89 8d bz cq',
      'infrastructure/modules/obs-datasource': '7i 7k 7m 9g',
      'infrastructure/modules/s3bucket': 'bb be bj bk bn bq br bs bv bw',
      'infrastructure/modules/sqs': 'cq cr ct',
      'infrastructure/modules/ssl': 'cv eb ec ed ee',
      'infrastructure/terraform/bootstrap': '4b 83 bb bj bq br bs bv bw',
      'infrastructure/terraform/components/acct': 'as b6',
      'infrastructure/terraform/components/examplecomponent': '',
      'infrastructure/terraform/modules/amp_branch': '5',
      'infrastructure/terraform/modules/kms': '7i 7z 83 85',
      'infrastructure/terraform/modules/lambda': '2f 2g 2n 2r 2s 7i 7k 7l 7m 88 89 8d bz cq',
      'infrastructure/terraform/modules/obs-datasource': '7i 7k 7m 9g',
      'infrastructure/terraform/modules/s3bucket': 'bb bc be bj bk bn bq br bs bv bw',
      'infrastructure/terraform/modules/sqs': '2s cq cr ct',
      'infrastructure/terraform/modules/ssl': 'cv eb ec ed ee',
    },
  },
  'squidfunk/terraform-aws-api-gateway-enable-cors': {
    before: '0.4.0',
    folders: {
      '.': '6 7 8 9',
    },
  },
  'terraform-aws-modules/terraform-aws-acm': {
    before: '6.4.0',
    folders: {
      '.': '0 1 av',
    },
  },
  'terraform-aws-modules/terraform-aws-alb': {
    before: '10.6.0',
    folders: {
      '.': '2 3 4 8d 8h 8i 8j 8k 8l 8m av bb ce cf da db dk',
      'modules/lb_trust_store': '8n 8o',
    },
  },
  'terraform-aws-modules/terraform-aws-apigateway-v2': {
    before: '6.2.0',
    folders: {
      '.': '0 1 a b c d e f g h i j k 2n av',
    },
  },
  'terraform-aws-modules/terraform-aws-app-runner': {
    before: '1.3.0',
    folders: {
      '.': 'u v w x y z 10 7i 7k 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-appconfig': {
    before: '2.1.0',
    folders: {
      '.': 'o p q r s t 7i 7k 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-appsync': {
    before: '4.1.0',
    folders: {
      '.': '11 12 13 14 15 16 17 18 7k 7l 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-atlantis': {
    before: '5.2.0',
    folders: {
      '.': '0 1 2 3 4 l m n 2n 3g 3r 3s 3t 3u 3v 4x 4y 4z 51 52 53 54 55 56 57 58 59 5a 5b 5t 6a 7g 7i 7k 7l 7m 7w 8d 8h 8i 8j 8k 8l 8m 8p 96 97 98 an ar av b8 b9 bb ce cf cv cw cy cz d0 d1 d2 d3 d4 d7 da db de df dg dk du e4 ea',
      'modules/github-repository-webhook': 'du',
      'modules/gitlab-repository-webhook': 'dv',
    },
  },
  'terraform-aws-modules/terraform-aws-autoscaling': {
    before: '9.3.0',
    folders: {
      '.': '1c 1d 1e 1f 7g 7k 7m 8f 8g e3 e6',
      'modules/autoscaling_group': '1c',
      'modules/launch_configuration': '8f',
    },
  },
  'terraform-aws-modules/terraform-aws-batch': {
    before: '3.2.0',
    folders: {
      '.': '1t 1u 1v 1w 7g 7k 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-cloudfront': {
    before: '6.7.0',
    folders: {
      '.': '1x 1y 1z 20 21 22 23 24 25 27 2k 2l 2m',
      'modules/trust_store': '26',
    },
  },
  'terraform-aws-modules/terraform-aws-cloudwatch': {
    before: '5.8.0',
    folders: {
      'modules/cis-alarms': '2o 2s e6',
      'modules/composite-alarm': '29',
      'modules/log-account-policy': '2h',
      'modules/log-anomaly-detector': '2i',
      'modules/log-data-protection-policy': '2j',
      'modules/log-group': '2n',
      'modules/log-metric-filter': '2o',
      'modules/log-stream': '2q',
      'modules/log-subscription-filter': '2r',
      'modules/metric-alarm': '2s',
      'modules/metric-alarms-by-multiple-dimensions': '2s',
      'modules/metric-stream': '2t',
      'modules/query-definition': '2u',
    },
  },
  'terraform-aws-modules/terraform-aws-datadog-forwarders': {
    before: '7.3.0',
    folders: {
      '.': '2n 7i 7k 7m 80 88 8d bb bd be bf bg bh bi bj bk bl bm bo bp bq br bs bt bu bv bw bx by bz d3 e3',
      'modules/log_forwarder':
        '2n 7i 7k 7m 88 8d bb bd be bf bg bh bi bj bk bl bm bo bp bq br bs bt bu bv bw bx by bz e3',
      'modules/rds_enhanced_monitoring_forwarder': '2n 7i 7k 7m 80 88 8d e3',
      'modules/vpc_flow_log_forwarder': '2n 7i 7k 7m 80 88 8d e3',
    },
  },
  'terraform-aws-modules/terraform-aws-dms': {
    before: '2.7.0',
    folders: {
      '.': '3w 3x 3y 3z 40 41 42 43 7i 7k 7m ea',
    },
  },
  'terraform-aws-modules/terraform-aws-dynamodb-table': {
    before: '5.6.0',
    folders: {
      '.': 'l n 4a 4b',
    },
  },
  'terraform-aws-modules/terraform-aws-ec2-instance': {
    before: '6.5.0',
    folders: {
      '.': '4c 4g 5b 7g 7k 7m 7v ce cp cx da db',
    },
  },
  'terraform-aws-modules/terraform-aws-ecr': {
    before: '3.3.0',
    folders: {
      '.': '4n 4o 4p 4q 4r 4s 4u 4v 4w',
      'modules/repository-template': '4o 4t 7i 7k 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-ecs': {
    before: '7.6.0',
    folders: {
      '.': 'l m n 2n 4x 4y 4z 51 52 53 7g 7i 7k 7l 7m ce cf da db ea',
      'modules/cluster': '2n 4x 4y 4z 7g 7i 7k 7m ce da db ea',
      'modules/container-definition': '2n',
      'modules/ecs-instance-profile': '7g 7k 7m',
      'modules/express-service': '2n 50 7i 7k 7m ce da db',
      'modules/service': 'l m n 2n 51 52 53 7i 7k 7l 7m ce cf da db',
    },
  },
  'terraform-aws-modules/terraform-aws-efs': {
    before: '2.1.0',
    folders: {
      '.': '54 55 56 57 58 59 ce cf da db',
    },
  },
  'terraform-aws-modules/terraform-aws-eks': {
    before: '21.20.0',
    folders: {
      '.': '1c 1e 2n 4g 5d 5e 5f 5h 5i 5j 5k 7g 7h 7i 7k 7l 7m 7o 7z 81 82 83 84 85 8f 8g 9v ce cf da db dw dx e1 e3 e6 ea',
      'modules/_user_data': 'e3',
      'modules/aws-auth': 'dw dx',
      'modules/capability': '5g 7i 7k 7m ea',
      'modules/eks-managed-node-group': '1e 5k 7k 7l 7m 8g 9v ce cf da db e3',
      'modules/fargate': '5i 7k 7m',
      'modules/fargate-profile': '5i 7k 7l 7m',
      'modules/hybrid-node-role': '7i 7k 7m ap aq',
      'modules/karpenter': '2f 2g 5d 5l 7g 7i 7k 7l 7m cq cr',
      'modules/node_groups': '5k 8g e6',
      'modules/self-managed-node-group': '1c 1e 5d 7g 7k 7l 7m 8g 9v ce cf da db e3',
      'modules/tf_util_ebs_optimized': '',
    },
  },
  'terraform-aws-modules/terraform-aws-eks-pod-identity': {
    before: '2.9.0',
    folders: {
      '.': '5l 7i 7k 7m',
    },
  },
  'terraform-aws-modules/terraform-aws-elasticache': {
    before: '1.11.0',
    folders: {
      '.': '2n 5o 5p 5q 5r 5t ce da db e4',
      'modules/serverless-cache': '5s',
      'modules/user-group': '5u 5v 5w',
    },
  },
  'terraform-aws-modules/terraform-aws-elb': {
    before: '4.1.0',
    folders: {
      '.': '5z 60',
      'modules/elb': '5z',
      'modules/elb_attachment': '60',
    },
  },
  'terraform-aws-modules/terraform-aws-emr': {
    before: '3.3.0',
    folders: {
      '.': '61 62 63 64 65 7g 7i 7k 7m ce cf da db',
      'modules/serverless': '69 ce cf da db',
      'modules/studio': '66 67 7i 7k 7m ce cf da db',
      'modules/virtual-cluster': '2n 68 7i 7k 7m dy dz e0',
    },
  },
  'terraform-aws-modules/terraform-aws-eventbridge': {
    before: '4.4.0',
    folders: {
      '.': '2a 2b 2c 2d 2e 2f 2g 2k 2l 2m 7i 7j 7k 7m 9u c7 c8 c9',
    },
  },
  'terraform-aws-modules/terraform-aws-fsx': {
    before: '1.4.0',
    folders: {
      'modules/lustre': '2n 6b 6c 6d 6e ce da db',
      'modules/ontap': '6f 6g 6h ce da db',
      'modules/openzfs': '6i 6j 6k ce da db',
      'modules/windows': '2n 6l ce da db',
    },
  },
  'terraform-aws-modules/terraform-aws-global-accelerator': {
    before: '3.1.0',
    folders: {
      '.': '6m 6q 6r',
      'modules/custom-routing': '6n 6o 6p',
    },
  },
  'terraform-aws-modules/terraform-aws-iam': {
    before: '6.5.1',
    folders: {
      'modules/iam-account': '7a 7b',
      'modules/iam-assumable-role': '7g 7k 7l 7m',
      'modules/iam-assumable-role-with-iodc': '7k 7m',
      'modules/iam-assumable-role-with-oidc': '7k 7l 7m',
      'modules/iam-assumable-role-with-saml': '7k 7m',
      'modules/iam-assumable-roles': '7k 7m',
      'modules/iam-assumable-roles-with-saml': '7k 7m',
      'modules/iam-eks-role': '7k 7m',
      'modules/iam-github-oidc-provider': '7h',
      'modules/iam-github-oidc-role': '7k 7m',
      'modules/iam-group': '7c 7d 7f 7i',
      'modules/iam-group-with-assumable-roles-policy': '7c 7d 7f 7i',
      'modules/iam-group-with-policies': '7c 7d 7f 7i',
      'modules/iam-oidc-provider': '7h',
      'modules/iam-policy': '7i',
      'modules/iam-read-only-policy': '7i',
      'modules/iam-role': '7g 7k 7l 7m',
      'modules/iam-role-for-service-accounts': '7i 7k 7l 7m',
      'modules/iam-role-for-service-accounts-eks': '7i 7k 7m',
      'modules/iam-user': '79 7m 7p 7r 7s 7t 7u',
    },
  },
  'terraform-aws-modules/terraform-aws-key-pair': {
    before: '3.1.0',
    folders: {
      '.': '7x ed',
    },
  },
  'terraform-aws-modules/terraform-aws-kms': {
    before: '4.3.0',
    folders: {
      '.': '7z 81 82 83 84 85',
    },
  },
  'terraform-aws-modules/terraform-aws-lambda': {
    before: '8.9.0',
    folders: {
      '.': '2n 7i 7j 7k 7l 7m 86 87 88 89 8a 8b 8c 8d 8e bo bz e1 e3 e9',
      'modules/alias': '86 87 89 8d',
      'modules/deploy': '2y 2z 7i 7k 7m e1 e3',
      'modules/docker-build': '4n 4s ds dt e3',
    },
  },
  'terraform-aws-modules/terraform-aws-managed-service-grafana': {
    before: '2.4.0',
    folders: {
      '.': '6u 6v 6w 6x 6y 6z 70 7i 7k 7m ce cf',
    },
  },
  'terraform-aws-modules/terraform-aws-managed-service-prometheus': {
    before: '4.4.0',
    folders: {
      '.': '2n 9w 9x 9y 9z a0',
    },
  },
  'terraform-aws-modules/terraform-aws-memory-db': {
    before: '3.1.0',
    folders: {
      '.': '8q 8r 8s 8t 8u',
    },
  },
  'terraform-aws-modules/terraform-aws-msk-kafka-cluster': {
    before: '3.4.0',
    folders: {
      '.': 'l n 2n 6s 6t 8x 8y 8z 90 92 93 94 95 e4',
      'modules/serverless': '8y 91',
    },
  },
  'terraform-aws-modules/terraform-aws-network-firewall': {
    before: '2.1.0',
    folders: {
      '.': '9b 9c 9d 9e a2',
      'modules/firewall': '9b 9d',
      'modules/policy': '9c 9e a2',
      'modules/rule-group': '9e 9f a2',
    },
  },
  'terraform-aws-modules/terraform-aws-notify-slack': {
    before: '7.6.0',
    folders: {
      '.': '2n 7i 7j 7k 7l 7m 86 87 88 89 8a 8b 8c 8d 8e bo bz cl co e1 e3 e9',
    },
  },
  'terraform-aws-modules/terraform-aws-opensearch': {
    before: '2.11.0',
    folders: {
      '.': '2n 2p 9h 9i 9j 9k 9l 9m ce da db',
      'modules/collection': '9n 9o 9p 9q 9r',
    },
  },
  'terraform-aws-modules/terraform-aws-rds': {
    before: '7.3.0',
    folders: {
      '.': '2n 3i 3k 3l 3m 3r 7j 7k 7m cc e4 e5',
      'modules/db_instance': '2n 3i 7j 7k 7m cc e4',
      'modules/db_instance_automated_backups_replication': '3j',
      'modules/db_instance_role_association': '3k',
      'modules/db_option_group': '3l',
      'modules/db_parameter_group': '3m',
      'modules/db_subnet_group': '3r',
    },
  },
  'terraform-aws-modules/terraform-aws-rds-aurora': {
    before: '10.3.0',
    folders: {
      '.': 'l n 2n 3m 3r 7k 7m a5 a6 a7 a8 a9 aa ac cc ce cf da db e4 e5',
      'modules/dsql': '48 49',
    },
  },
  'terraform-aws-modules/terraform-aws-rds-proxy': {
    before: '4.5.0',
    folders: {
      '.': '2n 3n 3o 3p 3q 7k 7l',
    },
  },
  'terraform-aws-modules/terraform-aws-redshift': {
    before: '7.2.0',
    folders: {
      '.': '2n 7k 7l ad ae af ag ah ai aj ak al am an ao cc ce cf da db e5',
    },
  },
  'terraform-aws-modules/terraform-aws-route53': {
    before: '6.5.0',
    folders: {
      '.': '7z 81 82 83 84 85 at au av b5 b6',
      'modules/delegation-sets': 'as',
      'modules/records': 'av',
      'modules/resolver-endpoint': 'aw b3 b4 ce da db',
      'modules/resolver-endpoints': 'aw ce',
      'modules/resolver-firewall-rule-group': 'a2 ax ay az',
      'modules/resolver-rule-associations': 'b4',
      'modules/zone-cross-account-vpc-association': 'b5 b7',
      'modules/zones': 'b6',
    },
  },
  'terraform-aws-modules/terraform-aws-s3-bucket': {
    before: '5.16.0',
    folders: {
      '.': 'bb bd be bf bg bh bi bj bk bl bm bp bq br bs bt bu bv bw bx by',
      'modules/account-public-access': 'ba',
      'modules/notification': '8d bn cn cr',
      'modules/object': 'bo bz',
      'modules/table-bucket': 'c0 c1 c2 c3',
      'modules/vectors': 'c4 c5 c6',
    },
  },
  'terraform-aws-modules/terraform-aws-secrets-manager': {
    before: '2.1.0',
    folders: {
      '.': 'ca cb cc cd e5',
    },
  },
  'terraform-aws-modules/terraform-aws-security-group': {
    before: '5.4.0',
    folders: {
      '.': 'ce cf',
      'modules/_templates': 'ce cf',
      'modules/activemq': 'ce cf',
      'modules/alertmanager': 'ce cf',
      'modules/carbon-relay-ng': 'ce cf',
      'modules/cassandra': 'ce cf',
      'modules/consul': 'ce cf',
      'modules/dax-cluster': 'ce cf',
      'modules/docker-swarm': 'ce cf',
      'modules/elasticsearch': 'ce cf',
      'modules/etcd': 'ce cf',
      'modules/grafana': 'ce cf',
      'modules/graphite-statsd': 'ce cf',
      'modules/http-80': 'ce cf',
      'modules/http-8080': 'ce cf',
      'modules/https-443': 'ce cf',
      'modules/https-8443': 'ce cf',
      'modules/ipsec-4500': 'ce cf',
      'modules/ipsec-500': 'ce cf',
      'modules/kafka': 'ce cf',
      'modules/kibana': 'ce cf',
      'modules/kubernetes-api': 'ce cf',
      'modules/ldap': 'ce cf',
      'modules/ldaps': 'ce cf',
      'modules/logstash': 'ce cf',
      'modules/loki': 'ce cf',
      'modules/memcached': 'ce cf',
      'modules/minio': 'ce cf',
      'modules/mongodb': 'ce cf',
      'modules/mssql': 'ce cf',
      'modules/mysql': 'ce cf',
      'modules/nfs': 'ce cf',
      'modules/nomad': 'ce cf',
      'modules/ntp': 'ce cf',
      'modules/openvpn': 'ce cf',
      'modules/oracle-db': 'ce cf',
      'modules/postgresql': 'ce cf',
      'modules/prometheus': 'ce cf',
      'modules/promtail': 'ce cf',
      'modules/puppet': 'ce cf',
      'modules/rabbitmq': 'ce cf',
      'modules/rdp': 'ce cf',
      'modules/redis': 'ce cf',
      'modules/redshift': 'ce cf',
      'modules/smtp': 'ce cf',
      'modules/smtp-submission': 'ce cf',
      'modules/smtps': 'ce cf',
      'modules/solr': 'ce cf',
      'modules/splunk': 'ce cf',
      'modules/squid': 'ce cf',
      'modules/ssh': 'ce cf',
      'modules/storm': 'ce cf',
      'modules/vault': 'ce cf',
      'modules/wazuh': 'ce cf',
      'modules/web': 'ce cf',
      'modules/winrm': 'ce cf',
      'modules/zabbix': 'ce cf',
      'modules/zipkin': 'ce cf',
      'modules/zookeeper': 'ce cf',
    },
  },
  'terraform-aws-modules/terraform-aws-sns': {
    before: '7.2.0',
    folders: {
      '.': 'cl cm cn co',
    },
  },
  'terraform-aws-modules/terraform-aws-sqs': {
    before: '5.3.0',
    folders: {
      '.': 'cq cr cs ct',
    },
  },
  'terraform-aws-modules/terraform-aws-ssm-parameter': {
    before: '2.2.0',
    folders: {
      '.': 'cv',
    },
  },
  'terraform-aws-modules/terraform-aws-step-functions': {
    before: '5.1.0',
    folders: {
      '.': '2n 7i 7j 7k 7m ck',
    },
  },
  'terraform-aws-modules/terraform-aws-transit-gateway': {
    before: '3.3.0',
    folders: {
      '.': '4g 4h 4i 4j 4k 4l 4m a1 a2 a3 a4 ar',
    },
  },
  'terraform-aws-modules/terraform-aws-vpc': {
    before: '6.7.0',
    folders: {
      '.': '2n 3g 3r 3s 3t 3u 3v 5a 5b 5t 6a 7i 7k 7m 7w 8p 96 97 98 an ar b8 b9 cw cy cz d0 d1 d2 d3 d4 d7 de df dg',
      'modules/flow-log': '2n 6a 7i 7k 7m',
      'modules/vpc-endpoints': 'ce cf d3',
    },
  },
  'terraform-aws-modules/terraform-aws-vpn-gateway': {
    before: '4.1.0',
    folders: {
      '.': '4g dc dd df dg',
    },
  },
  'terraform-aws-modules/terraform-aws-wafv2': {
    before: '1.2.0',
    folders: {
      '.': 'dj dk dl',
      'modules/ip-set': 'dh',
      'modules/logging-configuration': 'dl',
      'modules/regex-pattern-set': 'di',
      'modules/web-acl-association': 'dk',
    },
  },
  'umotif-public/terraform-aws-waf-webaclv2': {
    before: '5.2.0',
    folders: {
      '.': {
        from: '0.2.1',
        types: 'dj dk dl',
      },
    },
  },
  'unfunco/terraform-aws-oidc-github': {
    before: '3.0.2',
    folders: {
      '.': '7h 7k 7l 7m',
    },
  },
  'wellcomecollection/terraform-aws-acm-certificate': {
    before: '2.1.0',
    folders: {
      '.': '0 1 av',
    },
  },
  'wellcomecollection/terraform-aws-ecs-service': {
    before: '4.3.2',
    folders: {
      autoscaling: 'l n',
      'modules/autoscaling': 'l n',
      'modules/container_definition': '',
      'modules/ec2_capacity_provider': '1c 4x 7g 7k 7l 8g',
      'modules/firelens': '2n',
      'modules/nginx/apigw': '',
      'modules/nginx/frontend': '',
      'modules/scheduled_scale_down': 'm',
      'modules/secret_arns': '',
      'modules/secret_references': '',
      'modules/secrets': '7l',
      'modules/service': '51 7k 7l c7 cg',
      'modules/service/iam_role': '7k 7l',
      'modules/task_definition': '52 7k 7l',
      'modules/task_definition/iam_role': '7k 7l',
      service: '51 7k 7l cg',
      'service/iam_role': '7k 7l',
      'task_definition/container_with_sidecar': '2n 52 7k 7l',
      'task_definition/modules/env_vars': '',
      'task_definition/modules/iam_role': '7k 7l',
      'task_definition/modules/secrets': '7l',
      'task_definition/single_container': '2n 52 7k 7l',
    },
  },
  'wellcomecollection/terraform-aws-lambda': {
    before: '1.3.0',
    folders: {
      '.': '2n 2r 2s 7i 7k 7l 7m 88',
    },
  },
  'wellcomecollection/terraform-aws-secrets': {
    before: '1.6.0',
    folders: {
      '.': 'ca cd',
    },
  },
};
