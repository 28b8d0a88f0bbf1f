import * as z from 'zod';

export const PreferencesSchema = z.looseObject({
  FailureToleranceCount: z.number().optional(),
  FailureTolerancePercentage: z.number().optional(),
});
type Preferences = z.infer<typeof PreferencesSchema>;

/**
 * In how many accounts of a Region a StackSet operation may fail before it fails in that Region.
 * A percentage is rounded down.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html
 */
export function tolerated(preferences: Preferences, accounts: number): number {
  const { FailureToleranceCount: count, FailureTolerancePercentage: percentage = 0 } = preferences;
  return count ?? Math.floor((accounts * percentage) / 100);
}

/**
 * Whether a StackSet is still created where a Region fails in every account, for example because a
 * policy denies it. Otherwise CloudFormation rolls everything back.
 */
export function survivesDeniedRegion(preferences: Preferences, accounts: number): boolean {
  return accounts <= tolerated(preferences, accounts);
}
