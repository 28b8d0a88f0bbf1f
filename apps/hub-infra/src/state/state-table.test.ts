import { describe, expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { refersTo, resourcesOf } from '../testing/resources.ts';

const template = hubTemplate();
const [table] = resourcesOf(template, 'AWS::DynamoDB::Table');

it('it has the keys and the index that the notifier uses', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-collection',
        KeySchema: [
          { AttributeName: 'collection', KeyType: 'HASH' },
          { AttributeName: 'id', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    BillingMode: 'PAY_PER_REQUEST',
  });
});

it("it is encrypted with the monitor's key and can be restored to any second", () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
  const [key] = resourcesOf(template, 'AWS::KMS::Key');
  expect(refersTo(table?.properties['SSESpecification'])).toEqual([key?.id]);
});

describe('deletion protection follows termination protection', () => {
  it.each([true, false])('%s', (terminationProtection) => {
    hubTemplate({ terminationProtection }).hasResourceProperties('AWS::DynamoDB::Table', {
      DeletionProtectionEnabled: terminationProtection,
    });
  });
});
