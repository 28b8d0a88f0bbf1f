import { projectTests } from '../../../vitest.shared.ts';

export default projectTests('chaos', { isolate: true });
