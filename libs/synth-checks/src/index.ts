export { checkedSynth, explained } from './checked-synth.ts';
export type { AcknowledgedFinding } from './acknowledged-finding.ts';
