export { simulateOnBus } from './simulate-on-bus.ts';
export type { BusOptions, BusContext } from './simulate-on-bus.ts';
export { simulatedFixture } from './simulated-fixture.ts';
export type { Simulated } from './simulation-entry.ts';
