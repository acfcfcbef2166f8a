import { META, type Service, spelled, TAGS } from '../row.ts';

export const chatbot: Service = {
  types: [
    {
      from: 'aws_chatbot_slack_channel_configuration',
      to: 'AWS::Chatbot::SlackChannelConfiguration',
      properties: {
        ...spelled('configuration_name', 'iam_role_arn', 'logging_level', 'slack_channel_id'),
        guardrail_policy_arns: 'GuardrailPolicies',
        slack_team_id: 'SlackWorkspaceId',
        sns_topic_arns: 'SnsTopicArns',
        tags: TAGS,
        timeouts: META,
        user_authorization_required: 'UserRoleRequired',
      },
    },
    {
      from: 'aws_chatbot_teams_channel_configuration',
      to: 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
      properties: {
        ...spelled('configuration_name', 'iam_role_arn', 'logging_level', 'team_id'),
        channel_id: 'TeamsChannelId',
        guardrail_policy_arns: 'GuardrailPolicies',
        sns_topic_arns: 'SnsTopicArns',
        tags: TAGS,
        tenant_id: 'TeamsTenantId',
        timeouts: META,
        user_authorization_required: 'UserRoleRequired',
      },
    },
  ],
};
