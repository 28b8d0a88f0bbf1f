export { callerIdentity, organization, organizationRootId, parentOf } from './account.ts';
export type { CallerIdentity, OrganizationFacts } from './account.ts';
export { askAws, isMissing, refusalText } from './ask-aws.ts';
export { callerOf, type Caller } from './caller.ts';
export { clientsOf, closeClients, type Clients, type Credentials } from './clients.ts';
export { demandOutput, HUB_STACK_NAME, hubOutputs } from './hub-outputs.ts';
export { pause } from './pause.ts';
export { Refusal, UsageRefusal } from './refusal.ts';
