import { describe, expect, it } from 'vitest';
import type { Finding } from '../detections/finding.ts';
import { finding } from '../testing/findings.ts';
import { call, findingOn } from '../testing/records.ts';
import { byteLength } from './text.ts';
import { formatAlert } from './alert.ts';

const chatMessage = (about: Finding) => JSON.parse(formatAlert(about).chat);

describe('the chat message', () => {
  it('is a custom notification of Amazon Q Developer', () => {
    expect(chatMessage(finding({ accountName: 'payments-prod' }))).toEqual({
      version: '1.0',
      source: 'custom',
      id: '5a460db3-b6f3-4381-a9bd-899029050627',
      content: {
        textType: 'client-markdown',
        title: 'HIGH: Root sign-in - payments-prod (123456789012)',
        description: [
          'Somebody signed in as root.',
          '*Severity:* HIGH',
          '*Account:* payments-prod (123456789012)',
          '*When:* 2026-11-02 09:14:33 UTC',
          '*Who:* the root user',
          '*From:* 203.0.113.24',
          '*With:* Mozilla/5.0',
          '*MFA:* used',
          '*Call:* signin ConsoleLogin',
          '*Outcome:* succeeded',
          '*Region:* us-east-1',
          'Event: https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events/5a460db3-b6f3-4381-a9bd-899029050627',
        ].join('\n'),
        nextSteps: ['Call the owner.'],
        keywords: ['root', 'high', 'root-sign-in'],
      },
      metadata: {
        threadId: 'root-123456789012',
        summary: 'HIGH: Root sign-in',
        eventType: 'root-activity',
        relatedResources: ['arn:aws:iam::123456789012:root'],
        additionalContext: {
          severity: 'high',
          detection: 'root-sign-in',
          eventId: '5a460db3-b6f3-4381-a9bd-899029050627',
        },
        enableCustomActions: false,
      },
    });
  });

  it('says first that it is a simulation, and last what is odd about its delivery', () => {
    const { content, metadata } = chatMessage(
      finding({ simulated: true, replay: 'r_1', addendum: 'late' }),
    );
    expect(content.title).toMatch(/^SIMULATION: HIGH: /);
    expect(metadata.summary).toMatch(/^SIMULATION: /);
    expect(content.description.split('\n').slice(0, 4)).toEqual([
      'This is a SIMULATION: nobody used root. It only proves that this message arrives.',
      'Somebody signed in as root.',
      expect.stringContaining('replay "r\uFF3F1"'),
      expect.stringContaining('(late)'),
    ]);
  });

  it('names no resource and no link that is not known', () => {
    const { content, metadata } = chatMessage(finding({ accountId: 'unknown', region: 'unknown' }));
    expect(metadata.relatedResources).toEqual([]);
    expect(content.description).not.toContain('Event:');
  });

  it('shows mark-up as plain characters, but for our own text to be copied', () => {
    const marked = '*b* _i_ ~s~ |t| #h [x](y) !z \\';
    const { content } = chatMessage(
      finding(
        { userAgent: marked, accountName: marked },
        { title: marked, steps: [`Use \`{"*":[]}\` ${marked}`] },
      ),
    );
    const plain =
      '\uFF0Ab\uFF0A \uFF3Fi\uFF3F \uFF5Es\uFF5E \uFF5Ct\uFF5C \uFF03h \uFF3Bx\uFF3D(y) \uFF01z \uFF3C';
    expect(content.title).toBe(`HIGH: ${plain} - ${plain} (123456789012)`);
    expect(content.description).toContain(`*With:* ${plain}\n`);
    expect(content.nextSteps).toEqual([`Use \`{"*":[]}\` ${plain}`]);
  });

  it('leaves identifiers as AWS writes them, in a code span that nothing in them ends', () => {
    const arn = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_01/jo_doe@example.com';
    const { activity } = findingOn(
      call('account CloseAccount', { userIdentity: { type: 'AssumedRole', arn } }),
    ).finding;
    expect(chatMessage(finding(activity)).content.description).toContain(`*Who:* \`${arn}\``);
    for (const userName of ['[click](http://a.b)', '@here', 'a`b', '<!channel>', 'x://y']) {
      const hostile = findingOn(
        call('iam DeleteUser', { requestParameters: { userName }, userAgent: userName }),
      );
      expect(hostile.alert?.chat).not.toContain(userName);
    }
  });

  it('keeps to the limits of Amazon Q Developer', () => {
    const long = '\u20AC'.repeat(4000);
    const { content, metadata } = chatMessage(
      finding({ userAgent: long, accountName: long }, { title: long, steps: [long] }),
    );
    expect(byteLength(content.title)).toBeLessThanOrEqual(250);
    expect(byteLength(content.description)).toBeLessThanOrEqual(8000);
    expect(byteLength(metadata.summary)).toBeLessThanOrEqual(250);
    expect(content.nextSteps.map(byteLength)).toEqual([348]);
    for (const text of [content.title, content.description, metadata.summary]) {
      expect(text.endsWith('...')).toBe(true);
    }
  });
});
