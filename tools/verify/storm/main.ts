import { runCommand } from '@root-activity-monitor/command-line';
import { stormCommand } from './command.ts';

await runCommand(stormCommand);
