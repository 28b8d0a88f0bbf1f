import { projectTests } from '../../../vitest.shared.ts';

export default projectTests('e2e', { isolate: true });
