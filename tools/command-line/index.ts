export { HelpRequest, UsageError } from './errors.ts';
export { FlagError, readFlags } from './read-flags.ts';
