import { loadFixtures, type Fixture } from '@root-activity-monitor/event-fixtures';
import {
  catalogue,
  detect,
  formatAlert,
  readBatch,
  type Detection,
} from '@root-activity-monitor/notifier';
import { format } from 'prettier';

/** How to generate the document; its test shows this when it is stale. */
export const command = 'npx nx run tools:docs';

/**
 * `docs/detections.md`: every detection in the order in which they are asked, with its severities,
 * its meaning, and the steps in the alert for its typical fixture.
 *
 * @throws Error when a detection has no typical fixture, or that fixture finds another one
 */
export async function detectionsDocument(
  detections: readonly Detection[] = catalogue,
  fixtures: readonly Fixture[] = loadFixtures(),
): Promise<string> {
  const sections = detections.map((detection) => sectionOf(detection, fixtures));
  const text = [introduction, tableOf(detections), ...sections].join('\n\n');
  return format(text, { parser: 'markdown' });
}

const introduction = `<!-- Made by \`${command}\`; change the detections or the fixtures, not this page. -->

# Detections

What the notifier makes of an event. The detections are asked in this order, and the first that
matches wins; the last three are catch-alls, so that no root event is without a verdict. The ID of a
detection is the name of its file in \`libs/notifier/src/detections\` and of its folder in
\`libs/event-fixtures/fixtures\`; once released it never changes its meaning.

| severity | means | reaches people |
| --- | --- | --- |
| critical | root can be, or has been, taken over or made lasting: wake somebody | at once |
| high | a person used root, or tried something root-like that was denied | at once |
| medium | expected privileged work (centralized root access), or an attempt that failed | at once |
| low | root read something | counted; at once if it opens a session |
| info | a service acted with root's identity; a known false positive | never, it is recorded |

Any fixture shows its alert: \`npx nx run tools:simulate --fixture root-sign-in\`.`;

function tableOf(detections: readonly Detection[]): string {
  const rows = detections.map(
    ({ id, meaning, severities }) =>
      `| [\`${id}\`](#${id}) | ${severities.join(', ')} | ${meaning} |`,
  );
  return ['| detection | severity | what it means |', '| --- | --- | --- |', ...rows].join('\n');
}

function sectionOf(detection: Detection, fixtures: readonly Fixture[]): string {
  const { id, meaning, reference, severities, techniques } = detection;
  const own = fixtures.filter(({ folder }) => folder === id);
  const typical = own.find((fixture) => fixture.typical);
  if (typical === undefined) throw new Error(`no fixture of "${id}" is marked as typical`);
  const messages = [{ messageId: 'message', body: JSON.stringify(typical.envelope) }];
  const [finding] = readBatch(messages).map(detect);
  if (finding?.detection.id !== id) {
    throw new Error(
      `the typical fixture ${typical.name} is found by "${finding?.detection.id ?? 'nothing'}", not by "${id}"`,
    );
  }
  const { activity } = finding;
  const sent = finding.severity === 'info' ? undefined : formatAlert(finding);
  return [
    `## \`${id}\``,
    meaning,
    `Severity: ${severities.join(', ')}. [AWS page](${reference}).${techniquesLine(techniques)}`,
    `Its alert for the fixture \`${typical.name}\`${sent === undefined ? ' is never sent; it would say' : ` (\`${sent.subject}\`)`}:`,
    `> ${detection.summary(activity)}`,
    'What to do:',
    detection
      .steps(activity)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
    'Fixtures:',
    own.map(({ about, name }) => `- \`${name}\`: ${about}`).join('\n'),
  ].join('\n\n');
}

/** Where a technique is described; `A` marks a number of AWS's own catalog. */
function techniqueLink(technique: string): string {
  const page = technique.includes('.A')
    ? `https://aws-samples.github.io/threat-technique-catalog-for-aws/Techniques/${technique}.html`
    : `https://attack.mitre.org/techniques/${technique.replace('.', '/')}/`;
  return `[${technique}](${page})`;
}

function techniquesLine(techniques: readonly string[]): string {
  return techniques.length === 0 ? '' : ` Techniques: ${techniques.map(techniqueLink).join(', ')}.`;
}
