import { META, object, objects, type Service, type Shape, spelled, TAGS } from '../row.ts';

const ACTION: Shape = {
  allow: object('Allow', { custom_request_handling: META }),
  block: object('Block', { custom_response: META }),
  captcha: object('Captcha', { custom_request_handling: META }),
  challenge: object('Challenge', { custom_request_handling: META }),
  count: object('Count', { custom_request_handling: META }),
};

const FORWARDED = object('ForwardedIPConfig', spelled('fallback_behavior', 'header_name'));
const OVERRIDES = objects('RuleActionOverrides', {
  name: 'Name',
  action_to_use: object('ActionToUse', ACTION),
});

/** Statements nest; below this depth only that there is one is kept. */
const DEPTH = 2;

function statement(depth: number): Shape {
  const scopeDown = depth === 0 ? META : object('ScopeDownStatement', statement(depth - 1));
  const nested = (to: string) =>
    depth === 0 ? META : object(to, { statement: objects('Statements', statement(depth - 1)) });
  return {
    and_statement: nested('AndStatement'),
    or_statement: nested('OrStatement'),
    not_statement:
      depth === 0 ? META : object('NotStatement', { statement: object('Statement', statement(depth - 1)) }),
    byte_match_statement: object('ByteMatchStatement', {
      ...spelled('positional_constraint', 'search_string'),
      field_to_match: META,
      text_transformation: META,
    }),
    geo_match_statement: object('GeoMatchStatement', {
      country_codes: 'CountryCodes',
      forwarded_ip_config: FORWARDED,
    }),
    ip_set_reference_statement: object('IPSetReferenceStatement', {
      arn: 'Arn',
      ip_set_forwarded_ip_config: object(
        'IPSetForwardedIPConfig',
        spelled('fallback_behavior', 'header_name', 'position'),
      ),
    }),
    label_match_statement: object('LabelMatchStatement', spelled('key', 'scope')),
    ...(depth === DEPTH
      ? {
          managed_rule_group_statement: object('ManagedRuleGroupStatement', {
            ...spelled('name', 'vendor_name', 'version'),
            managed_rule_group_configs: META,
            rule_action_override: OVERRIDES,
            scope_down_statement: scopeDown,
          }),
          rate_based_statement: object('RateBasedStatement', {
            ...spelled('aggregate_key_type', 'evaluation_window_sec', 'limit'),
            custom_key: objects('CustomKeys', {
              cookie: object('Cookie', { name: 'Name', text_transformation: META }),
              header: object('Header', { name: 'Name', text_transformation: META }),
              query_argument: object('QueryArgument', { name: 'Name', text_transformation: META }),
            }),
            forwarded_ip_config: FORWARDED,
            scope_down_statement: scopeDown,
          }),
          rule_group_reference_statement: object('RuleGroupReferenceStatement', {
            arn: 'Arn',
            rule_action_override: OVERRIDES,
          }),
        }
      : {}),
    regex_match_statement: object('RegexMatchStatement', {
      regex_string: 'RegexString',
      field_to_match: META,
      text_transformation: META,
    }),
    regex_pattern_set_reference_statement: object('RegexPatternSetReferenceStatement', {
      arn: 'Arn',
      field_to_match: META,
      text_transformation: META,
    }),
    size_constraint_statement: object('SizeConstraintStatement', {
      ...spelled('comparison_operator', 'size'),
      field_to_match: META,
      text_transformation: META,
    }),
    sqli_match_statement: object('SqliMatchStatement', {
      sensitivity_level: 'SensitivityLevel',
      field_to_match: META,
      text_transformation: META,
    }),
    xss_match_statement: object('XssMatchStatement', { field_to_match: META, text_transformation: META }),
  };
}

const VISIBILITY = object('VisibilityConfig', {
  cloudwatch_metrics_enabled: 'CloudWatchMetricsEnabled',
  ...spelled('metric_name', 'sampled_requests_enabled'),
});

export const waf: Service = {
  types: [
    {
      from: 'aws_wafv2_web_acl',
      to: 'AWS::WAFv2::WebACL',
      properties: {
        ...spelled('description', 'name', 'scope', 'token_domains'),
        name_prefix: META,
        rule_json: META,
        tags: TAGS,
        association_config: META,
        captcha_config: META,
        challenge_config: META,
        custom_response_body: META,
        data_protection_config: META,
        default_action: object('DefaultAction', {
          allow: object('Allow', { custom_request_handling: META }),
          block: object('Block', { custom_response: META }),
        }),
        rule: objects('Rules', {
          ...spelled('name', 'priority'),
          action: object('Action', ACTION),
          override_action: object('OverrideAction', { count: object('Count', {}), none: object('None', {}) }),
          captcha_config: META,
          challenge_config: META,
          rule_label: objects('RuleLabels', spelled('name')),
          statement: object('Statement', statement(DEPTH)),
          visibility_config: VISIBILITY,
        }),
        visibility_config: VISIBILITY,
      },
    },
    {
      from: 'aws_wafv2_web_acl_association',
      to: 'AWS::WAFv2::WebACLAssociation',
      properties: { resource_arn: 'ResourceArn', web_acl_arn: 'WebACLArn' },
    },
    {
      from: 'aws_wafregional_web_acl_association',
      to: 'AWS::WAFRegional::WebACLAssociation',
      properties: { resource_arn: 'ResourceArn', web_acl_id: 'WebACLId' },
    },
    {
      from: 'aws_waf_web_acl',
      to: 'AWS::WAF::WebACL',
      properties: {
        ...spelled('metric_name', 'name'),
        default_action: META,
        logging_configuration: META,
        rules: META,
        tags: META,
      },
    },
    {
      from: 'aws_wafv2_web_acl_logging_configuration',
      to: 'AWS::WAFv2::LoggingConfiguration',
      properties: {
        ...spelled('log_destination_configs', 'resource_arn'),
        logging_filter: META,
        redacted_fields: META,
      },
    },
    {
      from: 'aws_wafv2_ip_set',
      to: 'AWS::WAFv2::IPSet',
      properties: {
        ...spelled('addresses', 'description', 'name', 'scope'),
        ip_address_version: 'IPAddressVersion',
        name_prefix: META,
        tags: TAGS,
      },
    },
  ],
};
