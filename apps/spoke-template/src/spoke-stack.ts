import { BootstraplessSynthesizer, CfnParameter, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { ForwardingRole } from './forwarding-role.ts';
import { Forwarding } from './forwarding.ts';
import { SpokeAlarm } from './spoke-alarm.ts';
import { defaultBusRuleArn, spokeRuleNames } from './spoke-rules.ts';
import { UndeliveredEvents } from './undelivered-events.ts';

export interface SpokeStackProps {
  /** Whether there is an alarm on what could not be forwarded. */
  readonly alarm: boolean;
}

/**
 * What every account has in every watched Region. The template stands for itself, with neither
 * assets nor transforms nor a bootstrapped account, so that a service-managed StackSet can roll it
 * out; in the hub account it works unchanged.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 */
export class SpokeStack extends Stack {
  constructor(scope: Construct, id: string, { alarm }: SpokeStackProps) {
    super(scope, id, {
      synthesizer: new BootstraplessSynthesizer(),
      analyticsReporting: false,
      description:
        'Root Activity Monitor, spoke: forwards root activity that CloudTrail records in this account and Region to the central event bus.',
    });
    const centralEventBusArn = new CfnParameter(this, 'CentralEventBusArn', {
      description: 'ARN of the central event bus in the hub account, an output of the hub stack.',
      allowedPattern:
        '^arn:aws(-us-gov|-cn)?:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._-]{1,256}$',
      constraintDescription:
        'must be the ARN of a custom event bus: arn:aws:events:REGION:ACCOUNT:event-bus/NAME',
    });
    this.templateOptions.metadata = {
      'AWS::CloudFormation::Interface': {
        ParameterGroups: [{ Label: { default: 'Hub' }, Parameters: ['CentralEventBusArn'] }],
        ParameterLabels: { CentralEventBusArn: { default: 'Central event bus' } },
      },
      RootActivityMonitor: {
        DeployTo: 'Every account, in every Region where it can act; the hub account too.',
        NeedsCapability: 'CAPABILITY_IAM',
      },
    };
    this.forward(centralEventBusArn.valueAsString, alarm);
  }

  private forward(centralEventBusArn: string, alarm: boolean): void {
    const names = alarm ? Object.values(spokeRuleNames) : [spokeRuleNames.forwarding];
    const ruleArns = names.map((name) => defaultBusRuleArn(this, name));
    const role = new ForwardingRole(this, 'ForwardingRole', {
      ruleArns,
      eventBusArn: centralEventBusArn,
    });
    const undelivered = new UndeliveredEvents(this, 'UndeliveredEvents', { ruleArns });
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
