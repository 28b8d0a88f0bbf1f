import { describe, expect, test } from 'vitest';
import { hubTemplate } from './testing/hub-template.ts';

const kept = [
  'AWS::DynamoDB::Table',
  'AWS::Events::Archive',
  'AWS::Events::EventBus',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
];

const typesWith = (policy: string, keepOnDestroy: boolean): string[] => {
  const resources = hubTemplate({ retention: { keepOnDestroy } }).toJSON()['Resources'] as Record<
    string,
    { Type: string; DeletionPolicy?: string }
  >;
  const types = Object.values(resources)
    .filter(({ DeletionPolicy }) => DeletionPolicy === policy)
    .map(({ Type }) => Type);
  return [...new Set(types)].sort();
};

describe('when the hub is destroyed', () => {
  test('what happened is kept, with the bus that the archive belongs to and the key of the state', () => {
    expect(typesWith('Retain', true)).toEqual(kept);
  });

  test('nothing is kept, where the configuration says so', () => {
    expect(typesWith('Retain', false)).toEqual([]);
  });
});
