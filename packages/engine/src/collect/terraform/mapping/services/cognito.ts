import { object, objects, pairs, type Service, spelled, withDefault } from '../row.ts';

export const cognito: Service = {
  types: [
    {
      from: 'aws_cognito_user_pool',
      to: 'AWS::Cognito::UserPool',
      properties: {
        ...spelled(
          'alias_attributes',
          'auto_verified_attributes',
          'deletion_protection',
          'email_verification_message',
          'email_verification_subject',
          'sms_authentication_message',
          'sms_verification_message',
          'user_pool_tier',
          'username_attributes',
        ),
        name: 'UserPoolName',
        mfa_configuration: withDefault('MfaConfiguration', 'OFF'),
        tags: 'UserPoolTags',
        account_recovery_setting: object('AccountRecoverySetting', {
          recovery_mechanism: objects('RecoveryMechanisms', spelled('name', 'priority')),
        }),
        admin_create_user_config: object('AdminCreateUserConfig', {
          allow_admin_create_user_only: 'AllowAdminCreateUserOnly',
          invite_message_template: object('InviteMessageTemplate', {
            ...spelled('email_message', 'email_subject'),
            sms_message: 'SMSMessage',
          }),
        }),
        device_configuration: object(
          'DeviceConfiguration',
          spelled('challenge_required_on_new_device', 'device_only_remembered_on_user_prompt'),
        ),
        email_configuration: object('EmailConfiguration', {
          ...spelled('configuration_set', 'email_sending_account', 'reply_to_email_address', 'source_arn'),
          from_email_address: 'From',
        }),
        email_mfa_configuration: object('', {
          message: 'EmailAuthenticationMessage',
          subject: 'EmailAuthenticationSubject',
        }),
        lambda_config: object('LambdaConfig', {
          ...spelled(
            'create_auth_challenge',
            'custom_message',
            'define_auth_challenge',
            'post_authentication',
            'post_confirmation',
            'pre_authentication',
            'pre_sign_up',
            'pre_token_generation',
            'user_migration',
            'verify_auth_challenge_response',
          ),
          kms_key_id: 'KMSKeyID',
          custom_email_sender: object('CustomEmailSender', spelled('lambda_arn', 'lambda_version')),
          custom_sms_sender: object('CustomSMSSender', spelled('lambda_arn', 'lambda_version')),
          pre_token_generation_config: object(
            'PreTokenGenerationConfig',
            spelled('lambda_arn', 'lambda_version'),
          ),
        }),
        password_policy: object(
          'Policies.PasswordPolicy',
          spelled(
            'minimum_length',
            'password_history_size',
            'require_lowercase',
            'require_numbers',
            'require_symbols',
            'require_uppercase',
            'temporary_password_validity_days',
          ),
        ),
        schema: objects('Schema', {
          ...spelled('attribute_data_type', 'developer_only_attribute', 'mutable', 'name', 'required'),
          number_attribute_constraints: object(
            'NumberAttributeConstraints',
            spelled('max_value', 'min_value'),
          ),
          string_attribute_constraints: object(
            'StringAttributeConstraints',
            spelled('max_length', 'min_length'),
          ),
        }),
        sign_in_policy: object('Policies.SignInPolicy', spelled('allowed_first_auth_factors')),
        sms_configuration: object('SmsConfiguration', spelled('external_id', 'sns_caller_arn', 'sns_region')),
        software_token_mfa_configuration: object('', {
          enabled: {
            to: 'EnabledMfas',
            as: { kind: 'words', words: { true: 'SOFTWARE_TOKEN_MFA', false: null } },
          },
        }),
        user_attribute_update_settings: object(
          'UserAttributeUpdateSettings',
          spelled('attributes_require_verification_before_update'),
        ),
        user_pool_add_ons: object('UserPoolAddOns', {
          advanced_security_mode: 'AdvancedSecurityMode',
          advanced_security_additional_flows: object(
            'AdvancedSecurityAdditionalFlows',
            spelled('custom_auth_mode'),
          ),
        }),
        username_configuration: object('UsernameConfiguration', spelled('case_sensitive')),
        verification_message_template: object(
          'VerificationMessageTemplate',
          spelled(
            'default_email_option',
            'email_message',
            'email_message_by_link',
            'email_subject',
            'email_subject_by_link',
            'sms_message',
          ),
        ),
        web_authn_configuration: object('', {
          relying_party_id: 'WebAuthnRelyingPartyID',
          user_verification: 'WebAuthnUserVerification',
        }),
      },
    },
    {
      from: 'aws_cognito_user_pool_client',
      to: 'AWS::Cognito::UserPoolClient',
      properties: {
        ...spelled(
          'access_token_validity',
          'auth_session_validity',
          'enable_propagate_additional_user_context_data',
          'enable_token_revocation',
          'explicit_auth_flows',
          'generate_secret',
          'id_token_validity',
          'prevent_user_existence_errors',
          'read_attributes',
          'refresh_token_validity',
          'supported_identity_providers',
          'user_pool_id',
          'write_attributes',
        ),
        name: 'ClientName',
        allowed_oauth_flows: 'AllowedOAuthFlows',
        allowed_oauth_flows_user_pool_client: 'AllowedOAuthFlowsUserPoolClient',
        allowed_oauth_scopes: 'AllowedOAuthScopes',
        callback_urls: 'CallbackURLs',
        default_redirect_uri: 'DefaultRedirectURI',
        logout_urls: 'LogoutURLs',
        analytics_configuration: object(
          'AnalyticsConfiguration',
          spelled('application_arn', 'application_id', 'external_id', 'role_arn', 'user_data_shared'),
        ),
        refresh_token_rotation: object(
          'RefreshTokenRotation',
          spelled('feature', 'retry_grace_period_seconds'),
        ),
        token_validity_units: object(
          'TokenValidityUnits',
          spelled('access_token', 'id_token', 'refresh_token'),
        ),
      },
    },
    {
      from: 'aws_cognito_user_pool_domain',
      to: 'AWS::Cognito::UserPoolDomain',
      properties: {
        ...spelled('domain', 'managed_login_version', 'user_pool_id'),
        certificate_arn: 'CustomDomainConfig.CertificateArn',
      },
    },
    {
      from: 'aws_cognito_identity_pool',
      to: 'AWS::Cognito::IdentityPool',
      properties: {
        ...spelled(
          'allow_classic_flow',
          'allow_unauthenticated_identities',
          'developer_provider_name',
          'identity_pool_name',
          'supported_login_providers',
        ),
        openid_connect_provider_arns: 'OpenIdConnectProviderARNs',
        saml_provider_arns: 'SamlProviderARNs',
        tags: pairs('IdentityPoolTags'),
        cognito_identity_providers: objects(
          'CognitoIdentityProviders',
          spelled('client_id', 'provider_name', 'server_side_token_check'),
        ),
      },
    },
    {
      from: 'aws_cognito_user_group',
      to: 'AWS::Cognito::UserPoolGroup',
      properties: { ...spelled('description', 'precedence', 'role_arn', 'user_pool_id'), name: 'GroupName' },
    },
    {
      from: 'aws_cognito_identity_provider',
      to: 'AWS::Cognito::UserPoolIdentityProvider',
      properties: spelled(
        'attribute_mapping',
        'idp_identifiers',
        'provider_details',
        'provider_name',
        'provider_type',
        'user_pool_id',
      ),
    },
    {
      from: 'aws_cognito_resource_server',
      to: 'AWS::Cognito::UserPoolResourceServer',
      properties: {
        ...spelled('identifier', 'name', 'user_pool_id'),
        scope: objects('Scopes', spelled('scope_description', 'scope_name')),
      },
    },
  ],
};
