import { loadDeployedHub } from '@root-activity-monitor/chaos';
import { LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';

// The state table in a process of its own, so that its work does not count as the notifier's. It
// ends with the process that started it.
const dynamoDb = await new LocalDynamoDb([loadDeployedHub().table]).start();
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the process that started this one tells when to end.
process.on('SIGINT', () => undefined);
process.send?.(await dynamoDb.listen());
