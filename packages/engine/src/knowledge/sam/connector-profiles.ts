/** What a connector of SAM makes between two types of resources. */
export interface ConnectorProfile {
  /** Whose policy lets the source reach the destination. */
  readonly policyOf: 'role' | 'function' | 'queue' | 'topic';
  /** On which side that stands. */
  readonly at: 'source' | 'destination';
  /** What waits for the policy. */
  readonly dependedBy?: 'mapping' | 'source';
  /** Permissions that are valid only in these combinations. */
  readonly together?: readonly (readonly string[])[];
  readonly access: Readonly<Record<string, ConnectorAccess>>;
}

/** Texts name both sides as `%{Source.Arn}`, `%{Destination.Name}`. */
export interface ConnectorAccess {
  readonly statements?: readonly { readonly actions: string; readonly resources: readonly string[] }[];
  readonly service?: string;
  readonly source?: string;
  readonly account?: string;
}

/**
 * Connectors by the types that they connect.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html,
 * as in `profiles.json` of aws-sam-translator 1.110.0 (Apache-2.0); 2026-11-21.
 */
export const CONNECTOR_PROFILES: Readonly<Record<string, ConnectorProfile>> = {
  'AWS::DynamoDB::Table > AWS::Lambda::Function': {
    policyOf: 'role',
    at: 'destination',
    dependedBy: 'mapping',
    access: {
      Read: {
        statements: [
          {
            actions:
              'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams',
            resources: ['%{Source.Arn}/stream/*'],
          },
        ],
      },
    },
  },
  'AWS::Events::Rule > AWS::SNS::Topic': {
    policyOf: 'topic',
    at: 'destination',
    access: { Write: { service: 'events.amazonaws.com', source: '%{Source.Arn}' } },
  },
  'AWS::Events::Rule > AWS::Events::EventBus': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'events:PutEvents', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::Events::Rule > AWS::StepFunctions::StateMachine': {
    policyOf: 'role',
    at: 'source',
    access: {
      Write: { statements: [{ actions: 'states:StartExecution', resources: ['%{Destination.Arn}'] }] },
    },
  },
  'AWS::Events::Rule > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: { Write: { service: 'events.amazonaws.com', source: '%{Source.Arn}' } },
  },
  'AWS::Events::Rule > AWS::SQS::Queue': {
    policyOf: 'queue',
    at: 'destination',
    access: { Write: { service: 'events.amazonaws.com', source: '%{Source.Arn}' } },
  },
  'AWS::Lambda::Function > AWS::Lambda::Function': {
    policyOf: 'role',
    at: 'source',
    access: {
      Write: {
        statements: [
          { actions: 'lambda:InvokeAsync lambda:InvokeFunction', resources: ['%{Destination.Arn}'] },
        ],
      },
    },
  },
  'AWS::Lambda::Function > AWS::S3::Bucket': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              's3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions s3:ListMultipartUploadParts',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/*'],
          },
        ],
      },
      Write: {
        statements: [
          {
            actions:
              's3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:RestoreObject',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/*'],
          },
        ],
      },
    },
  },
  'AWS::Lambda::Function > AWS::DynamoDB::Table': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              'dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
      Write: {
        statements: [
          {
            actions:
              'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
    },
  },
  'AWS::Lambda::Function > AWS::SQS::Queue': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          { actions: 'sqs:ReceiveMessage sqs:GetQueueAttributes', resources: ['%{Destination.Arn}'] },
        ],
      },
      Write: {
        statements: [
          {
            actions: 'sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility sqs:PurgeQueue',
            resources: ['%{Destination.Arn}'],
          },
        ],
      },
    },
  },
  'AWS::Lambda::Function > AWS::SNS::Topic': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'sns:Publish', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::Lambda::Function > AWS::StepFunctions::StateMachine': {
    policyOf: 'role',
    at: 'source',
    access: {
      Write: {
        statements: [
          { actions: 'states:StartExecution states:StartSyncExecution', resources: ['%{Destination.Arn}'] },
          {
            actions: 'states:StopExecution',
            resources: [
              'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*',
            ],
          },
        ],
      },
      Read: {
        statements: [
          { actions: 'states:DescribeStateMachine states:ListExecutions', resources: ['%{Destination.Arn}'] },
          {
            actions:
              'states:DescribeExecution states:DescribeStateMachineForExecution states:GetExecutionHistory',
            resources: [
              'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*',
            ],
          },
        ],
      },
    },
  },
  'AWS::Lambda::Function > AWS::Events::EventBus': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'events:PutEvents', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::Lambda::Function > AWS::Location::PlaceIndex': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              'geo:DescribePlaceIndex geo:GetPlace geo:SearchPlaceIndexForPosition geo:SearchPlaceIndexForSuggestions geo:SearchPlaceIndexForText',
            resources: ['%{Destination.Arn}'],
          },
        ],
      },
    },
  },
  'AWS::ApiGatewayV2::Api > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: {
      Write: {
        service: 'apigateway.amazonaws.com',
        source:
          'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:%{Source.ResourceId}/%{Source.Qualifier}',
      },
    },
  },
  'AWS::ApiGateway::RestApi > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: {
      Write: {
        service: 'apigateway.amazonaws.com',
        source:
          'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:%{Source.ResourceId}/%{Source.Qualifier}',
      },
    },
  },
  'AWS::SNS::Topic > AWS::SQS::Queue': {
    policyOf: 'queue',
    at: 'destination',
    access: { Write: { service: 'sns.amazonaws.com', source: '%{Source.Arn}' } },
  },
  'AWS::SNS::Topic > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: { Write: { service: 'sns.amazonaws.com', source: '%{Source.Arn}' } },
  },
  'AWS::SQS::Queue > AWS::Lambda::Function': {
    policyOf: 'role',
    at: 'destination',
    dependedBy: 'mapping',
    together: [['Read', 'Write']],
    access: {
      Write: { statements: [{ actions: 'sqs:DeleteMessage', resources: ['%{Source.Arn}'] }] },
      Read: {
        statements: [{ actions: 'sqs:ReceiveMessage sqs:GetQueueAttributes', resources: ['%{Source.Arn}'] }],
      },
    },
  },
  'AWS::S3::Bucket > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: { Write: { service: 's3.amazonaws.com', source: '%{Source.Arn}', account: '${AWS::AccountId}' } },
  },
  'AWS::StepFunctions::StateMachine > AWS::Lambda::Function': {
    policyOf: 'role',
    at: 'source',
    access: {
      Write: {
        statements: [
          { actions: 'lambda:InvokeAsync lambda:InvokeFunction', resources: ['%{Destination.Arn}'] },
        ],
      },
    },
  },
  'AWS::StepFunctions::StateMachine > AWS::SNS::Topic': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'sns:Publish', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::StepFunctions::StateMachine > AWS::SQS::Queue': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'sqs:SendMessage', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::StepFunctions::StateMachine > AWS::S3::Bucket': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              's3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions s3:ListMultipartUploadParts',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/*'],
          },
        ],
      },
      Write: {
        statements: [
          {
            actions:
              's3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:RestoreObject',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/*'],
          },
        ],
      },
    },
  },
  'AWS::StepFunctions::StateMachine > AWS::DynamoDB::Table': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              'dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
      Write: {
        statements: [
          {
            actions:
              'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
    },
  },
  'AWS::StepFunctions::StateMachine > AWS::StepFunctions::StateMachine': {
    policyOf: 'role',
    at: 'source',
    dependedBy: 'source',
    together: [['Read'], ['Read', 'Write']],
    access: {
      Read: {
        statements: [
          {
            actions: 'states:DescribeExecution',
            resources: [
              'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*',
            ],
          },
          {
            actions: 'events:DescribeRule',
            resources: [
              'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
            ],
          },
        ],
      },
      Write: {
        statements: [
          { actions: 'states:StartExecution', resources: ['%{Destination.Arn}'] },
          {
            actions: 'states:StopExecution',
            resources: [
              'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*',
            ],
          },
          {
            actions: 'events:PutTargets events:PutRule',
            resources: [
              'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
            ],
          },
        ],
      },
    },
  },
  'AWS::StepFunctions::StateMachine > AWS::Events::EventBus': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'events:PutEvents', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::AppSync::DataSource > AWS::DynamoDB::Table': {
    policyOf: 'role',
    at: 'source',
    access: {
      Read: {
        statements: [
          {
            actions:
              'dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
      Write: {
        statements: [
          {
            actions:
              'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}/index/*'],
          },
        ],
      },
    },
  },
  'AWS::AppSync::DataSource > AWS::Lambda::Function': {
    policyOf: 'role',
    at: 'source',
    access: {
      Write: {
        statements: [
          {
            actions: 'lambda:InvokeAsync lambda:InvokeFunction',
            resources: ['%{Destination.Arn}', '%{Destination.Arn}:*'],
          },
        ],
      },
    },
  },
  'AWS::AppSync::DataSource > AWS::Events::EventBus': {
    policyOf: 'role',
    at: 'source',
    access: { Write: { statements: [{ actions: 'events:PutEvents', resources: ['%{Destination.Arn}'] }] } },
  },
  'AWS::AppSync::GraphQLApi > AWS::Lambda::Function': {
    policyOf: 'function',
    at: 'destination',
    access: {
      Write: {
        service: 'appsync.amazonaws.com',
        source: 'arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/%{Source.ResourceId}',
      },
    },
  },
};

/** The attributes by which a connector reaches a resource (`Ref` or the name of an attribute), and where its role stands. */
export interface ConnectorEnd {
  readonly arn: string;
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
  readonly qualifier?: string;
  readonly role?: string;
}

export const CONNECTOR_ENDS: Readonly<Record<string, ConnectorEnd>> = {
  'AWS::Lambda::Function': { arn: 'Arn', role: 'Role' },
  'AWS::StepFunctions::StateMachine': { arn: 'Ref', name: 'Name', role: 'RoleArn' },
  'AWS::AppSync::GraphQLApi': { id: 'ApiId', arn: 'Ref' },
  'AWS::AppSync::DataSource': { arn: 'Ref', role: 'ServiceRoleArn' },
  'AWS::Events::Rule': { arn: 'Arn', role: 'Targets' },
  'AWS::SQS::Queue': { arn: 'Arn', url: 'Ref' },
  'AWS::SNS::Topic': { arn: 'Ref' },
  'AWS::DynamoDB::Table': { arn: 'Arn' },
  'AWS::S3::Bucket': { arn: 'Arn' },
  'AWS::Location::PlaceIndex': { arn: 'Arn' },
  'AWS::ApiGatewayV2::Api': { arn: 'Arn', qualifier: '*', id: 'Ref' },
  'AWS::ApiGateway::RestApi': { arn: 'Arn', qualifier: '*', id: 'Ref' },
  'AWS::Events::EventBus': { arn: 'Arn' },
};
