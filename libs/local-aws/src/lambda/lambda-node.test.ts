import { execFileSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { binaryFor, lambdaNode, runningNode } from './lambda-node.ts';

const versionOf = (binary: string) => execFileSync(binary, ['--version'], { encoding: 'utf8' });

describe('the Node.js of a runtime', () => {
  it('is the running one when that is of its major version', () => {
    const [major] = runningNode.version.split('.');
    expect(lambdaNode(`nodejs${major}.x`)).toEqual({ ...runningNode, asDeployed: true });
  });

  it('says so when only another version is there', () => {
    expect(lambdaNode('nodejs99.x')).toEqual({ ...runningNode, asDeployed: false });
  });

  it('is of the version that it says', () => {
    const { binary, version, asDeployed } = lambdaNode('nodejs24.x');
    expect(versionOf(binary)).toBe(`v${version}\n`);
    expect(asDeployed).toBe(version.startsWith('24.'));
  });

  it('is the deployed one in CI', () => {
    expect(process.env['CI'] === undefined || lambdaNode('nodejs24.x').asDeployed).toBe(true);
  });

  it('is no other one unnoticed: the first function of a runtime is a warning', async () => {
    const warnings: string[] = [];
    process.on('warning', ({ message }) => warnings.push(message));
    expect([binaryFor('nodejs99.x'), binaryFor('nodejs99.x')]).toEqual([
      runningNode.binary,
      runningNode.binary,
    ]);
    await setImmediate();
    expect(warnings).toEqual([expect.stringContaining('on nodejs99.x in AWS')]);
  });

  it('is refused for a runtime of something else', () => {
    expect(() => lambdaNode('python3.13')).toThrow('must be like "nodejs24.x"');
  });
});
