import { runCommand } from '@root-activity-monitor/command-line';
import { simulateCommand } from './cli/command.ts';

await runCommand(simulateCommand);
