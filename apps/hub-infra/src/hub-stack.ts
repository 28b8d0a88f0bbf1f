import {
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { DefaultStackSynthesizer, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { DeliveryAlarms } from './alarms/delivery-alarms.ts';
import { OpsAlarm } from './alarms/ops-alarm.ts';
import { NotifierAlarms } from './alarms/notifier-alarms.ts';
import { QueueAlarms } from './alarms/queue-alarms.ts';
import { Chat } from './chat/chat.ts';
import { HubDashboard } from './dashboard/hub-dashboard.ts';
import { CentralEventBus } from './event-bus/central-event-bus.ts';
import { EventArchive } from './event-bus/event-archive.ts';
import { NotificationRules } from './event-bus/notification-rules.ts';
import { SpokeAlarmRule } from './event-bus/spoke-alarm-rule.ts';
import { addHubOutputs } from './hub-outputs.ts';
import { MonitorKey } from './monitor-key.ts';
import { Digester } from './notifier/digester.ts';
import { Notifier } from './notifier/notifier.ts';
import { NotificationQueue } from './notifier/notification-queue.ts';
import { UndeliveredMessages } from './queues/undelivered-messages.ts';
import { StateTable } from './state/state-table.ts';
import { AlertTopic } from './topics/alert-topic.ts';
import { OpsTopic } from './topics/ops-topic.ts';

export interface HubStackProps {
  readonly config: DeploymentConfig;
  /** The folder with the bundled notifier: the output of `nx run notifier:bundle`. */
  readonly notifierBundle: string;
}

/** The hub: what receives root activity from every account and Region and tells people about it. */
export class HubStack extends Stack {
  constructor(scope: Construct, id: string, { config, notifierBundle: bundle }: HubStackProps) {
    super(scope, id, {
      description:
        'Root Activity Monitor, hub: receives root activity of the whole organization and alerts.',
      env: { account: config.hubAccountId, region: config.homeRegion },
      // CloudFormation passes a stack's tags on to its resources.
      tags: config.tags,
      terminationProtection: config.terminationProtection,
      // The CDK CLI itself checks that the account is bootstrapped.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
    // A stack that could not be created takes everything away again, so that it can be deployed again.
    const removalPolicy = config.retention.keepOnDestroy
      ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
      : RemovalPolicy.DESTROY;

    const { key } = new MonitorKey(this, 'Key', removalPolicy);
    const undeliveredMessages = new UndeliveredMessages(this, 'UndeliveredMessages', key);
    const topicProps = { key, undelivered: undeliveredMessages };
    const alerts = new AlertTopic(this, 'Alerts', { ...topicProps, ...config.alerts });
    const ops = new OpsTopic(this, 'Operations', { ...topicProps, ...config.operations });
    const chat = config.chat && new Chat(this, 'Chat', { key, channels: config.chat });

    const { bus } = new CentralEventBus(this, 'CentralEventBus', {
      organizationId: config.organizationId,
      partition: partitionOfDeployment(config),
      removalPolicy,
      logRetentionDays: config.retention.logDays,
    });
    const { hubAccountId } = config;
    const { archiveDays: retentionDays } = config.retention;
    new EventArchive(this, 'Archive', { bus, retentionDays, removalPolicy });
    const notifications = new NotificationQueue(this, 'Notifications', { key });
    const { queue, failed, undelivered } = notifications;
    new NotificationRules(this, 'Rules', { bus, queue, undelivered, hubAccountId });
    new SpokeAlarmRule(this, 'SpokeAlarms', { bus, ops, undelivered });

    const state = new StateTable(this, 'State', {
      key,
      removalPolicy,
      deletionProtection: config.terminationProtection,
    });
    const work = {
      bundle,
      config,
      key,
      state,
      alertTopic: alerts.topic,
      chatTopic: chat?.topic,
      logRemovalPolicy: removalPolicy,
    };
    const notifier = new Notifier(this, 'Notifier', { ...work, queue });
    const digester = new Digester(this, 'Digests', { ...work, undelivered });

    const action = new SnsAction(ops.topic);
    new QueueAlarms(this, 'QueueAlarms', { ...notifications, undeliveredMessages, action });
    new NotifierAlarms(this, 'NotifierAlarms', {
      notifier: notifier.function,
      digester: digester.function,
      action,
    });
    new DeliveryAlarms(this, 'DeliveryAlarms', {
      topics: { Alerts: alerts.topic, Operations: ops.topic, ...(chat && { Chat: chat.topic }) },
      action,
    });
    new HubDashboard(this, 'Dashboard', {
      alarms: this.node.findAll().filter((construct) => construct instanceof OpsAlarm),
      queue,
      parked: [failed, undelivered, undeliveredMessages],
    });
    addHubOutputs(this, { config, alerts, ops, chat, notifications, undeliveredMessages, state });
  }
}
