import { expect, it } from 'vitest';
import { finding } from '../testing/findings.ts';
import { formatAlert } from './alert.ts';

it('an alert always has all attributes, so that filter policies work', () => {
  expect(formatAlert(finding()).attributes).toEqual({
    severity: 'high',
    detection: 'root-sign-in',
    accountId: '123456789012',
    region: 'us-east-1',
    simulated: 'false',
    recordedIn: '123456789012',
    eventId: '5a460db3-b6f3-4381-a9bd-899029050627',
  });
  const { attributes } = formatAlert(
    finding({ simulated: true, accountId: 'unknown', region: 'unknown' }),
  );
  expect(attributes).toMatchObject({ simulated: 'true', accountId: 'unknown', region: 'unknown' });
});

it('its chat message is JSON', () => {
  expect(JSON.parse(formatAlert(finding()).chat)).toMatchObject({
    version: '1.0',
    source: 'custom',
  });
});
