import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { parseEntries } from './parse-entries.ts';
import { readSources } from './read-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = { eventName: 'A' };
const entries = (text: string) => parseEntries({ name: 'f', text }).entries;
const values = (text: string) => entries(text).map(({ value }) => value);
const problems = (text: string) =>
  parseEntries({ name: 'f', text }).problems.map(({ message }) => message);
const names = (path: string) => [...readSources(path, folder)].map(({ name }) => name);

describe('entries', () => {
  it.each([
    ['a single object', JSON.stringify(record), [record]],
    ['a pretty one', JSON.stringify(record, null, 2), [record]],
    ['Records', JSON.stringify({ Records: [record, 5, null] }), [record, 5, null]],
    ['a list', JSON.stringify([record, record]), [record, record]],
    ['JSON lines', `${JSON.stringify(record)}\n\n${JSON.stringify(record)}\r\n`, [record, record]],
    ['lines of Records', `{"Records":[1,2]}\n{"Records":[3]}\n`, [1, 2, 3]],
  ])('of %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('say where they are, when there are several', () => {
    expect(entries('[1,2]').map(({ label }) => label)).toEqual(['f#1', 'f#2']);
  });

  it('of JSON lines leave out a line that is none, and name it', () => {
    const text = `{"a":1}\n\n{"b":\n{"c":3}\n{"d" 4}\n{"e":5}\n`;
    expect(values(text)).toEqual([{ a: 1 }, { c: 3 }, { e: 5 }]);
    expect(problems(text)).toEqual([
      '--event f: line 3 is not JSON: it ends too early, at column 6',
      '--event f: line 5 is not JSON: unexpected text at column 6',
    ]);
  });

  it.each([
    ['an empty file', ' \n', /it is empty/],
    ['no events', '{"Records":[]}', /holds no event/],
    ['text', 'hello world', /not JSON: unexpected text at line 1, column 1$/],
    ['a missing brace', '{"a": 1', /not JSON: it ends too early, at line 1, column 8/],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', /unexpected text at line 3, column 3/],
    [
      'a pretty file that is cut',
      JSON.stringify({ Records: [{ a: {} }] }, null, 1).slice(0, -4),
      /ends too early/,
    ],
  ])('of %s are an error', (_, text, message) => {
    expect(() => values(text)).toThrow(message);
  });
});

describe('sources', () => {
  mkdirSync(join(folder, 'logs', 'b'), { recursive: true });
  writeFileSync(join(folder, 'logs', 'b', '2.json'), '1');
  writeFileSync(join(folder, 'logs', 'a.jsonl'), '1');
  writeFileSync(join(folder, 'logs', 'b', '1.json.gz'), gzipSync('{"Records":[]}'));
  writeFileSync(join(folder, 'logs', 'notes.txt'), 'not an event');
  mkdirSync(join(folder, 'empty'));

  it('of a folder are its JSON files, sorted', () => {
    expect(names('logs')).toEqual(['logs/a.jsonl', 'logs/b/1.json.gz', 'logs/b/2.json']);
  });

  it('are unzipped whatever their name', () => {
    writeFileSync(join(folder, 'zipped.log'), gzipSync('{"a":1}'));
    expect([...readSources('zipped.log', folder)]).toEqual([
      { name: 'zipped.log', text: '{"a":1}' },
    ]);
  });

  it.each([
    ['missing.json', /no such file or folder/],
    ['empty', /no file that ends in/],
  ])('%s is an error', (path, message) => {
    expect(() => names(path)).toThrow(message);
  });

  it('that are cut gzip are an error', () => {
    writeFileSync(join(folder, 'cut.gz'), gzipSync('{"a":1}').subarray(0, 12));
    expect(() => names('cut.gz')).toThrow(/no valid gzip/);
  });
});
