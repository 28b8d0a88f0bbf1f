// Prints the hash of every cached task of the Nx workspace in this folder, as JSON: what Nx looks up
// in its cache before it runs one. Nx has no command for it, so this calls what its commands call.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const sources = join(dirname(require.resolve('nx/package.json')), 'dist', 'src');
const { readNxJson } = require(join(sources, 'config', 'configuration.js'));
const { createTaskHasher } = require(join(sources, 'hasher', 'create-task-hasher.js'));
const { createProjectGraphAsync } = require(join(sources, 'project-graph', 'project-graph.js'));
const { createTaskGraph } = require(join(sources, 'tasks-runner', 'create-task-graph.js'));
const { getTaskSpecificEnv } = require(join(sources, 'tasks-runner', 'task-env.js'));

const graph = await createProjectGraphAsync({ exitOnError: true });
const targets = Object.values(graph.nodes).flatMap(({ data }) =>
  Object.entries(data.targets ?? {}).flatMap(([name, { cache }]) => (cache ? [name] : [])),
);
const taskGraph = createTaskGraph(graph, {}, Object.keys(graph.nodes), [...new Set(targets)]);
const tasks = Object.values(taskGraph.tasks).filter(({ cache }) => cache);
const environments = Object.fromEntries(
  tasks.map((task) => [task.id, getTaskSpecificEnv(task, graph)]),
);
const hashes = await createTaskHasher(graph, readNxJson()).hashTasks(
  tasks,
  taskGraph,
  environments,
);
process.stdout.write(JSON.stringify(tasks.map(({ id }, index) => [id, hashes[index].value])));
// Nx leaves its plugins running.
process.exit(0);
