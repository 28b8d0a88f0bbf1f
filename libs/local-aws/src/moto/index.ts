export { undoAll, undoneAtTheLatest } from './leave-nothing.ts';
export { startMoto, whyNoMoto, type Emulator } from './moto-server.ts';
