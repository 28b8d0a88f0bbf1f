interface WideStatement {
  readonly why: string;
  readonly actions: readonly string[];
}

/**
 * Actions that IAM knows no resources for, or whose resource nobody can know before, with the
 * reason, by statement ID: the only ones that a policy allows on `*`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const wideStatements: Readonly<Record<string, WideStatement>> = {
  ListsAndDescribes: {
    why: 'IAM knows no resources for what lists or describes everything of a kind',
    actions: [
      'chatbot:DescribeSlackChannelConfigurations',
      'chatbot:GetMicrosoftTeamsChannelConfiguration',
      'chatbot:ListMicrosoftTeamsChannelConfigurations',
      'chatbot:ListTagsForResource',
      'cloudformation:ListStackSets',
      'cloudformation:GetTemplateSummary',
      'cloudwatch:ListDashboards',
      'dynamodb:ListTables',
      'events:ListArchives',
      'events:ListEventBuses',
      'events:ListRules',
      'iam:ListRoles',
      'kms:ListAliases',
      'kms:ListKeys',
      'lambda:ListEventSourceMappings',
      'lambda:ListFunctions',
      'logs:DescribeDeliveries',
      'logs:DescribeDeliveryDestinations',
      'logs:DescribeDeliverySources',
      'logs:DescribeIndexPolicies',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'organizations:DescribeOrganization',
      'organizations:ListDelegatedAdministrators',
      'organizations:ListParents',
      'organizations:ListRoots',
      'sns:ListSubscriptions',
      'sns:ListTopics',
      'sqs:ListQueues',
    ],
  },
  MakesWhatHasNoArnYet: {
    why: 'IAM knows no resources for what makes something that has no ARN yet',
    actions: [
      'chatbot:CreateMicrosoftTeamsChannelConfiguration',
      'chatbot:CreateSlackChannelConfiguration',
      'cloudformation:CreateStackSet',
      'kms:CreateKey',
      'lambda:CreateEventSourceMapping',
    ],
  },
  ChangesPoliciesOfBusesAndLogs: {
    why: 'IAM knows no resources for these two pairs, which write the policy of a bus and of CloudWatch Logs',
    actions: [
      'events:PutPermission',
      'events:RemovePermission',
      'logs:DeleteResourcePolicy',
      'logs:PutResourcePolicy',
    ],
  },
  Unsubscribes: {
    why: "AWS's pages differ on whether it knows resources; without one of its own it works either way",
    actions: ['sns:Unsubscribe'],
  },
};

const sidByAction = new Map(
  Object.entries(wideStatements).flatMap(([sid, { actions }]) =>
    actions.map((action) => [action, sid] as const),
  ),
);

/** The statement that allows an action on `*`; undefined where none does. */
export function wideStatementOf(action: string): string | undefined {
  return sidByAction.get(action);
}
