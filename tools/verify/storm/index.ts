export { stormCommand } from './command.ts';
