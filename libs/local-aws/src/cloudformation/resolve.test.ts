import { describe, expect, it } from 'vitest';
import { deployStack } from './stack.ts';
import { parseTemplate } from './template.ts';

const place = { stackName: 'Test', account: '123456789012', region: 'eu-west-1' };

/** What `value` is as a property of a resource in a small template. */
function resolved(value: unknown, parameters: Record<string, string> = {}): unknown {
  const template = parseTemplate(
    {
      Parameters: { Stage: { Type: 'String', Default: 'prod', AllowedPattern: '[a-z]+' } },
      Mappings: { Sizes: { prod: { memory: 256 } } },
      Conditions: {
        IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
        IsNotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
        Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsNotProd' }] },
        Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsNotProd' }] },
      },
      Resources: {
        Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: { 'Fn::Sub': 'bus-${Stage}' } } },
        Queue: { Type: 'AWS::SQS::Queue' },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { Name: 'r', EventBusName: { Ref: 'Bus' } },
        },
        Absent: { Type: 'AWS::SQS::Queue', Condition: 'IsNotProd' },
        Probe: { Type: 'Test::Probe', Properties: { value } },
      },
    },
    'test',
  );
  const probe = deployStack(template, place, parameters).resources.find(
    ({ logicalId }) => logicalId === 'Probe',
  );
  return probe?.properties()['value'];
}

describe('intrinsic functions', () => {
  it.each([
    [{ Ref: 'AWS::Partition' }, 'aws'],
    [{ Ref: 'Stage' }, 'prod'],
    [{ Ref: 'Bus' }, 'bus-prod'],
    [{ Ref: 'Rule' }, 'bus-prod|r'],
    [{ 'Fn::GetAtt': ['Rule', 'Arn'] }, 'arn:aws:events:eu-west-1:123456789012:rule/bus-prod/r'],
    [{ 'Fn::GetAtt': 'Bus.Arn' }, 'arn:aws:events:eu-west-1:123456789012:event-bus/bus-prod'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-west-1'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [
      { 'Fn::Sub': '${AWS::AccountId}/${Bus.Arn}/${!Literal}' },
      '123456789012/arn:aws:events:eu-west-1:123456789012:event-bus/bus-prod/${Literal}',
    ],
    [{ 'Fn::Sub': ['${x}-${Stage}', { x: { Ref: 'AWS::Region' } }] }, 'eu-west-1-prod'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
    [{ 'Fn::If': ['IsProd', 1, { Ref: 'Nonsense' }] }, 1],
    [{ 'Fn::If': ['Both', 1, 2] }, 2],
    [{ 'Fn::If': ['Either', 1, 2] }, 1],
    [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
    [
      { Ref: 'A', other: 1 },
      { Ref: 'A', other: 1 },
    ],
  ])('%j', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('gives a resource without a name one of stack, logical ID and a suffix', () => {
    expect(resolved({ 'Fn::GetAtt': ['Queue', 'QueueName'] })).toMatch(/^Test-Queue-[0-9A-F]{12}$/);
  });

  it.each([
    [{ Ref: 'Nonsense' }, /no resource Nonsense/],
    [{ Ref: 'Absent' }, /no resource Absent/],
    [{ 'Fn::GetAtt': ['Queue', 'Color'] }, /no attribute Color/],
    [{ 'Fn::Base64': 'x' }, /Fn::Base64 is not simulated/],
    [{ 'Fn::Select': [5, ['a']] }, /no item 5/],
    [{ 'Fn::FindInMap': ['Sizes', 'test', 'memory'] }, /no mapping Sizes\.test\.memory/],
  ])('%j is an error', (value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });

  it('refuses a parameter that breaks its pattern', () => {
    expect(() => resolved(1, { Stage: 'PROD' })).toThrow(/parameter Stage is "PROD"/);
  });
});
