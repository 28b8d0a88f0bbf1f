import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lambdaNode, runningNode } from './lambda-node.ts';

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

  it('is refused for a runtime of something else', () => {
    expect(() => lambdaNode('python3.13')).toThrow('must be like "nodejs24.x"');
  });
});
