import type { Finding } from '../detections/finding.ts';
import type { AlertContext } from './alert-context.ts';
import type { CountedEvent } from './counted-event.ts';

/** People are alerted at once. The claim to alert in the session is held for it. */
export interface AlertRoute {
  readonly action: 'alert';
  readonly finding: Finding;
  readonly sessionKey: string;
  readonly eventKey: string;
  /** Where the alert stands in its session; `unknown` when the state cannot be reached. */
  readonly context: AlertContext | 'unknown' | undefined;
  /** Whether the mail is out already and only the chat message is missing. */
  readonly mailed: boolean;
}

/** It will be in a digest. */
export interface CountRoute {
  readonly action: 'count';
  readonly finding: Finding;
  readonly counted: CountedEvent;
}

/** What is to be done about one finding. */
export type Route =
  | AlertRoute
  | CountRoute
  /** Somebody else is about to alert on the same event: this copy waits for what comes of it. */
  | { readonly action: 'wait'; readonly finding: Finding }
  | { readonly action: 'record'; readonly finding: Finding; readonly duplicate: boolean };
