import { describe, expect, it } from 'vitest';
import { deployStack } from '../cloudformation/stack.ts';
import { parseTemplate } from '../cloudformation/template.ts';
import { schedulesOf } from './schedule.ts';

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const permission = {
  Action: 'lambda:InvokeFunction',
  FunctionName: arn('Function'),
  Principal: 'events.amazonaws.com',
  SourceArn: arn('Rule'),
};

function schedules(rule: object, allowed: object = permission) {
  const resource = (Type: string, Properties: object) => ({ Type, Properties });
  const template = parseTemplate(
    {
      Resources: {
        Function: resource('AWS::Lambda::Function', {}),
        Rule: resource('AWS::Events::Rule', { Targets: [{ Arn: arn('Function') }], ...rule }),
        Permission: resource('AWS::Lambda::Permission', allowed),
      },
    },
    'test',
  );
  const place = { stackName: 'S', account: '123456789012', region: 'eu-west-1' };
  return schedulesOf(deployStack(template, place));
}

describe('a schedule', () => {
  it.each([
    ['rate(5 minutes)', 300_000],
    ['rate(1 minute)', 60_000],
    ['rate(2 hours)', 7_200_000],
    ['rate(1 day)', 86_400_000],
  ])('of %s starts its function so often', (ScheduleExpression, every) => {
    expect(schedules({ ScheduleExpression })).toMatchObject([{ every, fault: undefined }]);
  });

  it.each([
    ['that is disabled', { State: 'DISABLED' }, {}, /is DISABLED/],
    ['of a kind that is not simulated', { ScheduleExpression: 'cron(0 * * * ? *)' }, {}, /cron/],
    ['without permission', {}, { Principal: 'sns.amazonaws.com' }, /may not invoke/],
    ['with the permission of another rule', {}, { SourceArn: 'arn:aws:x' }, /may not invoke/],
  ])('%s never starts it', (_, rule, allowed, fault) => {
    const [schedule] = schedules(
      { ScheduleExpression: 'rate(5 minutes)', ...rule },
      { ...permission, ...allowed },
    );
    expect(schedule?.fault).toMatch(fault);
  });

  it('is no rule with a pattern', () => {
    expect(schedules({ EventPattern: { source: ['aws.iam'] } })).toEqual([]);
  });
});
