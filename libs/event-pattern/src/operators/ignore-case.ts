/** The spellings of each character of a text; each spelling can be several characters long. */
type Spellings = readonly (readonly string[])[];

export interface IgnoreCaseText {
  equals(text: string): boolean;
  startsWhole(text: string): boolean;
  endsWhole(text: string): boolean;
}

/**
 * Compares as EventBridge does: the pattern's characters are offered in lower and upper case, the
 * event is not folded. So a pattern "ß" takes "ß" and "SS", not "ss". Characters outside the basic
 * plane are two halves to EventBridge, and each half becomes a question mark.
 */
export function ignoreCase(pattern: string): IgnoreCaseText {
  const spellings = pattern.split('').map(spellingsOf);
  const reversed = spellings.map((choices) => choices.map(reverse)).reverse();
  return {
    equals: (text) => endsOf(spellings, text).has(text.length),
    startsWhole: (text) => endsOf(spellings, text).size > 0,
    endsWhole: (text) => endsOf(reversed, reverse(text)).size > 0,
  };
}

function spellingsOf(character: string): readonly string[] {
  if (/[\uD800-\uDFFF]/.test(character)) return ['?'];
  return [...new Set([character.toLowerCase(), character.toUpperCase()])];
}

/** Where the text can stand after all spellings are read from its start; empty when it differs. */
function endsOf(spellings: Spellings, text: string): ReadonlySet<number> {
  let ends = new Set([0]);
  for (const choices of spellings) {
    const next = new Set<number>();
    for (const end of ends) {
      for (const choice of choices) {
        if (text.startsWith(choice, end)) next.add(end + choice.length);
      }
    }
    if (next.size === 0) return next;
    ends = next;
  }
  return ends;
}

function reverse(text: string): string {
  return text.split('').reverse().join('');
}
