import type { Fixture } from '@root-activity-monitor/event-fixtures';
import { UsageError } from '@root-activity-monitor/command-line';
import type { Simulated } from './simulation-entry.ts';

/**
 * A fixture as a simulation for a real bus.
 *
 * @throws UsageError for what never reaches the notifier: a simulation passes by the rules that stop it
 */
export function simulatedFixture({ name, envelope, expect }: Fixture): Simulated {
  switch (expect.outcome) {
    case 'alerted':
    case 'degraded':
      return { envelope, label: name, alerts: expect.severity !== 'info' };
    case 'recorded':
      return { envelope, label: name, alerts: false };
    case 'not-forwarded':
    case 'rejected':
      throw new UsageError(
        `--fixture ${name} is about what AWS stops before the hub; on a real bus it shows nothing. Leave out --bus, or choose another fixture.`,
      );
  }
}
