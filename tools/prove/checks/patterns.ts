import { ListRulesCommand, TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import { inHub } from './check.ts';

/** P1: EventBridge itself reads the pattern of each rule on the bus, and matches a root event. */
export const patternsAreTaken = inHub(async ({ clients: { events } }) => {
  const { Rules = [] } = await events.send(
    new ListRulesCommand({ EventBusName: centralEventBusName }),
  );
  const done = `events:TestEventPattern with the patterns of ${Rules.length} rules`;
  const event = JSON.stringify(findFixture('root-sign-in')?.envelope);
  const matching: string[] = [];
  for (const { Name = '', EventPattern } of Rules) {
    if (EventPattern === undefined) continue;
    const answer = await events
      .send(new TestEventPatternCommand({ EventPattern, Event: event }))
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    if (answer instanceof Error) {
      if (answer.name !== 'InvalidEventPatternException') throw answer;
      return { verdict: 'refuted', done, found: `${Name}: ${answer.message}` };
    }
    if (answer.Result === true) matching.push(Name);
  }
  return matching.length > 0
    ? {
        verdict: 'proven',
        done,
        found: `all are taken; a root sign-in matches ${matching.join(', ')}`,
      }
    : { verdict: 'refuted', done, found: 'no rule on the bus matches a root sign-in' };
});
