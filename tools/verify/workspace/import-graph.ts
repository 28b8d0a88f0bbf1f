import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** Who imports whom: nodes by name, with the names of the nodes that they import. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** A package of the workspace: the folder it is in, and the files that its exports name. */
interface Package {
  readonly name: string;
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
}

/** The imports between the TypeScript files of the workspace, by path, across packages too. */
export function fileGraph(workspaceRoot: string): Graph {
  const packages = packagesOf(workspaceRoot);
  const sources = filesIn(workspaceRoot, /\.ts$/);
  return new Map(
    sources.map((source) => {
      const text = readFileSync(join(workspaceRoot, source), 'utf8');
      const imported = ts
        .preProcessFile(text, true, true)
        .importedFiles.flatMap(({ fileName }) => resolveImport(source, fileName, packages) ?? []);
      return [source, new Set(imported)];
    }),
  );
}

/** The project files of the workspace, by path; what is built or installed is left out. */
export function filesIn(workspaceRoot: string, form: RegExp): readonly string[] {
  return ['apps', 'libs', 'tools']
    .flatMap((folder) =>
      readdirSync(join(workspaceRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => form.test(file) && !/node_modules|cdk\.out|dist\/|\.stryker-tmp/.test(file));
}

function packagesOf(workspaceRoot: string): readonly Package[] {
  return filesIn(workspaceRoot, /\/package\.json$/).map((manifest) => ({
    exports: {},
    ...JSON.parse(readFileSync(join(workspaceRoot, manifest), 'utf8')),
    folder: dirname(manifest),
  }));
}

function resolveImport(
  source: string,
  specifier: string,
  packages: readonly Package[],
): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(source), specifier));
  const owner = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  const exported = owner?.exports[`.${specifier.slice(owner.name.length)}`];
  return owner && exported && join(owner.folder, exported);
}

/** The same graph with each node replaced by the group that it belongs to. */
export function grouped(graph: Graph, groupOf: (node: string) => string | undefined): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [node, imported] of graph) {
    const group = groupOf(node);
    if (group === undefined) continue;
    const targets = groups.get(group) ?? new Set();
    groups.set(group, targets);
    for (const other of imported) {
      const target = groupOf(other);
      if (target !== undefined && target !== group) targets.add(target);
    }
  }
  return groups;
}

/** The circles of a graph: groups of nodes each of which reaches all the others. */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const reach = new Map<string, ReadonlySet<string>>();
  const reachOf = (start: string) => {
    const known = reach.get(start);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const next of graph.get(node) ?? []) {
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
    reach.set(start, seen);
    return seen;
  };
  const found = new Map<string, readonly string[]>();
  for (const node of graph.keys()) {
    if (!reachOf(node).has(node)) continue;
    const circle = [...reachOf(node)].filter((other) => reachOf(other).has(node)).sort();
    found.set(circle.join(), circle);
  }
  return [...found.values()];
}
