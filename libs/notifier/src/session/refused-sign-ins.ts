import { refusedByPolicy } from '../activity/sign-in.ts';
import { detect } from '../detections/detect.ts';
import type { Finding } from '../detections/finding.ts';
import { guessingWindow, guesses } from '../detections/root-sign-in-failed.ts';
import { moreSevere } from '@root-activity-monitor/event-schema';
import type { Session, StateStore } from './state-store.ts';

/** A session keeps no more refused sign-ins than this: some 10 KB of its item. */
const maxRefusals = 200;

interface Where {
  readonly sessionKey: string;
  readonly eventKey: string;
  readonly state: StateStore;
  readonly now: number;
}

/**
 * A refused sign-in in the light of those before it: enough of them within the window are guessing.
 * Each is recorded once, however often it is delivered, until the guessing was alerted; from then
 * on it adds nothing.
 *
 * @returns the finding, and the session as it is when the refused sign-in was remembered in it
 */
export async function withRefusals(
  finding: Finding,
  live: Session | undefined,
  { sessionKey, eventKey, state, now }: Where,
): Promise<{ readonly finding: Finding; readonly joined: Session | undefined }> {
  const { activity, detection, severity } = finding;
  const guessingAlerted =
    live?.alertedSeverity !== undefined && !moreSevere('high', live.alertedSeverity);
  const guess =
    detection.id === 'root-sign-in-failed' && severity === 'medium' && !refusedByPolicy(activity);
  if (!guess || guessingAlerted) {
    return { finding, joined: undefined };
  }
  const at = Date.parse(activity.time);
  const time = Number.isFinite(at) ? at : now;
  // While nothing can be published they pile up; so many say as much as more.
  const isFull = live !== undefined && live.refusals.length >= maxRefusals;
  const refusal = isFull ? undefined : `${time}|${eventKey}`;
  const joined = await state.join(sessionKey, now, refusal);
  const times = joined.refusals.map((known) => Number.parseInt(known, 10));
  if (isFull) times.push(time);
  const refusals = countWithin(times, guessingWindow, time);
  return {
    finding: refusals < guesses ? finding : detect({ ...activity, refusals }),
    joined,
  };
}

/** The most times that fit into a window of this length around this moment; events come unordered. */
function countWithin(times: readonly number[], window: number, moment: number): number {
  const counts = times
    .filter((start) => start <= moment && moment - start <= window)
    .map((start) => times.filter((time) => time >= start && time - start <= window).length);
  return Math.max(0, ...counts);
}
