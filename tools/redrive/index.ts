export { redriveCommand } from './command.ts';
export { redrive } from './redrive.ts';
