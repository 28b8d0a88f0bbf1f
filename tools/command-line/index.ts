export { HelpRequest } from './errors.ts';
export { readFlags } from './read-flags.ts';
