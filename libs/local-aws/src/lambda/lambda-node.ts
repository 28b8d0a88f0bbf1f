import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A Node.js to run a function's code with. */
export interface LambdaNode {
  readonly binary: string;
  readonly version: string;
  /** Whether it is of the major version that Lambda runs. */
  readonly asDeployed: boolean;
}

const packages = join(import.meta.dirname, '..', '..', 'lambda-node', 'node_modules');
const PackageSchema = z.object({ version: z.string() });

/** What installs a Node.js that is missing. */
export const installCommand = 'npm run lambda-node';

/** The Node.js that runs this process. */
export const runningNode = { binary: process.execPath, version: process.versions.node };

/**
 * The Node.js for a Lambda runtime such as `nodejs24.x`: the one that runs this process when it is of
 * that major version, else the installed package, else, marked as not `asDeployed`, the running one.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 * @throws Error when the runtime is not one of Node.js
 */
export function lambdaNode(runtime: string): LambdaNode {
  const major = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  if (major === undefined) throw new Error(`runtime "${runtime}": must be like "nodejs24.x"`);
  return (
    [runningNode, ...installedNode()]
      .map((node) => ({ ...node, asDeployed: node.version.startsWith(`${major}.`) }))
      .find(({ asDeployed }) => asDeployed) ?? { ...runningNode, asDeployed: false }
  );
}

const warned = new Set<string>();

/**
 * The binary to run a function of this runtime with. A Node.js of another major version is better
 * than none, but no function runs on it unnoticed: the first of a runtime is a warning.
 */
export function binaryFor(runtime: string): string {
  const { binary, version, asDeployed } = lambdaNode(runtime);
  if (!asDeployed && !warned.has(runtime)) {
    warned.add(runtime);
    process.emitWarning(
      `functions run on Node.js ${version} here, on ${runtime} in AWS; "${installCommand}" installs that`,
    );
  }
  return binary;
}

/** The package for this platform, if there is one and it is installed. */
function installedNode() {
  const folder = join(packages, `node-${process.platform}-${process.arch}`);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return [];
  const { version } = PackageSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return [{ binary: join(folder, 'bin', 'node'), version }];
}
