import { expect, it } from 'vitest';
import { generatedName, generatedNamePattern, generatedNameParts } from './generated-names.ts';

/** Names that CloudFormation gave, from https://github.com/KensioSoftware/yulin/issues/1113. */
it.each([
  [
    64,
    'RainlyticsSummariesJobFunction1C6CB09C',
    'ChineseboostAnalyticsStac-RainlyticsSummariesJobFun',
  ],
  [
    512,
    'RainlyticsSummariesJobLogs1C6CB09C',
    'ChineseboostAnalyticsStack-RainlyticsSummariesJobLogs1C6CB09C',
  ],
  [63, 'RainlyticsLogsBucket8DF4A1B2', 'ChineseboostAnalyticsStac-RainlyticsLogsBucket8DF4'],
])('a name of at most %i characters is trimmed as CloudFormation does', (longest, id, wanted) => {
  const { stack, logicalId } = generatedNameParts('ChineseboostAnalyticsStack', id, longest);
  expect(`${stack}-${logicalId}`).toBe(wanted);
});

it('what the stack does not need goes to the logical ID, and the other way round', () => {
  expect(generatedNameParts('Hub', 'L'.repeat(60), 64).logicalId).toHaveLength(47);
  expect(generatedNameParts('S'.repeat(60), 'Role', 64).stack).toHaveLength(46);
});

it.each([64, 80, 255])(
  'no name is longer than %i characters, and each fits the pattern',
  (longest) => {
    for (const stack of ['Hub', 'RootActivityMonitorManagement', 'S'.repeat(128)]) {
      for (const id of ['Role', 'SpokeForwardingRoleA310FE86', 'L'.repeat(200)]) {
        const name = generatedName(stack, id, longest, 'UjecjFhpdr1d');
        expect(name.length).toBeLessThanOrEqual(longest);
        const pattern = generatedNamePattern(stack, longest);
        expect(name.startsWith(pattern.slice(0, -1)), `${name} ${pattern}`).toBe(true);
      }
    }
  },
);

it("the management account's role is trimmed, its queue is not", () => {
  expect(generatedNamePattern('RootActivityMonitorManagement', 64)).toBe(
    'RootActivityMonitorManage*',
  );
  expect(generatedNamePattern('RootActivityMonitorManagement', 80)).toBe(
    'RootActivityMonitorManagement-*',
  );
});
