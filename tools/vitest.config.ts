import { projectTests } from '../vitest.shared.ts';

export default projectTests('tools', {
  isolate: true,
  exclude: ['**/node_modules/**', 'verify/**'],
});
