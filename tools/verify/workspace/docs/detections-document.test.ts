import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { catalogue } from '@root-activity-monitor/notifier';
import { expect, it } from 'vitest';
import { command, detectionsDocument } from '@root-activity-monitor/tools/docs';

it('docs/detections.md is what the detections and fixtures say', async () => {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'detections.md');
  const stale = `docs/detections.md is stale: make it again with "${command}"`;
  expect(readFileSync(file, 'utf8') === (await detectionsDocument()), stale).toBe(true);
});

it('it has every detection, with its fixtures and the steps of its alert', async () => {
  const text = await detectionsDocument();
  for (const { id, meaning } of catalogue) {
    expect(text).toContain(`## \`${id}\`\n\n${meaning}\n`);
  }
  for (const { folder, name } of loadFixtures()) {
    if (catalogue.some(({ id }) => id === folder)) expect(text).toContain(`- \`${name}\`: `);
  }
  expect(text).toContain('1. Call the owner of account 123456789012');
});

it('a detection without a typical fixture is an error that names it', async () => {
  const others = loadFixtures().filter(({ folder }) => folder !== 'root-sign-in');
  await expect(detectionsDocument(catalogue, others)).rejects.toThrow('"root-sign-in"');
});
