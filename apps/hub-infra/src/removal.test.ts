import { describe, expect, it } from 'vitest';
import { hubTemplate } from './testing/hub-template.ts';

interface Kept {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

const chat = { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } };
const resources = (changed: Readonly<Record<string, unknown>> = {}): readonly Kept[] =>
  Object.values(hubTemplate({ chat, ...changed }).toJSON()['Resources'] as Record<string, Kept>);

const typesWith = (policies: readonly string[], keepOnDestroy: boolean): string[] => {
  const types = resources({ retention: { keepOnDestroy } })
    .filter(({ DeletionPolicy = 'Delete' }) => policies.includes(DeletionPolicy))
    .map(({ Type }) => Type);
  return [...new Set(types)].sort();
};

describe('when the hub is destroyed', () => {
  it('what happened is kept, with the bus that the archive belongs to and the key of the state', () => {
    expect(typesWith(['Retain', 'RetainExceptOnCreate'], true)).toEqual([
      'AWS::DynamoDB::Table',
      'AWS::Events::Archive',
      'AWS::Events::EventBus',
      'AWS::KMS::Key',
      'AWS::Logs::LogGroup',
    ]);
  });

  it('only the protected table is kept, where the configuration says so', () => {
    expect(typesWith(['Retain', 'RetainExceptOnCreate'], false)).toEqual(['AWS::DynamoDB::Table']);
    const unprotected = resources({
      retention: { keepOnDestroy: false },
      terminationProtection: false,
    });
    expect(
      unprotected.filter(({ DeletionPolicy = 'Delete' }) => DeletionPolicy !== 'Delete'),
    ).toEqual([]);
  });

  it('what is kept then is kept when it is replaced', () => {
    for (const { DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' } of resources()) {
      expect(UpdateReplacePolicy).toBe(DeletionPolicy === 'Delete' ? 'Delete' : 'Retain');
    }
  });
});

describe('when the hub could not be created', () => {
  // Types whose leftovers cost something, whatever they are called.
  const cost = ['AWS::KMS::Key', 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard'];
  const nameOf = ({ Properties }: Kept): unknown =>
    ['Name', 'ArchiveName', 'AlarmName', 'LogGroupName', 'ConfigurationName', 'DashboardName']
      .map((property) => Properties[property])
      .find((name) => name !== undefined);

  it.each([true, false])(
    'nothing that has a fixed name or a price stays behind (protected: %s)',
    (terminationProtection) => {
      const found = resources({ terminationProtection });
      expect(found.filter((one) => nameOf(one) !== undefined).length).toBeGreaterThan(20);
      for (const one of found) {
        if (nameOf(one) === undefined && !cost.includes(one.Type)) continue;
        expect([one.Type, one.DeletionPolicy ?? 'Delete']).not.toEqual([one.Type, 'Retain']);
      }
    },
  );

  it('only the table stays: empty, without a fixed name, and only while it is protected', () => {
    const staying = (terminationProtection: boolean) =>
      resources({ terminationProtection }).filter(
        ({ DeletionPolicy }) => DeletionPolicy === 'Retain',
      );
    expect(staying(false)).toEqual([]);
    const [table, ...others] = staying(true);
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      Type: 'AWS::DynamoDB::Table',
      Properties: { DeletionProtectionEnabled: true, BillingMode: 'PAY_PER_REQUEST' },
    });
    expect(table?.Properties).not.toHaveProperty('TableName');
  });
});
