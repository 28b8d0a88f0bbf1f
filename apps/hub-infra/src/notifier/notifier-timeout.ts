import { Duration } from 'aws-cdk-lib/core';

/** How long the notifier may work on one batch; the queue's visibility timeout follows from it. */
export const NOTIFIER_TIMEOUT = Duration.seconds(20);
