import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, fileGraph, filesIn, grouped } from './import-graph.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const graph = fileGraph(workspaceRoot);
const isTest = (file: string) => /\.test\.ts$|\/testing\//.test(file);

/** From low to high: who stands on a floor imports what stands below it, or on it. */
const floors = [
  ['type:contract'],
  ['type:simulator', 'type:operator', 'type:test-data', 'type:synth'],
  ['type:runtime'],
  ['type:infra'],
  ['type:tooling'],
  ['type:verification'],
];

const projects = filesIn(workspaceRoot, /\/project\.json$/)
  .map((file) => ({
    folder: dirname(file),
    tags: JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')).tags as readonly string[],
  }))
  .sort((a, b) => b.folder.length - a.folder.length);
const projectOf = (file: string) => projects.find(({ folder }) => file.startsWith(`${folder}/`));
const floorOf = (file: string) =>
  floors.findIndex((tags) => projectOf(file)?.tags.some((tag) => tags.includes(tag)));

describe('the imports of the workspace', () => {
  it('form no circle between files', () => {
    expect(graph.size).toBeGreaterThan(500);
    expect(circles(graph)).toEqual([]);
  });

  it('form no circle between folders', () => {
    const folders = grouped(graph, (file) => (isTest(file) ? undefined : dirname(file)));
    expect(circles(folders)).toEqual([]);
  });

  it('form no circle between projects', () => {
    expect(circles(grouped(graph, (file) => projectOf(file)?.folder))).toEqual([]);
  });

  it('never lead from a lower floor to a higher one', () => {
    expect(projects.filter(({ folder }) => floorOf(`${folder}/x`) < 0)).toEqual([]);
    const up = [...graph].flatMap(([file, imported]) =>
      [...imported]
        .filter((other) => !isTest(file) && floorOf(other) > floorOf(file))
        .map((other) => `${file} -> ${other}`),
    );
    expect(up).toEqual([]);
  });
});

describe('a circle is found', () => {
  const of = (...edges: readonly (readonly [string, readonly string[]])[]) =>
    new Map(edges.map(([node, to]) => [node, new Set(to)]));

  it.each([
    ['none in a line', of(['a', ['b']], ['b', ['c']], ['c', []]), []],
    ['of two', of(['a', ['b']], ['b', ['a']]), [['a', 'b']]],
    [
      'of three beside a line',
      of(['a', ['b']], ['b', ['c']], ['c', ['a', 'd']], ['d', []]),
      [['a', 'b', 'c']],
    ],
    ['in itself', of(['a', ['a']]), [['a']]],
  ])('%s', (_, graph, expected) => {
    expect(circles(graph)).toEqual(expected);
  });
});
