import { workspaceRoot } from '../simulate/cli/workspace.ts';
import { loadDeployedHub } from '../chaos/hub/deployed-hub.ts';
import { LocalTable } from '../chaos/hub/local-table.ts';

// The state table in a process of its own, so that its work does not count as the notifier's. It
// ends with the process that started it.
const table = await LocalTable.start(loadDeployedHub(workspaceRoot).table);
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
process.send?.(table.port);
