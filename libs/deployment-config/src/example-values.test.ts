import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DeploymentConfigSchema } from './schema/config-schema.ts';
import { exampleValues } from './example-values.ts';
import { fieldName } from './problems/problems.ts';
import { exampleFile, parseDeploymentConfig } from './load-config.ts';
import { realConfig } from './testing/real-config.ts';

const fieldsOf = (added: object): readonly string[] =>
  exampleValues(DeploymentConfigSchema.parse(realConfig({ ...added }))).map(({ path }) =>
    fieldName(path),
  );

it('every value of the example that must be changed is found in it', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', '..', exampleFile), 'utf8');
  // What is commented out is part of the example too.
  const whole = text.replaceAll(/^( *)\/\/ ("|\{)/gm, '$1$2');
  const found = exampleValues(parseDeploymentConfig(whole, exampleFile));
  expect(found.map(({ path }) => fieldName(path))).toEqual([
    'organizationId',
    'managementAccountId',
    'hubAccountId',
    'rolloutAccountId',
    'organizationalUnits[0]',
    'alerts.subscriptions[0].endpoint',
    'alerts.subscriptions[1].endpoint',
    'alerts.subscriptions[2].endpoint',
    'operations.subscriptions[0].endpoint',
    'chat.slack.workspaceId',
    'chat.slack.channelId',
  ]);
});

it('real values are left alone', () => {
  expect(fieldsOf({ organizationalUnits: ['ou-a1b2-11111111', 'ou-abcd-x7y8z9a1'] })).toEqual([]);
  const endpoints = ['a@example.com.home.arpa', 'a@myexample.home.arpa', 'a@test.home.arpa'];
  const subscriptions = endpoints.map((endpoint) => ({ protocol: 'email', endpoint }));
  expect(fieldsOf({ alerts: { subscriptions } })).toEqual([]);
});

it('reserved domains reach nobody, whatever is before them', () => {
  const endpoints = ['a@mail.example.org', 'a@corp.test', 'a@corp.invalid'];
  const subscriptions = endpoints.map((endpoint) => ({ protocol: 'email', endpoint }));
  expect(fieldsOf({ alerts: { subscriptions } })).toHaveLength(3);
});
