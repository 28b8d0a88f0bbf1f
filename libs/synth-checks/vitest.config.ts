import { projectTests } from '../../vitest.shared.ts';

export default projectTests('synth-checks', {
  env: { CDK_VALIDATION: 'false' },
});
