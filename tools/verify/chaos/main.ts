import { runCommand } from '@root-activity-monitor/command-line';
import { chaosCommand } from './command.ts';

await runCommand(chaosCommand);
