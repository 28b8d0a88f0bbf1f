import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';

/** What destroying the hub means, a line each. */
export function destroyConsequences({ retention }: DeploymentConfig): readonly string[] {
  const common = [
    'Destroying the hub ends alerting for the whole organization.',
    'Lost: subscriptions and their confirmations, what waits in queues or is parked, alarms, dashboard.',
  ];
  return retention.keepOnDestroy
    ? [
        ...common,
        'Kept ("retention.keepOnDestroy" is true): central event bus, archive, state table, logs and the key.',
        'They cost storage until you delete them; docs/deployment.md, Removing, says how, and how a new hub takes them over.',
      ]
    : [
        ...common,
        'Lost as well ("retention.keepOnDestroy" is false): archive, state table and logs. The key is deleted after a waiting period.',
      ];
}
