import { runCommand } from '@root-activity-monitor/command-line';
import { proveCommand } from './command.ts';

await runCommand(proveCommand);
