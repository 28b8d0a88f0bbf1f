import { handlerActions, handlers } from './handlers.ts';
import { isNeedless } from './needless-actions.ts';
import { allReferences, referredTo, textOf } from './references.ts';
import { arnsOf, type Naming } from './resource-arns.ts';
import { TemplateSchema, type Resource, type Template } from './stack.ts';
import { wideStatementOf } from './wide-actions.ts';

/** Operator, condition key, value. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One action on some resources that whoever deploys must be allowed. */
export interface Access {
  readonly action: string;
  /** ARNs or patterns of them. */
  readonly resources: readonly string[];
  readonly condition?: Condition;
  /** What needs it: `LogicalId (Type), handler`. */
  readonly for: string;
}

/** The service that a role of a resource is passed to. */
const passedTo: Readonly<Record<string, string>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': 'chatbot.amazonaws.com',
  'AWS::Chatbot::SlackChannelConfiguration': 'chatbot.amazonaws.com',
  'AWS::Events::Rule': 'events.amazonaws.com',
  'AWS::Lambda::Function': 'lambda.amazonaws.com',
  'AWS::SNS::Subscription': 'sns.amazonaws.com',
  'AWS::SNS::Topic': 'sns.amazonaws.com',
};
const serviceOfChat = 'management.chatbot.amazonaws.com';

/** What CloudFormation refuses to do with these even though the handlers do not name it. */
const further: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
  'AWS::Logs::Delivery': [
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:PutResourcePolicy',
  ],
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html
  'AWS::Logs::DeliverySource': ['events:AllowVendedLogDeliveryForResource'],
};

/**
 * Everything that CloudFormation does for a template, with the rights of whoever deploys it: create,
 * read, update, delete and list each of its resources.
 *
 * @throws UnknownResourceError, UnknownNameError for a resource that is not in the tables here
 */
export function neededAccess(template: Template, naming: Naming): readonly Access[] {
  return Object.entries(template.Resources).flatMap(([id, resource]) => {
    const kept = resource.DeletionPolicy === 'Retain' && resource.UpdateReplacePolicy === 'Retain';
    return handlers
      .filter((handler) => !(handler === 'delete' && kept))
      .flatMap((handler) => {
        const published = handlerActions(resource.Type, handler);
        const all =
          handler === 'create' ? [...published, ...(further[resource.Type] ?? [])] : published;
        const why = `${id} (${resource.Type}), ${handler}`;
        return all
          .filter((action) => !isNeedless(resource.Type, resource.Properties, action))
          .flatMap((action) =>
            accessFor(action, template, id, naming).map((one) => ({ ...one, for: why })),
          );
      });
  });
}

function accessFor(
  action: string,
  template: Template,
  id: string,
  naming: Naming,
): readonly Omit<Access, 'for'>[] {
  const resource = template.Resources[id];
  if (resource === undefined) return [];
  const { partition, account, region } = naming;
  const service = action.split(':')[0] ?? '';
  if (action === 'iam:PassRole' || action === 'iam:GetRole') {
    const resources =
      resource.Type === 'AWS::IAM::Role'
        ? arnsOf(template, id, naming)
        : rolesOf(template, resource, naming);
    if (resources.length === 0) return [];
    const to = passedTo[resource.Type];
    const condition = { StringEquals: { 'iam:PassedToService': to ?? '' } };
    return [
      { action, resources, ...(action === 'iam:PassRole' && to !== undefined && { condition }) },
    ];
  }
  if (action === 'iam:CreateServiceLinkedRole') {
    const role = `arn:${partition}:iam::${account}:role/aws-service-role/${serviceOfChat}/*`;
    return [
      {
        action,
        resources: [role],
        condition: { StringEquals: { 'iam:AWSServiceName': serviceOfChat } },
      },
    ];
  }
  if (wideStatementOf(action) !== undefined) return [{ action, resources: ['*'] }];
  if (service === 'kms' && resource.Type !== 'AWS::KMS::Key') {
    const via = `${resource.Type.split('::')[1]?.toLowerCase() ?? ''}.${region}.amazonaws.com`;
    return [
      {
        action,
        resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
        condition: { StringEquals: { 'kms:ViaService': via } },
      },
    ];
  }
  if (service === 's3') {
    const bucket = textOf(codeBucket(resource), naming);
    return bucket === undefined
      ? []
      : [{ action, resources: [`arn:${partition}:s3:::${bucket}/*`] }];
  }
  if (action === 'events:AllowVendedLogDeliveryForResource') {
    const source = referredTo(resource.Properties['ResourceArn']);
    return source === undefined ? [] : [{ action, resources: arnsOf(template, source, naming) }];
  }
  if (resource.Type === 'AWS::CloudFormation::StackSet')
    return [
      { action, resources: stackSetArns(action, resource, arnsOf(template, id, naming), naming) },
    ];
  return [{ action, resources: arnsOf(template, id, naming) }];
}

/** Actions on instances are also checked against each type of the template, and against the target. */
const onInstances =
  /^cloudformation:(Create|Update|Delete)StackInstances$|^cloudformation:UpdateStackSet$/;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security_iam_id-based-policy-examples.html */
function stackSetArns(
  action: string,
  { Properties }: Resource,
  own: readonly string[],
  { partition }: Naming,
): readonly string[] {
  if (!onInstances.test(action)) return own;
  const name = String(Properties['StackSetName']);
  const body = textOf(Properties['TemplateBody'], { partition, account: '', region: '' }) ?? '{}';
  const { Resources } = TemplateSchema.parse(JSON.parse(body));
  const types = [...new Set(Object.values(Resources).map(({ Type }) => Type))];
  return [
    ...own,
    `arn:${partition}:cloudformation:*:*:stackset-target/${name}:*`,
    ...types.map(
      (type) => `arn:${partition}:cloudformation:*::type/resource/${type.replaceAll('::', '-')}`,
    ),
  ];
}

function rolesOf(template: Template, resource: Resource, naming: Naming): readonly string[] {
  const ids = allReferences(resource.Properties).filter(
    (id) => template.Resources[id]?.Type === 'AWS::IAM::Role',
  );
  return [...new Set(ids)].flatMap((id) => arnsOf(template, id, naming));
}

function codeBucket({ Properties }: Resource): unknown {
  const code = Properties['Code'];
  return typeof code === 'object' && code !== null && 'S3Bucket' in code
    ? code.S3Bucket
    : undefined;
}
