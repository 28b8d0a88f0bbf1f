import { describe, expect, it } from 'vitest';
import { defang } from './defang.ts';

describe('harmless text', () => {
  it.each([
    ['line breaks', 'a\r\nBcc: b\u2028c\u2029d\u0085e', 'a\uFFFDBcc: b\uFFFDc\uFFFDd\uFFFDe'],
    ['terminal escapes', '\u001B[31mred\u009B0m\u0007\u0000', '\uFFFD[31mred\uFFFD0m\uFFFD'],
    ['bidirectional overrides', 'a\u202Eb\u2066c\u200Fd\u061C', 'a\uFFFDb\uFFFDc\uFFFDd\uFFFD'],
    [
      'zero-width and blank characters',
      'a\u200Bb\uFEFFc\u00ADd\u3164e\u2800f',
      'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf',
    ],
    ['tags and variation selectors', 'a\u{E0041}b\uFE0Fc', 'a\uFFFDb\uFFFDc'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
    ['links', 'https://example.com/x', 'https[:]//example[.]com/x'],
    ['links without a scheme', 'x://y ://z', 'x[:]//y [:]//z'],
    ['every dot of a host name', 'www.evil.example.com.aa', 'www[.]evil[.]example[.]com[.]aa'],
    [
      'host names in other scripts',
      'b\u00FCcher.example \u4F8B\u3002\u6D4B\u8BD5',
      'b\u00FCcher[.]example \u4F8B[.]\u6D4B\u8BD5',
    ],
    [
      'schemes that mail clients call',
      'javascript:x MAILTO:y tel:1',
      'javascript[:]x MAILTO[:]y tel[:]1',
    ],
    ['mentions', '@here jo@example.com \uFF20all', '[at]here jo[at]example[.]com [at]all'],
    ['mark-up', '<!channel> <b>', '\u2039!channel\u203A \u2039b\u203A'],
    ['entities', 'a &lt; b &#64;here R&D', 'a \uFF06lt; b \uFF06#64;here R&D'],
    ['code', '`rm`', "'rm'"],
    ['file shares', '\\\\host\\share', '\\host\\share'],
    ['piles of marks', `a${'\u0301'.repeat(50)}`, 'a\u0301\u0301'],
    ['space at the ends', '  a b  ', 'a b'],
  ])('has no %s', (_, text, expected) => {
    expect(defang(text)).toBe(expected);
    expect(defang(expected)).toBe(expected);
  });

  it.each([
    'arn:aws:sts::111122223333:assumed-role/Org_Admin/jo',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0',
    '2001:db8::1, 203.0.113.24',
    'M\u00FCller & S\u00F6hne, \u6771\u4EAC, metadata: none, e.g. this',
  ])('stays as it is: %s', (text) => {
    expect(defang(text)).toBe(text);
  });

  it('is cut with a visible mark, between characters', () => {
    expect(defang('a'.repeat(300))).toBe('a'.repeat(300));
    expect(defang('a'.repeat(301))).toBe(`${'a'.repeat(294)} [cut]`);
    expect(defang('\u{1F600}'.repeat(300))).toBe(`${'\u{1F600}'.repeat(147)} [cut]`);
    expect(defang(`a${'\u{1F600}'.repeat(300)}`)).not.toMatch(/[\uD800-\uDFFF]/u);
    expect(defang(`${' '.repeat(2000)}x`)).toBe(' [cut]');
    expect(defang('abcdefgh', 7)).toBe('a [cut]');
  });
});
