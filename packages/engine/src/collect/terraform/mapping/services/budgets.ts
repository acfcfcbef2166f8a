import { json, META, object, objects, pairs, type Service, spelled, wrapped } from '../row.ts';

export const budgets: Service = {
  types: [
    {
      from: 'aws_budgets_budget',
      to: 'AWS::Budgets::Budget',
      properties: {
        account_id: META,
        budget_type: 'Budget.BudgetType',
        limit_amount: 'Budget.BudgetLimit.Amount',
        limit_unit: 'Budget.BudgetLimit.Unit',
        name: 'Budget.BudgetName',
        name_prefix: META,
        time_period_end: 'Budget.TimePeriod.End',
        time_period_start: 'Budget.TimePeriod.Start',
        time_unit: 'Budget.TimeUnit',
        tags: pairs('ResourceTags'),
        auto_adjust_data: object('Budget.AutoAdjustData', {
          auto_adjust_type: 'AutoAdjustType',
          historical_options: object('HistoricalOptions', spelled('budget_adjustment_period')),
        }),
        cost_filter: META,
        cost_types: object(
          'Budget.CostTypes',
          spelled(
            'include_credit',
            'include_discount',
            'include_other_subscription',
            'include_recurring',
            'include_refund',
            'include_subscription',
            'include_support',
            'include_tax',
            'include_upfront',
            'use_amortized',
            'use_blended',
          ),
        ),
        notification: objects('NotificationsWithSubscribers', {
          comparison_operator: 'Notification.ComparisonOperator',
          notification_type: 'Notification.NotificationType',
          threshold: 'Notification.Threshold',
          threshold_type: 'Notification.ThresholdType',
          subscriber_email_addresses: wrapped('Subscribers', 'Address', { SubscriptionType: 'EMAIL' }),
          subscriber_sns_topic_arns: wrapped('Subscribers', 'Address', { SubscriptionType: 'SNS' }),
        }),
        planned_limit: META,
      },
    },
    {
      from: 'aws_ce_anomaly_monitor',
      to: 'AWS::CE::AnomalyMonitor',
      properties: {
        ...spelled('monitor_dimension', 'monitor_type'),
        monitor_specification: json('MonitorSpecification'),
        name: 'MonitorName',
        tags: pairs('ResourceTags'),
      },
    },
    {
      from: 'aws_ce_anomaly_subscription',
      to: 'AWS::CE::AnomalySubscription',
      properties: {
        account_id: META,
        ...spelled('frequency', 'monitor_arn_list'),
        name: 'SubscriptionName',
        tags: pairs('ResourceTags'),
        subscriber: objects('Subscribers', spelled('address', 'type')),
        threshold_expression: META,
      },
    },
  ],
};
