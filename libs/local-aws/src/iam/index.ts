export { authorize, type Authorization } from './authorize.ts';
export type { RequestContext } from './condition.ts';
export { evaluatePolicies, type NamedPolicy, type Principal } from './evaluate.ts';
export { PolicyDocumentSchema, type PolicyDocument } from './policy-document.ts';
export { findRole, type Role } from './role.ts';
