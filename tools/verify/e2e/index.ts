export { help, readOptions } from './options.ts';
