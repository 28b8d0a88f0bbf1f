import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterEach, describe, expect, it } from 'vitest';
import { startAwsQueryServer, type AwsQueryServer } from '../testing/aws-query.ts';
import { releaseFailedCreations } from './failed-creations.ts';

const described = (status: string, isProtected: boolean) =>
  `<Stacks><member><StackName>Hub</StackName><CreationTime>2026-11-02T09:14:33Z</CreationTime><StackStatus>${status}</StackStatus><EnableTerminationProtection>${isProtected}</EnableTerminationProtection></member></Stacks>`;

let server: AwsQueryServer | undefined;
afterEach(async () => await server?.close());

/** What is said, asked, and done to a stack that AWS describes so. */
async function release(
  answers: Readonly<Record<string, string>>,
  confirm?: (question: string) => Promise<boolean>,
) {
  const said: string[] = [];
  server = await startAwsQueryServer(({ form }) => answers[form.get('Action') ?? '']);
  const client = new CloudFormationClient({
    region: 'eu-west-1',
    endpoint: server.url,
    maxAttempts: 1,
    credentials: { accessKeyId: 'CALLER', secretAccessKey: 'example' },
  });
  const stack = { name: 'Hub', region: 'eu-west-1', client };
  await releaseFailedCreations([stack], confirm, (text) => said.push(text));
  client.destroy();
  const changes = server.calls.filter(
    ({ form }) => form.get('Action') === 'UpdateTerminationProtection',
  );
  return { said: said.join('\n'), changes: changes.map(({ form }) => Object.fromEntries(form)) };
}

const yes = async () => true;
const byHand =
  'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name Hub --region eu-west-1';

describe.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])('a protected stack in %s', (status) => {
  const answers = { DescribeStacks: described(status, true), UpdateTerminationProtection: '' };

  it('may be deleted once somebody has agreed', async () => {
    const questions: string[] = [];
    const { said, changes } = await release(answers, async (question) => {
      questions.push(question);
      return true;
    });
    expect(questions.join()).toContain('Hub in eu-west-1 could not be created before');
    expect(changes).toMatchObject([{ StackName: 'Hub', EnableTerminationProtection: 'false' }]);
    expect(said).toContain('is deleted and created anew');
  });

  it.each([
    ['where somebody says no', async () => false],
    ['where nobody can be asked', undefined],
  ])('keeps its protection %s, with the command that lifts it', async (_, confirm) => {
    const { said, changes } = await release(answers, confirm);
    expect(changes).toEqual([]);
    expect(said).toContain(byHand);
  });
});

it.each([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
  'DELETE_FAILED',
  'CREATE_IN_PROGRESS',
  'REVIEW_IN_PROGRESS',
])('a stack in %s keeps its protection', async (status) => {
  expect(await release({ DescribeStacks: described(status, true) }, yes)).toEqual({
    said: '',
    changes: [],
  });
});

it.each([
  ['there is no stack', { DescribeStacks: '<Stacks/>' }],
  ['it has no protection', { DescribeStacks: described('ROLLBACK_COMPLETE', false) }],
  ['it may not be seen', {}],
])('where %s, nothing happens', async (_, answers) => {
  expect(await release(answers, yes)).toEqual({ said: '', changes: [] });
});

it('whoever may not change it is told the command to give to somebody who may', async () => {
  const { said } = await release({ DescribeStacks: described('ROLLBACK_COMPLETE', true) }, yes);
  expect(said).toContain(byHand);
});
