import { readBatch, type QueueMessage } from './activity/read-batch.ts';
import { deliver } from './delivery/deliver.ts';
import { detect } from './detections/detect.ts';
import type { Services } from './ports/services.ts';
import { routeFindings } from './session/route-findings.ts';

/**
 * The way of a batch of the notification queue: reads and classifies each message, alerts, counts
 * or records the findings, and logs what became of them. Each step takes a list and gives one as
 * long, in the same order; one bad message fails alone.
 *
 * @returns the IDs of the messages that the queue must deliver again
 */
export async function notifyBatch(
  messages: readonly QueueMessage[],
  services: Services,
): Promise<readonly string[]> {
  const { log, now, settings } = services;
  const activities = readBatch(messages, settings.accountNames);
  const findings = activities.map(detect);
  const routes = await routeFindings(findings, services); // claims sessions
  const results = await deliver(routes, services);
  log.handled(results, now());
  return results
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'waiting')
    .map(({ finding }) => finding.activity.messageId);
}
