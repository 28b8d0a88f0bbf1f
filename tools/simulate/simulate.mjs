#!/usr/bin/env node
// Runs main.ts in this process; what npm links as `simulate`.
import { register } from 'tsx/esm/api';

// Says nothing that somebody who simulates could act on.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
register();
await import('./main.ts');
