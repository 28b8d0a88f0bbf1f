import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlags } from '@root-activity-monitor/command-line';
import { expect, it } from 'vitest';
import { checks } from './checks/index.ts';
import { proveCommand } from './command.ts';
import { prove, proofText, exitStatus, type Proof } from './prove.ts';
import { readRows } from './rows.ts';

const document = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'deployment.md'),
  'utf8',
);
const rows = readRows(document);
const { signal } = new AbortController();
const ids = rows.map(({ id }) => id);

it('the rows of the document are read, each once, with how to see them', () => {
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { what, byHand } of rows) expect([what, byHand]).not.toContain('');
});

it('each check is for a row that the document has', () => {
  expect(Object.keys(checks).filter((id) => !ids.includes(id))).toEqual([]);
});

it('a document without rows is an error, not nothing to check', () => {
  expect(() => readRows('# Deploying\n')).toThrow('no numbered rows');
});

it('takes only rows of the document', () => {
  expect(readFlags(['--row', 'P1'], proveCommand.flags).row).toEqual(['P1']);
  expect(() => readFlags(['--row', 'P99'], proveCommand.flags)).toThrow(
    /^--row must be one of P1, /,
  );
});

const proof = (verdict: Proof['verdict']): Proof => ({
  row: 'P1',
  what: 'w',
  done: 'd',
  found: 'f',
  verdict,
});

it.each<[readonly Proof['verdict'][], number]>([
  [['proven', 'proven'], 0],
  [['proven', 'refuted', 'not checked'], 1],
  [['proven', 'not checked'], 3],
])('%j ends with %i', (verdicts, status) => {
  expect(exitStatus(verdicts.map(proof))).toBe(status);
});

it('an error of AWS leaves its row unchecked, with the reason, and the next is checked', async () => {
  const two = rows.slice(0, 2);
  const [first, second] = ids;
  const denied = Object.assign(new Error('not authorized to perform: x'), { name: 'AccessDenied' });
  const found: Proof[] = [];
  const fakes = {
    [first ?? '']: () => Promise.reject(denied),
    [second ?? '']: async () => proof('proven'),
  };
  for await (const one of prove(two, fakes, { real: true, signal } as never)) found.push(one);
  expect(found.map(({ verdict }) => verdict)).toEqual(['not checked', 'proven']);
  expect(found[0]?.found).toContain('AccessDenied: not authorized');
});

it('an emulator proves nothing about AWS, whatever a check finds there', async () => {
  const [row] = rows;
  const check = { [row?.id ?? '']: async () => proof('proven') };
  const found: Proof[] = [];
  for await (const one of prove(rows.slice(0, 1), check, { real: false, signal } as never))
    found.push(one);
  expect(found).toMatchObject([{ verdict: 'not checked', found: 'an emulator answers: f' }]);
});

it('an answer of AWS cannot control the terminal', () => {
  expect(proofText({ ...proof('refuted'), found: 'bad\u001b[2Jtext' })).not.toContain('\u001b');
});

it('stops between two rows once the user interrupts', async () => {
  const found: Proof[] = [];
  const ending = new AbortController();
  const context = { real: true, signal: ending.signal } as never;
  for await (const one of prove(rows, {}, context)) {
    found.push(one);
    ending.abort();
  }
  expect(found).toHaveLength(1);
});
