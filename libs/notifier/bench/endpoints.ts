import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { batchOf } from './events.ts';
import { startState, tableName } from '../src/testing/state-table.ts';

const batchResponse =
  '<PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult><Failed/>' +
  '<Successful/></PublishBatchResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PublishBatchResponse>';

/**
 * Starts on loopback an SNS that takes everything, a DynamoDB with the state table, and the place
 * from which a Lambda runtime fetches its next event.
 */
async function startEndpoints() {
  let accounts = 0;
  const sns: Server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === '/next') {
        accounts += 1;
        response.end(JSON.stringify(batchOf(1, 500_000_000 + accounts, 'alerts')));
        return;
      }
      response.writeHead(200, { 'content-type': 'text/xml' }).end(batchResponse);
    });
  });
  sns.listen(0, '127.0.0.1');
  await once(sns, 'listening');
  const address = sns.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const state = await startState();
  return {
    ALERT_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:alerts',
    STATE_TABLE_NAME: tableName,
    AWS_REGION: 'eu-west-1',
    NEXT_EVENT_URL: `http://127.0.0.1:${port}/next`,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${port}`,
    AWS_ENDPOINT_URL_DYNAMODB: state.endpoint,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

// A process of their own, so that their work does not count as the notifier's. It ends with the
// process that started it, at the latest after ten minutes.
process.send?.(await startEndpoints());
process.on('disconnect', () => process.exit(0));
setTimeout(() => process.exit(1), 600_000).unref();
