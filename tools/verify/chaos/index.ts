export { bundleFlag } from './bundle-flag.ts';
export { chaosCommand } from './command.ts';
export { bodyOf, consoleSession, leakedKey, recordOf, type Call } from './events/record.ts';
export { BundleProcess } from './hub/bundle-process.ts';
export { loadDeployedHub, type DeployedHub } from './hub/deployed-hub.ts';
export { Random } from './random/random.ts';
