import { projectTests } from '../../vitest.shared.ts';

// The engine that validates templates takes seconds to start; the synth target uses it.
export default projectTests('spoke-template', {
  env: { CDK_VALIDATION: 'false', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
});
