/** The alarm of every spoke; a Regional name, so that the hub knows it. */
export const SPOKE_ALARM_NAME = 'root-activity-undelivered';

/**
 * What a spoke forwards and the hub takes when the alarm goes off. Only AWS itself can send it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const spokeAlarmPattern = {
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: { alarmName: [SPOKE_ALARM_NAME], state: { value: ['ALARM'] } },
} as const;
