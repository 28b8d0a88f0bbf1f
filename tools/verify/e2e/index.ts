export { e2eCommand } from './command.ts';
