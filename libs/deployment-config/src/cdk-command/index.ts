export { decidesApproval } from './cdk-arguments.ts';
export type { CdkInvocation } from './cdk-arguments.ts';
export type { OrganizationFacts } from './check-organization.ts';
export type { CallerIdentity, Target } from './expected-account.ts';
export { Refusal } from './refusal.ts';
export { runCdkCommand } from './run-cdk-command.ts';
export type { CdkCommand, CdkCommandServices } from './run-cdk-command.ts';
export { spawnCdk } from './spawn-cdk.ts';
