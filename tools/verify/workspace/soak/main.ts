import { runCommand } from '@root-activity-monitor/command-line';
import { soakCommand } from './command.ts';

await runCommand(soakCommand);
