import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeploymentConfigError } from './problems/problems.ts';
import { loadDeploymentConfig, parseDeploymentConfig } from './load-config.ts';
import { rawConfig } from './testing/raw-config.ts';

/** The lines that a person is shown for a text, without the first. */
const linesFor = (text: string): readonly string[] => {
  try {
    parseDeploymentConfig(text, '/project/deployment.jsonc');
    return [];
  } catch (error) {
    if (!(error instanceof DeploymentConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
};

describe('a problem is shown where it is', () => {
  const text = JSON.stringify(rawConfig(), null, 2);

  it('a wrong value, at the value', () => {
    expect(linesFor(text.replace('"123456789012"', '"1"'))).toEqual([
      '  deployment.jsonc:4:19  hubAccountId: found "1"; wanted a 12-digit account ID',
    ]);
  });

  it('an unknown field, at its name', () => {
    expect(linesFor(text.replace('{\n', '{\n  "homeRegoin": "x",\n'))).toEqual([
      '  deployment.jsonc:2:3  homeRegoin: found an unknown field; wanted "homeRegion"',
    ]);
  });

  it('a wrong key, at the key', () => {
    const [line] = linesFor(text.replace('{\n', '{\n  "accountNames":\n    {"12": "x"},\n'));
    expect(line).toMatch(/^ {2}deployment\.jsonc:3:6 {2}accountNames\.12: found the key "12"/);
  });

  it('a missing field, at what it is missing in', () => {
    const [line] = linesFor(`// mine\n${text.replace(/ *"protocol": "email",\n/, '')}`);
    expect(line).toMatch(
      /^ {2}deployment\.jsonc:9:7 {2}alerts\.subscriptions\[0\]\.protocol: found nothing/,
    );
  });

  it('a contradiction too, and in the order of the file', () => {
    const regions = '{\n  "regions": [\n    "eu-west-1"\n  ],\n  "tags": 1,\n';
    expect(linesFor(text.replace('{\n', regions)).map((line) => line.split('  ')[1])).toEqual([
      'deployment.jsonc:2:14',
      'deployment.jsonc:5:11',
    ]);
  });

  it('Windows line ends and byte order mark do not move it', () => {
    const windows = `\uFEFF${text.replace('"123456789012"', '"1"').replaceAll('\n', '\r\n')}`;
    expect(linesFor(windows)[0]).toContain('deployment.jsonc:4:19  ');
  });
});

describe('mistakes of syntax are told in words', () => {
  it.each([
    ['{\n  "organizationId" "o-x"\n}', ['2:20', 'found "o-x"; wanted a colon before it']],
    ["{'a': 1}", ['1:2', `found 'a'; wanted text and names in double quotes`]],
    ['{"a": tru}', ['1:7', 'found tru; wanted text and names in double quotes']],
    ['{"a": "x\n}', ['1:7', 'found "x"; wanted a double quote at its end']],
    ['{"a": 1}}', ['1:9', 'found }; wanted nothing after']],
    ['{"a": 1,, "b": 2}', ['1:9', 'found ,; wanted the name of a field']],
    ['{"a": 1} /* x', ['1:10', 'found /* x; wanted the "*/" that ends the comment']],
    ['', ['1:1', 'found an empty file; wanted an object']],
    ['[]', ['1:1', 'found an empty list; wanted an object: {']],
    ['"x"', ['1:1', 'found "x"; wanted an object: {']],
  ])('%j', (text, [place, said]) => {
    const lines = linesFor(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`deployment.jsonc:${place ?? ''}  (the file): ${said ?? ''}`);
    expect(lines[0]).not.toMatch(/Expected|Invalid|Unexpected/);
  });

  it('all of them at once', () => {
    const lines = linesFor('{\n "a": 1\n "b": 2\n "c" 3,\n "d": [1, 2\n');
    expect(lines.map((line) => line.trim().split('  ')[0])).toEqual([
      'deployment.jsonc:3:2',
      'deployment.jsonc:4:2',
      'deployment.jsonc:4:6',
      'deployment.jsonc:6:1',
      'deployment.jsonc:6:1',
    ]);
    expect(lines.at(-1)).toContain('found the end of the file; wanted the "}"');
  });

  it('the path of an address stays untold', () => {
    const [line] = linesFor('{"a" "https://pager.example.com/secret"}');
    expect(line).toContain('"https://pager.example.com/…"');
    expect(line).not.toContain('secret');
  });
});

it('a name that stands twice is refused, because JSON would take the last without a word', () => {
  const text = JSON.stringify(rawConfig(), null, 2);
  const twice = text.replace('{\n', '{\n  "alerts": { "subscriptions": [] },\n');
  expect(linesFor(twice)).toEqual([
    '  deployment.jsonc:7:3  alerts: found the name a second time, after line 2; wanted each name once',
  ]);
});

it.each([
  ['a folder', (path: string) => mkdirSync(path), 'something that cannot be read (EISDIR)'],
  ['UTF-16', (path: string) => writeFileSync(path, '\uFEFF{}é', 'utf16le'), 'not UTF-8'],
])('%s in the place of the file is said', (_, make, said) => {
  const workspace = mkdtempSync(join(tmpdir(), 'deployment-config-'));
  try {
    make(join(workspace, 'deployment.jsonc'));
    expect(() => loadDeploymentConfig(workspace)).toThrow(said);
  } finally {
    rmSync(workspace, { recursive: true });
  }
});
