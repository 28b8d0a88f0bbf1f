import { CfnArchive, CfnRule } from 'aws-cdk-lib/aws-events';
import { App, Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { checkedSynth, explained } from './checked-synth.ts';
import { applyPreflight } from './preflight.ts';

const source = [{ prefix: 'aws.' }];
const branches = [{ eventName: ['A'] }, { eventName: ['B'] }];
const crowded = { source, $or: branches.map((detail) => ({ detail })) };
const alone = { source, detail: { $or: branches } };

const appWith = (make: (stack: Stack) => unknown): App => {
  const app = new App({ analyticsReporting: false });
  make(new Stack(app, 'Stack'));
  return app;
};
const appWithRule = (eventPattern: unknown): App =>
  appWith((stack) => new CfnRule(stack, 'Rule', { name: 'rule', eventPattern }));

describe('synth refuses a pattern that only one reading accepts', () => {
  it.each([
    ['$or beside source', crowded, '$or stands beside "source"'],
    ['2,048 characters', { source: ['x'.repeat(2040)] }, 'less than 2048'],
    ['a bare text', { source: 'aws.iam' }, 'must be an array of values'],
  ])('%s in a rule', (_, pattern, problem) => {
    expect(() => checkedSynth(appWithRule(pattern))).toThrow(problem);
  });

  it('in an archive', () => {
    const app = appWith(
      (stack) =>
        new CfnArchive(stack, 'Archive', {
          sourceArn: 'arn:aws:events:eu-west-1:123456789012:event-bus/root-activity',
          eventPattern: crowded,
        }),
    );
    expect(() => checkedSynth(app)).toThrow('$or stands beside "source"');
  });

  it('$or alone in detail passes', () => {
    checkedSynth(appWithRule(alone));
  });
});

describe('cdk-preflight', () => {
  const rule = 'pf-events-pattern-or-exclusive';

  it('runs, and fails for $or beside source', () => {
    const app = appWithRule(crowded);
    applyPreflight(app, []);
    expect(() => app.synth()).toThrow(rule);
  });

  it('lets a finding pass that is acknowledged with a reason', () => {
    const app = appWithRule(crowded);
    applyPreflight(app, [{ path: 'Stack/Rule', rule, reason: 'a test' }]);
    app.synth();
  });

  it('an acknowledgement of what is not there is a mistake', () => {
    const none = [{ path: 'Stack/None', rule, reason: 'a test' }];
    expect(() => applyPreflight(appWithRule(alone), none)).toThrow('None');
  });
});

it('findings are told in words, faults of the program are not', () => {
  const failure = (): unknown => {
    try {
      checkedSynth(appWithRule(crowded));
      return undefined;
    } catch (error) {
      return error;
    }
  };
  expect(explained(failure())).toContain('$or stands beside');
  expect(explained(new TypeError('x is not a function'))).toBeUndefined();
});
