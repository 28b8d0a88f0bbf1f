export { HelpRequest, UsageError, UserError } from './errors.ts';
export { readFlags } from './read-flags.ts';
