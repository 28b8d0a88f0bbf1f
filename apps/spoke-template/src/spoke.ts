import { spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { Construct } from 'constructs';
import { ForwardingRole } from './forwarding-role.ts';
import { Forwarding } from './forwarding.ts';
import { SpokeAlarm } from './spoke-alarm.ts';
import { defaultBusRuleArn, spokeRuleNames } from './spoke-rules.ts';
import { UndeliveredEvents } from './undelivered-events.ts';

export interface SpokeProps {
  readonly centralEventBusArn: string;
  /** Whether there is an alarm on what could not be forwarded. */
  readonly alarm: boolean;
  /** Whether SQS encrypts what could not be forwarded. */
  readonly encryptParkedEvents: boolean;
}

/** What forwards root activity from one account and Region to the hub. */
export class Spoke extends Construct {
  constructor(scope: Construct, id: string, props: SpokeProps) {
    super(scope, id);
    const { centralEventBusArn, alarm } = props;
    const names = alarm ? Object.values(spokeRuleNames) : [spokeRuleNames.forwarding];
    const ruleArns = names.map((name) => defaultBusRuleArn(this, name));
    const role = new ForwardingRole(this, 'ForwardingRole', {
      ruleArns,
      eventBusArn: centralEventBusArn,
    });
    const undelivered = new UndeliveredEvents(this, 'UndeliveredEvents', {
      ruleArns,
      encrypted: props.encryptParkedEvents,
    });
    const road = { centralEventBusArn, role, undelivered };
    new Forwarding(this, 'Forwarding', {
      ...road,
      ruleName: spokeRuleNames.forwarding,
      description: 'Root Activity Monitor: forwards root activity to the central event bus.',
      eventPattern: forwardingPattern,
      state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    });
    if (!alarm) return;
    new SpokeAlarm(this, 'Alarm', undelivered);
    new Forwarding(this, 'AlarmForwarding', {
      ...road,
      ruleName: spokeRuleNames.alarm,
      description: 'Root Activity Monitor: tells the hub of events that could not be forwarded.',
      eventPattern: spokeAlarmPattern,
      state: 'ENABLED',
    });
  }
}
