export { cdkArguments, decidesApproval } from './cdk-arguments.ts';
export type { CdkInvocation } from './cdk-arguments.ts';
export type { Target } from './expected-account.ts';
export { releaseFailedCreations } from './failed-creations.ts';
export type { ReachableStack } from './failed-creations.ts';
export { runCdkCommand } from './run-cdk-command.ts';
export { runNxTask } from './run-nx-task.ts';
export { spawnCdk } from './spawn-cdk.ts';
