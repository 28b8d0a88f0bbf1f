export { checkedSynth } from './checked-synth.ts';
export type { AcknowledgedFinding } from './acknowledged-finding.ts';
export { synthesize } from './synthesize.ts';
