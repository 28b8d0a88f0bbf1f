import { expect, it } from 'vitest';
import { rolloutApp } from './rollout-app.ts';
import { rolloutConfig } from '../testing/rollout-config.ts';
import { spokeTemplate } from '../testing/spoke-template.ts';

const body = JSON.stringify(spokeTemplate().toJSON());

/**
 * CloudFormation refuses a stack whose execution role does not exist: "Role … is invalid or cannot
 * be assumed".
 *
 * @see https://github.com/aws/aws-cdk/issues/20648
 */
it.each([{}, { rolloutAccountId: '444455556666' }])(
  'no stack of the rollout names a role that only bootstrapping makes: %j',
  (changed) => {
    const { stacks } = rolloutApp(rolloutConfig(changed), body).synth();
    expect(stacks.length).toBeGreaterThan(1);
    for (const { assumeRoleArn, cloudFormationExecutionRoleArn, assets } of stacks) {
      expect({ assumeRoleArn, cloudFormationExecutionRoleArn, assets }).toEqual({
        assumeRoleArn: undefined,
        cloudFormationExecutionRoleArn: undefined,
        assets: [],
      });
    }
  },
);
