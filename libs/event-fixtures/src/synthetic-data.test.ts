import { describe, expect, it } from 'vitest';
import { loadFixtures } from './index.ts';

/** Account IDs that AWS uses in its documentation. */
const accountIds = new Set([
  '111122223333',
  '123456789012',
  '222233334444',
  '333344445555',
  '999988887777',
]);
const address = /(?<![\d./])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const documentationAddress = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/;
const mailDomain = /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/gi;
const linkedHost = /\bhttps?:\/\/([^/:"?\s]+)/gi;
const documentationHost =
  /^(127\.0\.0\.1|([\w-]+\.)*(example\.(com|org|net)|amazonaws\.com(\.cn)?|aws\.amazon\.com|api\.aws|amazonaws-us-gov\.com|amazonaws\.cn))$/;
const accessKey = /\bA(?:KIA|SIA)[A-Z0-9]{12,}\b/g;

interface Text {
  readonly where: string;
  readonly text: string;
}

function textsIn(value: unknown, where: string): Text[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    { where, text: name },
    ...textsIn(inner, `${where}.${name}`),
  ]);
}

const texts = loadFixtures().flatMap((fixture) => textsIn(fixture.envelope, fixture.name));

/** What the expression finds, without what is allowed. */
function foreign(pattern: RegExp, allowed: (found: string) => boolean): string[] {
  return texts.flatMap(({ where, text }) =>
    [...text.matchAll(pattern)]
      .map((match) => match[1] ?? match[0])
      .filter((found) => !allowed(found))
      .map((found) => `${where}: ${found}`),
  );
}

describe('the fixtures hold synthetic data only:', () => {
  it('account IDs of the documentation', () => {
    expect(foreign(/(?<![\w-])\d{12}(?![\w-])/g, (id) => accountIds.has(id))).toEqual([]);
  });

  it('IPv4 addresses that are set aside for documentation', () => {
    expect(foreign(address, (found) => documentationAddress.test(found))).toEqual([]);
  });

  it('IPv6 addresses that are set aside for documentation', () => {
    const sources = texts.filter(({ where }) => where.endsWith('sourceIPAddress'));
    const found = sources.filter(({ text }) => /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*$/i.test(text));
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text).toMatch(/^2001:db8:/);
  });

  it('mail addresses of example domains', () => {
    const allowed = (found: string) => /^example\.(com|org|net)$/.test(found);
    expect(foreign(mailDomain, allowed)).toEqual([]);
  });

  it('links to example domains and to AWS', () => {
    expect(foreign(linkedHost, (found) => documentationHost.test(found))).toEqual([]);
  });

  it('access keys that say that they are examples', () => {
    expect(foreign(accessKey, (found) => found.includes('EXAMPLE'))).toEqual([]);
  });
});
