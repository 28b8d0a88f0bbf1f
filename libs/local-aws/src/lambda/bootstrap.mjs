// Lambda's Node.js runtime in small: runs inside the function's own process, finds the handler as
// Lambda does and speaks the Runtime API.
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [host, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const agent = new Agent({ keepAlive: true });

const RealDate = Date;
/** What the clock shows, where the invocation says so: a time line of its own has no other time. */
let timeOfDay;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(timeOfDay ?? RealDate.now());
    else super(...given);
  }
  static now() {
    return timeOfDay ?? RealDate.now();
  }
};

/** One call to the Runtime API; its end is the end of this process too. */
function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const options = { host, port, method, path: `/2018-06-01/runtime/${path}`, agent };
    const sent = request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function failure(type, message) {
  return Object.assign(new Error(message), { name: type });
}

/** `path/file.name`: the file is tried as .js, .mjs and .cjs, the name may be nested. */
async function loadHandler() {
  const wanted = process.env._HANDLER ?? '';
  const root = process.env.LAMBDA_TASK_ROOT ?? '.';
  const [, file, name] = /^(.*?[^/.]+)\.(.+)$/.exec(wanted) ?? [];
  if (file === undefined) throw failure('Runtime.MalformedHandlerName', `Bad handler ${wanted}`);
  const path = ['.js', '.mjs', '.cjs'].map((end) => join(root, file + end)).find(existsSync);
  if (path === undefined) {
    throw failure('Runtime.ImportModuleError', `Error: Cannot find module '${file}'`);
  }
  const loaded = await import(pathToFileURL(path).href);
  const source = file in (loaded.default ?? {}) ? loaded.default : loaded;
  const found =
    name.split('.').reduce((value, key) => value?.[key], source) ??
    name.split('.').reduce((value, key) => value?.[key], loaded.default);
  if (typeof found !== 'function') {
    throw failure('Runtime.HandlerNotFound', `${wanted} is undefined or not exported`);
  }
  return found;
}

const describe = (error) =>
  JSON.stringify({
    errorType: error?.name ?? 'Error',
    errorMessage: error?.message ?? String(error),
    trace: String(error?.stack ?? '').split('\n'),
  });

const logged = () => new Promise((resolve) => process.stdout.write('', resolve));

try {
  const handler = await loadHandler();
  for (;;) {
    const { headers, text } = await call('GET', 'invocation/next');
    const id = headers['lambda-runtime-aws-request-id'];
    const context = {
      awsRequestId: id,
      invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
      memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
      logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () =>
        Number(headers['lambda-runtime-deadline-ms']) - RealDate.now(),
    };
    const shown = headers['simulation-time-of-day-ms'];
    timeOfDay = shown === undefined ? undefined : Number(shown);
    let outcome;
    try {
      const answer = await handler(JSON.parse(text), context);
      outcome = ['response', JSON.stringify(answer === undefined ? null : answer)];
    } catch (error) {
      outcome = ['error', describe(error)];
    }
    await logged();
    process.stdout.write(`END RequestId: ${id}\n`);
    await call('POST', `invocation/${id}/${outcome[0]}`, outcome[1]);
  }
} catch (error) {
  await call('POST', 'init/error', describe(error)).catch(() => undefined);
  process.exit(1);
}
