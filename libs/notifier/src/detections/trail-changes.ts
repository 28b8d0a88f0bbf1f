import type { Activity } from '../activity/activity.ts';
import type { Fields } from '../activity/fields.ts';

/**
 * The trail records all management events after the call, reads and writes of every service.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
 */
export function selectsEverything({ request }: Activity): boolean {
  return (
    request
      .list('eventSelectors')
      .some(
        (selector) =>
          selector.text('readWriteType') === 'All' &&
          selector.text('includeManagementEvents') !== 'false' &&
          selector.text('excludeManagementEventSources', '0') === undefined,
      ) || request.list('advancedEventSelectors').some(selectsAllManagementEvents)
  );
}

/** Its one condition is that the event is a management event: any other narrows it. */
function selectsAllManagementEvents(selector: Fields): boolean {
  const conditions = selector.list('fieldSelectors');
  const [condition] = conditions;
  return (
    conditions.length === 1 &&
    condition?.text('field') === 'eventCategory' &&
    condition.text('equals', '0') === 'Management'
  );
}

/** What may stand in an update that only makes a trail record more, or in one more place. */
const widening: Readonly<Record<string, string | undefined>> = {
  name: undefined,
  // Whether it is the first log group or another one, the record does not say.
  cloudWatchLogsLogGroupArn: undefined,
  cloudWatchLogsRoleArn: undefined,
  isMultiRegionTrail: 'true',
  includeGlobalServiceEvents: 'true',
  enableLogFileValidation: 'true',
  isOrganizationTrail: 'true',
};

/**
 * The update of a trail asks for nothing but more. Another bucket or key is something
 * else: the logs go where nobody looks, or where nobody can read them.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
 */
export function onlyWidensTrail({ request }: Activity): boolean {
  const names = request.names();
  return (
    names.length > 1 &&
    names.every((name) => {
      if (!Object.hasOwn(widening, name)) return false;
      const value = request.text(name);
      return value !== undefined && (widening[name] ?? value) === value;
    })
  );
}
