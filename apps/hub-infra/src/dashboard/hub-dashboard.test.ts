import { expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf } from '../testing/resources.ts';

it('alerts are shown by the account that recorded the event', () => {
  const [dashboard] = resourcesOf(hubTemplate(), 'AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard?.properties);
  expect(body).toContain('{RootActivityMonitor,account}');
});
