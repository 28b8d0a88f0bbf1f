import { runCommand } from '@root-activity-monitor/command-line';
import { e2eCommand } from './command.ts';

await runCommand(e2eCommand);
