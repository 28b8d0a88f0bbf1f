import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FunctionProcess } from './function-process.ts';
import { lambdaNode } from './lambda-node.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A function whose code is this text. */
function functionOf(
  code: string,
  { file = 'index.mjs', handler = 'index.handler', timeoutSeconds = 60 } = {},
) {
  const codeFolder = mkdtempSync(join(tmpdir(), 'function-'));
  cleanups.push(() => rmSync(codeFolder, { recursive: true }));
  writeFileSync(join(codeFolder, file), code);
  const made = new FunctionProcess(
    {
      name: 'f',
      arn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
      region: 'eu-west-1',
      handler,
      runtime: 'nodejs24.x',
      timeoutSeconds,
      memoryMegabytes: 128,
      environment: { OWN: 'value' },
      logGroup: 'g',
      codeFolder,
      role: undefined,
      blocked: undefined,
    },
    {},
  );
  cleanups.push(() => made.close());
  return made;
}

describe('a function in its process', () => {
  it('gets event, context and a clean environment; what it logs is complete', async () => {
    const echo = functionOf(`export const handler = async (event, context) => {
      for (let i = 0; i < 500; i += 1) process.stdout.write('line ' + i + '\\n');
      return { event, name: context.functionName, own: process.env.OWN, home: process.env.HOME, left: context.getRemainingTimeInMillis() > 0 };
    };`);
    const { answer, log } = await echo.invoke({ a: 1 });
    expect(answer.ok && JSON.parse(answer.payload)).toEqual({
      event: { a: 1 },
      name: 'f',
      own: 'value',
      left: true,
    });
    expect(log).toHaveLength(500);
    expect((await echo.invoke({ a: 2 })).log).toHaveLength(500);
  });

  it('runs on the Node.js of its runtime', async () => {
    const version = functionOf('export const handler = async () => process.versions.node;');
    const { answer } = await version.invoke({});
    expect(answer.ok && JSON.parse(answer.payload)).toBe(lambdaNode('nodejs24.x').version);
  });

  it('keeps its process between invocations, also after an error', async () => {
    const counter = functionOf(
      `let n = 0; export const handler = async (event) => { n += 1; if (event.fail) throw new TypeError('no'); return n; };`,
    );
    await counter.invoke({});
    expect((await counter.invoke({ fail: true })).answer).toMatchObject({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'no',
    });
    expect((await counter.invoke({})).answer).toMatchObject({ payload: '3' });
  });

  it.each([
    ['CommonJS', 'exports.handler = async () => 1;', { file: 'index.cjs' }],
    ['a nested name', 'export const a = { b: async () => 1 };', { handler: 'index.a.b' }],
  ])('is found as %s', async (_, code, settings) => {
    expect((await functionOf(code, settings).invoke({})).answer).toMatchObject({
      ok: true,
      payload: '1',
    });
  });

  it.each([
    [
      'a file that does not exist',
      'export const handler = 1;',
      { handler: 'main.handler' },
      'Runtime.ImportModuleError',
    ],
    ['a name that is not exported', 'export const other = 1;', {}, 'Runtime.HandlerNotFound'],
    ['code that throws when loaded', 'throw new RangeError("x")', {}, 'RangeError'],
    [
      'a process that ends itself',
      'export const handler = () => process.exit(3);',
      {},
      'Runtime.ExitError',
    ],
    [
      'a handler that never ends',
      'export const handler = () => new Promise(() => setInterval(() => 1, 100));',
      { timeoutSeconds: 1 },
      'Sandbox.Timedout',
    ],
  ])('fails with %s, and again the next time', async (_, code, settings, errorType) => {
    const broken = functionOf(code, settings);
    expect((await broken.invoke({})).answer).toMatchObject({ ok: false, errorType });
    expect((await broken.invoke({})).answer).toMatchObject({ ok: false, errorType });
  });
});
