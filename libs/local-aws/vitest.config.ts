import { projectTests } from '../../vitest.shared.ts';

export default projectTests('local-aws');
