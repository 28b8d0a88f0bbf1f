import { expect, test } from 'vitest';
import { finding } from '../testing/findings.ts';
import { alertOf } from './alert.ts';

test('an alert always has all attributes, so that filter policies work', () => {
  expect(alertOf(finding()).attributes).toEqual({
    severity: 'high',
    detection: 'root-sign-in',
    accountId: '123456789012',
    region: 'us-east-1',
    simulated: 'false',
  });
  const { attributes } = alertOf(
    finding({ simulated: true, accountId: 'unknown', region: 'unknown' }),
  );
  expect(attributes).toMatchObject({ simulated: 'true', accountId: 'unknown', region: 'unknown' });
});

test('its chat message is JSON', () => {
  expect(JSON.parse(alertOf(finding()).chat)).toMatchObject({ version: '1.0', source: 'custom' });
});
