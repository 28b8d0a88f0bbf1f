export { help } from './cli/help.ts';
export { workspaceRoot } from './cli/workspace.ts';
export { moveEvent } from './input/move-event.ts';
export { screenOf, type Screen } from './terminal/screen.ts';
