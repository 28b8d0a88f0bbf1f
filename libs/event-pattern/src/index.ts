export { patternAmbiguities } from './ambiguities.ts';
export {
  compileEventPattern,
  matchesEventPattern,
  validateEventPattern,
  type EventMatcher,
} from './compile.ts';
export { InvalidEventPatternError } from './json/errors.ts';
