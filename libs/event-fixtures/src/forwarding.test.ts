import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { describe, expect, it } from 'vitest';
import { loadFixtures, type Fixture } from './index.ts';

/** Whether the event is on a default bus, so that a forwarding rule sees it. A replay once was. */
function isOnDefaultBus({ via, expect: expected }: Fixture): boolean {
  const refusedByPutEvents = 'stoppedAt' in expected && expected.stoppedAt === 'default-bus';
  return !['simulation', 'put-events-central-bus'].includes(via) && !refusedByPutEvents;
}

describe('the forwarding pattern', () => {
  it.each(loadFixtures().map((fixture) => [fixture.name, fixture] as const))(
    'takes or leaves %s as expected',
    (_, fixture) => {
      const taken = matchesEventPattern(forwardingPattern, fixture.envelope);
      expect(fixture.expect.forwarded).toBe(isOnDefaultBus(fixture) && taken);
    },
  );
});
