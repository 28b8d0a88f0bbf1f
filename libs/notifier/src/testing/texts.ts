import { expect, it } from 'vitest';
import { findingOn } from './records.ts';

/** What a call is named in the subject, and words that its mail must and must not have. */
export type TextCase = readonly [
  what: string,
  record: Readonly<Record<string, unknown>>,
  title: string,
  said: readonly string[],
  unsaid: readonly string[],
];

/** One test a case: subject and mail say what happened and what to do. */
export function expectTexts(cases: readonly TextCase[]): void {
  it.each(cases)('%s', (_, record, title, said, unsaid) => {
    const { alert } = findingOn(record);
    // What was changed may stand behind the title.
    expect(alert?.subject.replace(/ \([^()]+\): /, ': ')).toContain(`] ${title}: `);
    const steps = alert?.mail.split('WHAT TO DO NOW')[1]?.split('WHERE TO LOOK')[0] ?? '';
    expect(steps.split('\n').filter((line) => /^\d\. \S/.test(line)).length).toBeGreaterThan(1);
    for (const words of said) expect(alert?.mail).toContain(words);
    for (const words of unsaid) expect(alert?.mail).not.toContain(words);
  });
}
