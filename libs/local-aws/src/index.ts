export { closeServer, listenOnLoopback, readBody, type HttpAnswer } from './loopback-server.ts';
export { VirtualClock } from './virtual-clock.ts';
