import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from './checks/index.ts';
import { readOptions } from './options.ts';
import { prove, proofText, statusOf, type Proof } from './prove.ts';
import { readRows } from './rows.ts';

const document = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'deployment.md'),
  'utf8',
);
const rows = readRows(document);
const ids = rows.map(({ id }) => id);

test('the rows of the document are read, each once, with how to see them', () => {
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { what, byHand } of rows) expect([what, byHand]).not.toContain('');
});

test('each check is for a row that the document has', () => {
  expect(Object.keys(checks).filter((id) => !ids.includes(id))).toEqual([]);
});

test('a document without rows is an error, not nothing to check', () => {
  expect(() => readRows('# Deploying\n')).toThrow('no numbered rows');
});

test.each([
  [['--row', 'P99'], '--row is "P99"'],
  [['--endpoint-url', 'localhost'], '--endpoint-url is "localhost"'],
  [['--rows'], "Unknown option '--rows'"],
  [['P1'], 'Unexpected argument'],
])('%j is wrong usage', (argv, message) => {
  expect(() => readOptions(argv, ids)).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(() => readOptions(argv, ids)).toThrow(message);
});

const proof = (verdict: Proof['verdict']): Proof => ({
  row: 'P1',
  what: 'w',
  done: 'd',
  found: 'f',
  verdict,
});

test.each<[readonly Proof['verdict'][], number]>([
  [['proven', 'proven'], 0],
  [['proven', 'refuted', 'not checked'], 1],
  [['proven', 'not checked'], 3],
])('%j ends with %i', (verdicts, status) => {
  expect(statusOf(verdicts.map(proof))).toBe(status);
});

test('what AWS refuses leaves its row unchecked, with the reason, and the next is checked', async () => {
  const two = rows.slice(0, 2);
  const [first, second] = ids;
  const denied = Object.assign(new Error('not authorized to perform: x'), { name: 'AccessDenied' });
  const found: Proof[] = [];
  const faked = {
    [first ?? '']: () => Promise.reject(denied),
    [second ?? '']: async () => proof('proven'),
  };
  for await (const one of prove(two, faked, { real: true } as never)) found.push(one);
  expect(found.map(({ verdict }) => verdict)).toEqual(['not checked', 'proven']);
  expect(found[0]?.found).toContain('AccessDenied: not authorized');
});

test('an emulator proves nothing of AWS, whatever a check finds there', async () => {
  const [row] = rows;
  const check = { [row?.id ?? '']: async () => proof('proven') };
  const found: Proof[] = [];
  for await (const one of prove(rows.slice(0, 1), check, { real: false } as never)) found.push(one);
  expect(found).toMatchObject([{ verdict: 'not checked', found: 'an emulator answers: f' }]);
});

test('what AWS answers cannot steer the terminal', () => {
  expect(proofText({ ...proof('refuted'), found: 'bad\u001b[2Jtext' })).not.toContain('\u001b');
});
