export { catalogue } from './detections/catalogue.ts';
export type { Detection } from './detections/detection.ts';
export { decide } from './decide.ts';
export type { Decision, QueueMessage } from './decide.ts';
export type { Alert, AlertAttributes } from './alert/alert.ts';
export { notifyBatch } from './notify-batch.ts';
export type { Outcome, Services } from './notify-batch.ts';
export { harmless } from './activity/harmless.ts';
export type { Severity } from './severity.ts';
