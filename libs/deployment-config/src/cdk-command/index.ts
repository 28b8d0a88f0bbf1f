export type { CallerIdentity, ExpectedAccount } from './expected-account.ts';
export { runCdkCommand } from './run-cdk-command.ts';
export type { CdkCommand, CdkCommandServices } from './run-cdk-command.ts';
export { spawnCdk } from './spawn-cdk.ts';
