export { callerIdentity, organization, organizationRootId, parentOf } from './account.ts';
export type { CallerIdentity, OrganizationFacts } from './account.ts';
export { callAws, explainAwsError, isMissing } from './call-aws.ts';
export { clientConfig, clientsOf, closeClients } from './clients.ts';
export type { ClientOptions, Clients, Credentials } from './clients.ts';
export { isAwsUrl, usesEmulator } from './environment.ts';
export { hubClients, hubFlags } from './hub-flags.ts';
export { hubOutputs, requireOutput } from './hub-outputs.ts';
export { pause } from './pause.ts';
