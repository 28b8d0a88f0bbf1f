export { callerIdentity, organization, organizationRootId, parentOf } from './account.ts';
export type { CallerIdentity, OrganizationFacts } from './account.ts';
