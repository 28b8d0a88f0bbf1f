import type { Check } from './check.ts';
import { eventsOfOthersArrive } from './arrivals.ts';
import { patternsAreTaken } from './patterns.ts';
import { simulationArrives } from './simulation.ts';
import { deniedRegionIsSurvived, stackSetReachesAll } from './stack-set.ts';

/** The rows that a program can check, fully or in part; people check the others. */
export const checks: Readonly<Record<string, Check>> = {
  P1: patternsAreTaken,
  P3: eventsOfOthersArrive(
    'in another account, "aws events put-events" to the central bus must fail with AccessDenied',
  ),
  P7: eventsOfOthersArrive(),
  P8: simulationArrives,
  P10: stackSetReachesAll,
  P11: deniedRegionIsSurvived,
};
