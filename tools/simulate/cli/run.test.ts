import { findFixture, loadFixtures } from '@root-activity-monitor/event-fixtures';
import { describe, expect, it } from 'vitest';
import { linesOf, runSimulate as simulate } from '../testing/run-simulate.ts';

describe.concurrent('the simulator', () => {
  it('shows stages and mail for an account of three digits', async () => {
    const { status, out, err } = await simulate(['--account', '123']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/✓ default-bus .*000000000123/);
    expect(out).toMatch(/✓ mail /);
    expect(out).toMatch(/Subject: \[HIGH\] Root sign-in.*000000000123/);
  });

  it('writes nothing but JSON with --json', async () => {
    const name = 'root-access-key-created';
    const ended = await simulate(['--fixture', name, '--region', 'eu-central-1', '--json']);
    expect(ended.status).toBe(0);
    const [line, ...more] = linesOf(ended);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      eventId: expect.any(String),
      eventName: 'CreateAccessKey',
      region: 'eu-central-1',
      outcome: 'alerted',
      detection: name,
      severity: 'critical',
      subject: expect.stringMatching(/^\[CRITICAL\]/),
      body: expect.any(String),
      stages: expect.arrayContaining([
        { name: 'mail', passed: true, reason: expect.any(String), ms: expect.any(Number) },
      ]),
      messageAttributes: { severity: 'critical', simulated: 'false' },
    });
  });

  it('shows a forged event as refused, and that that is right', async () => {
    const { status, out } = await simulate([
      '--fixture',
      'root-sign-in',
      '--account',
      '444455556666',
      '--via',
      'outside-organization',
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/✗ central-bus-policy /);
    expect(out).toMatch(/^rejected/m);
  });

  it('lists the fixtures by detection', async () => {
    const { out } = await simulate(['--list']);
    expect(out).toMatch(/^root-sign-in$/m);
    expect(out).toMatch(/^ {2}root-sign-in\/\S+ \(typical\)\n {6}\S.*\.$/m);
  });

  it('lists them for programs, one object a fixture', async () => {
    const ended = await simulate(['--list', '--json']);
    expect({ status: ended.status, err: ended.err }).toEqual({ status: 0, err: '' });
    const listed = linesOf(ended);
    expect(listed.map(({ name }) => name)).toEqual(loadFixtures().map(({ name }) => name));
    const { folder, name, about, expect: expected } = findFixture('root-sign-in')!;
    expect(listed).toContainEqual({ name, folder, about, expect: expected });
  });

  it('stops root activity in a Region that is not watched, and fails', async () => {
    const ended = await simulate(['--region', 'af-south-1', '--json']);
    expect(ended.status).toBe(1);
    const [line] = linesOf(ended);
    expect(line).toMatchObject({ outcome: 'not-forwarded', region: 'af-south-1', subject: null });
    expect(line!['stages']).toContainEqual(
      expect.objectContaining({
        name: 'forwarding-rule',
        passed: false,
        reason: expect.stringMatching(/^Region af-south-1 is not watched/),
      }),
    );
  });

  it.each(['simulation', 'replay', 'put-events-default-bus', 'put-events-central-bus'])(
    'plays what it plays by default by way of %s, as that entry is meant',
    async (via) => {
      expect((await simulate(['--via', via])).status).toBe(0);
    },
  );

  it('marks a simulation as one', async () => {
    const { out } = await simulate(['--via', 'simulation']);
    expect(out).toMatch(/^Subject: \[SIMULATION\] /m);
  });

  it.each([
    ['sms', /characters of GSM 03\.38, 1 part/],
    ['json', /"Type": "Notification"/],
    ['chat', /┃ HIGH: Root sign-in/],
  ])('shows the message as %s', async (format, shown) => {
    expect((await simulate(['--format', format])).out).toMatch(shown);
  });
});
