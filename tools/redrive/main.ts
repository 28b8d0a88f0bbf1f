import { runCommand } from '@root-activity-monitor/command-line';
import { redriveCommand } from './command.ts';

await runCommand(redriveCommand);
