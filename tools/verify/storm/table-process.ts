import { workspaceRoot } from '@root-activity-monitor/tools/simulate';
import { loadDeployedHub, LocalTable } from '@root-activity-monitor/chaos';

// The state table in a process of its own, so that its work does not count as the notifier's. It
// ends with the process that started it.
const table = await LocalTable.start(loadDeployedHub(workspaceRoot).table);
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
process.send?.(table.port);
