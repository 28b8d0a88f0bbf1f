export { helpText, readOptions } from './options.ts';
