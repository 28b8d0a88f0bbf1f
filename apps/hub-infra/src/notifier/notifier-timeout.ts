import { Duration } from 'aws-cdk-lib/core';

/** How long the notifier may work on one batch; the queue's visibility timeout follows from it. */
export const notifierTimeout = Duration.seconds(20);
