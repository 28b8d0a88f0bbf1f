import { UsageError } from '@root-activity-monitor/command-line';

/** An input that a user gave and that cannot be played; the message says what is wanted. */
export class InputError extends UsageError {}
