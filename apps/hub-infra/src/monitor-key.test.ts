import { expect, it } from 'vitest';
import { hubTemplate } from './testing/hub-template.ts';
import { resourcesOf, statementsIn } from './testing/resources.ts';

const template = hubTemplate();
const [key] = resourcesOf(template, 'AWS::KMS::Key');

it('the key rotates and outlives the stack', () => {
  template.hasResource('AWS::KMS::Key', {
    Properties: { EnableKeyRotation: true },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
});

it('it names exactly the services that send to queues and topics, for what they need', () => {
  const services = statementsIn(key?.properties).flatMap(({ Principal, Action, Condition }) =>
    typeof Principal === 'object' && Principal !== null && 'Service' in Principal
      ? [[Principal.Service, Action, Condition !== undefined]]
      : [],
  );
  const use = ['kms:Decrypt', 'kms:GenerateDataKey'];
  expect(services).toEqual([
    // EventBridge does not support conditions on its source here.
    ['events.amazonaws.com', use, false],
    ['sns.amazonaws.com', use, false],
    ['cloudwatch.amazonaws.com', use, true],
  ]);
});
