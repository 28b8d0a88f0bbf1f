export { proveCommand } from './command.ts';
