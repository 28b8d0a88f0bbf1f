export { loadTemplates, workspaceRoot } from './cli/workspace.ts';
export { Simulation } from './road/simulation.ts';
export type { Templates } from './road/organization.ts';
export type { EventResult, Mail, Outcome, PlannedEvent, Via } from './trace/result.ts';
export type { Stage, StageName } from './trace/trace.ts';
