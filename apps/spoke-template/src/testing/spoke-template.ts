import { App } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import { SpokeStack } from '../spoke-stack.ts';

/** The spoke's template as it is rolled out. */
export function spokeTemplate({ alarm = true, encryptParkedEvents = false } = {}): Template {
  return Template.fromStack(
    new SpokeStack(new App(), 'RootActivityMonitorSpoke', { alarm, encryptParkedEvents }),
  );
}
