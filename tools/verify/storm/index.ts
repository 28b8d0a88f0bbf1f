export { helpText, readOptions } from './command.ts';
