import { centralEventBusName, spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { CfnRule, type EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { EncryptedQueue } from '../queues/encrypted-queue.ts';
import type { OpsTopic } from '../topics/ops-topic.ts';
import { retryingTarget } from './retrying-target.ts';
import { busRuleNames } from './rule-names.ts';

export interface SpokeAlarmRuleProps {
  readonly bus: EventBus;
  readonly ops: OpsTopic;
  readonly undelivered: EncryptedQueue;
}

const text = [
  'Root Activity Monitor could not forward root activity from account <account>, Region <region>, to the hub: alerts may be missing.',
  'What to do: in that account and Region, read the messages of the queue that the alarm <alarm> watches. They raised no alert and cannot be sent again: act on them. Their attribute ERROR_CODE names the cause, which keeps back new events until it is fixed; docs/deployment.md, Troubleshooting, says how.',
].join(' ');

/** Tells the operators when a spoke's alarm says that it could not forward events. */
export class SpokeAlarmRule extends Construct {
  constructor(scope: Construct, id: string, { bus, ops, undelivered }: SpokeAlarmRuleProps) {
    super(scope, id);
    ops.acceptEvents();
    const rule = new CfnRule(this, 'Resource', {
      name: busRuleNames.spokeAlarm,
      description: 'Root Activity Monitor: alarms of spokes that could not forward events.',
      eventBusName: centralEventBusName,
      eventPattern: spokeAlarmPattern,
      state: 'ENABLED',
      targets: [
        {
          ...retryingTarget('OpsTopic', ops.topic.topicArn, undelivered),
          inputTransformer: {
            inputPathsMap: {
              account: '$.account',
              region: '$.region',
              alarm: '$.detail.alarmName',
            },
            inputTemplate: `"${text}"`,
          },
        },
      ],
    });
    rule.node.addDependency(bus, undelivered.queuePolicy);
  }
}
