export { simulateOnBus } from './simulate-on-bus.ts';
export type { BusOptions, BusSurroundings } from './simulate-on-bus.ts';
export { simulatedFixture } from './simulated-fixture.ts';
export type { Simulated } from './simulation-entry.ts';
export { clientsOf, closeClients, type Clients, type Credentials } from './aws/clients.ts';
export { demandOutput, HUB_STACK_NAME, hubOutputs } from './aws/hub-outputs.ts';
export { pause } from './aws/pause.ts';
