import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { ConfigText } from './problems/config-text.ts';
import { formatValue, type Problem } from './problems/problems.ts';

const maxTokenLength = 40;
const anObject = 'an object: { "organizationId": …, … }';
const word = 'text and names in double quotes, a number, true, false or null';

/** What is wanted where the parser stumbles, by the name of its error. */
const wantedAt: Readonly<Record<string, string>> = {
  InvalidSymbol: word,
  InvalidNumberFormat: 'a number as 365 or 0.5',
  PropertyNameExpected: 'the name of a field in double quotes, or the closing "}"',
  ValueExpected: 'a value: text in double quotes, a number, true, false, {…} or […]',
  ColonExpected: 'a colon before it, between the name of a field and its value',
  CommaExpected: 'a comma before it',
  CloseBraceExpected: 'the "}" that closes an object',
  CloseBracketExpected: 'the "]" that closes a list',
  EndOfFileExpected: 'nothing after the "}" that ends the configuration',
  InvalidCommentToken: 'a comment as // … or /* … */',
  UnexpectedEndOfComment: 'the "*/" that ends the comment',
  UnexpectedEndOfString: 'a double quote at its end, on the same line',
  UnexpectedEndOfNumber: 'a number as 365 or 0.5',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
  InvalidCharacter: 'no control characters within text',
};

/** After these the parser goes on in the middle of something and stumbles over the same again. */
const derails = [
  'InvalidSymbol',
  'PropertyNameExpected',
  'UnexpectedEndOfComment',
  'UnexpectedEndOfString',
];
const closers = ['CloseBraceExpected', 'CloseBracketExpected'];

/** Every mistake of syntax, in words, without those that only follow from the one before. */
export function syntaxProblems(config: ConfigText): readonly Problem[] {
  const { syntaxErrors, text } = config;
  if (text.trim() === '') {
    return [{ field: '', place: config.placeAt(0), found: 'an empty file', wanted: anObject }];
  }
  return syntaxErrors
    .filter((error, index) => !followsFrom(syntaxErrors[index - 1], error, text))
    .map((error) => ({
      field: '',
      place: config.placeAt(error.offset),
      found: tokenAt(error, text),
      wanted: wantedAt[printParseErrorCode(error.error)] ?? word,
    }));
}

function followsFrom(previous: ParseError | undefined, error: ParseError, text: string): boolean {
  if (previous === undefined) return false;
  if (closers.includes(printParseErrorCode(error.error))) return false;
  if (previous.offset === error.offset) return true;
  const between = text.slice(previous.offset + previous.length, error.offset);
  return derails.includes(printParseErrorCode(previous.error)) && !/[,\n]/.test(between);
}

function tokenAt({ offset, length }: ParseError, text: string): string {
  const token = text.slice(offset, offset + length);
  if (token.trim() === '') return 'the end of the file';
  const inner = /^"([^"\\\n]*)"?$/.exec(token)?.[1];
  if (inner !== undefined) return formatValue(inner);
  return token.length > maxTokenLength ? `${token.slice(0, maxTokenLength)}…` : token;
}
