export { help, readOptions } from './options.ts';
export { redrive } from './redrive.ts';
