import { json, META, many, objects, type Service, spelled, TAGS, withDefault } from '../row.ts';

const POLICY = json('PolicyDocument');

export const iam: Service = {
  types: [
    {
      from: 'aws_iam_role',
      to: 'AWS::IAM::Role',
      properties: {
        ...spelled(
          'description',
          'managed_policy_arns',
          'max_session_duration',
          'path',
          'permissions_boundary',
        ),
        assume_role_policy: json('AssumeRolePolicyDocument'),
        force_detach_policies: META,
        name: 'RoleName',
        name_prefix: META,
        tags: TAGS,
        inline_policy: objects('Policies', { name: 'PolicyName', policy: POLICY }),
      },
    },
    {
      from: 'aws_iam_policy',
      to: 'AWS::IAM::ManagedPolicy',
      properties: {
        ...spelled('description', 'path'),
        name: 'ManagedPolicyName',
        name_prefix: META,
        policy: POLICY,
        tags: META,
      },
    },
    {
      from: 'aws_iam_role_policy',
      to: 'AWS::IAM::RolePolicy',
      properties: { name: 'PolicyName', name_prefix: META, policy: POLICY, role: 'RoleName' },
    },
    {
      from: 'aws_iam_user',
      to: 'AWS::IAM::User',
      properties: {
        ...spelled('path', 'permissions_boundary'),
        name: 'UserName',
        force_destroy: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_iam_user_policy',
      to: 'AWS::IAM::UserPolicy',
      properties: { name: 'PolicyName', name_prefix: META, policy: POLICY, user: 'UserName' },
    },
    {
      from: 'aws_iam_group',
      to: 'AWS::IAM::Group',
      properties: { name: 'GroupName', path: 'Path' },
    },
    {
      from: 'aws_iam_group_policy',
      to: 'AWS::IAM::GroupPolicy',
      properties: { name: 'PolicyName', name_prefix: META, policy: POLICY, group: 'GroupName' },
    },
    {
      from: 'aws_iam_group_membership',
      to: 'AWS::IAM::UserToGroupAddition',
      properties: { group: 'GroupName', name: META, users: 'Users' },
    },
    {
      from: 'aws_iam_instance_profile',
      to: 'AWS::IAM::InstanceProfile',
      properties: {
        name: 'InstanceProfileName',
        name_prefix: META,
        path: 'Path',
        role: many('Roles'),
        tags: META,
      },
    },
    {
      from: 'aws_iam_access_key',
      to: 'AWS::IAM::AccessKey',
      properties: { pgp_key: META, status: 'Status', user: 'UserName' },
    },
    {
      from: 'aws_iam_openid_connect_provider',
      to: 'AWS::IAM::OIDCProvider',
      properties: { ...spelled('client_id_list', 'thumbprint_list', 'url'), tags: TAGS },
    },
  ],
  joins: [
    {
      from: 'aws_iam_role_policy_attachment',
      into: [{ type: 'AWS::IAM::Role', by: 'role' }],
      append: { to: 'ManagedPolicyArns', member: { argument: 'policy_arn' } },
    },
    {
      from: 'aws_iam_user_policy_attachment',
      into: [{ type: 'AWS::IAM::User', by: 'user' }],
      append: { to: 'ManagedPolicyArns', member: { argument: 'policy_arn' } },
    },
    {
      from: 'aws_iam_group_policy_attachment',
      into: [{ type: 'AWS::IAM::Group', by: 'group' }],
      append: { to: 'ManagedPolicyArns', member: { argument: 'policy_arn' } },
    },
    {
      from: 'aws_iam_policy_attachment',
      into: [
        { type: 'AWS::IAM::Role', by: 'roles' },
        { type: 'AWS::IAM::User', by: 'users' },
        { type: 'AWS::IAM::Group', by: 'groups' },
      ],
      append: { to: 'ManagedPolicyArns', member: { argument: 'policy_arn' } },
    },
    {
      from: 'aws_iam_user_group_membership',
      into: [{ type: 'AWS::IAM::User', by: 'user' }],
      append: { to: 'Groups', member: { argument: 'groups' } },
    },
    {
      from: 'aws_iam_user_login_profile',
      into: [{ type: 'AWS::IAM::User', by: 'user' }],
      set: {
        password_length: META,
        pgp_key: META,
        password_reset_required: withDefault('LoginProfile.PasswordResetRequired', false),
      },
    },
  ],
};
