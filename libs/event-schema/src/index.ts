export { CloudTrailRecordSchema, UserIdentitySchema } from './cloudtrail-record.ts';
export type { CloudTrailRecord, UserIdentity } from './cloudtrail-record.ts';
export { EventEnvelopeSchema } from './event-envelope.ts';
export type { EventEnvelope } from './event-envelope.ts';
export { envelopeOf, uuidOf } from './envelope-of-record.ts';
export {
  forwardingPattern,
  notificationPattern,
  simulationPattern,
  SIMULATION_SOURCE,
} from './event-patterns.ts';
export type { EventPattern } from './event-patterns.ts';
export { moreSevere, severities } from './severity.ts';
export type { Severity } from './severity.ts';
