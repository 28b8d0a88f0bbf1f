import { projectTests } from '../vitest.shared.ts';

export default projectTests('tools', { exclude: ['**/node_modules/**', 'verify/**'] });
