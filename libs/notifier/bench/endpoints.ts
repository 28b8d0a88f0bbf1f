import { createServer } from 'node:http';
import { listenOnLoopback } from '@root-activity-monitor/local-aws';
import { SnsEndpoint } from '@root-activity-monitor/local-aws/sns';
import { batchOf } from './events.ts';
import { startState, tableName } from '../src/testing/state-table.ts';

/**
 * Starts on loopback an SNS, a DynamoDB with the state table, and the place
 * from which a Lambda runtime fetches its next event.
 */
async function startEndpoints() {
  let accounts = 0;
  const events = createServer((_, response) => {
    accounts += 1;
    response.end(JSON.stringify(batchOf(1, 500_000_000 + accounts, 'alerts')));
  });
  const state = await startState();
  return {
    ALERT_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:alerts',
    STATE_TABLE_NAME: tableName,
    AWS_REGION: 'eu-west-1',
    NEXT_EVENT_URL: `http://${await listenOnLoopback(events)}/`,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_SNS: await new SnsEndpoint().start(),
    AWS_ENDPOINT_URL_DYNAMODB: state.endpoint,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

// A process of their own, so that their work does not count as the notifier's. It ends with the
// process that started it, at the latest after ten minutes.
process.send?.(await startEndpoints());
process.on('disconnect', () => process.exit(0));
setTimeout(() => process.exit(1), 600_000).unref();
