import { runCommand } from '../command/run-command.ts';
import { sampleCommand } from './sample-command.ts';

await runCommand(sampleCommand);
