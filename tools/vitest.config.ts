import { projectTests } from '../vitest.shared.ts';

// Tests start processes and share two cores with the other projects'.
export default projectTests('tools', { testTimeout: 120_000 });
