export { closeServer, listenOnLoopback, readBody } from './loopback-server.ts';
export { VirtualClock } from './virtual-clock.ts';
