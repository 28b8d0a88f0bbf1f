#!/usr/bin/env node
// Runs main.ts in this process; what npm links as `simulate`.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
