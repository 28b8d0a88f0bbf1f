/** What the README says that the workspace knows better. */
export interface ReadmeFacts {
  readonly detections: number;
  readonly fixtures: number;
  /** The range of "engines" in package.json, as `>=20.19`. */
  readonly node: string;
  /** What the simulator prints for the command that the README shows. */
  readonly simulation: string;
}

const START = '<!-- simulation: written by `npx nx run tools:docs` -->';
const END = '<!-- /simulation -->';

/**
 * What differs from run to run: durations, with the blanks before them, and when the session began,
 * which is when it is simulated.
 */
const VARIABLE = / +\d+(\.\d)? ms|\(\d+ ms\)|began \d{4}-\d\d-\d\d \d\d:\d\d UTC/g;

/**
 * The README with its numbers and its simulated event brought up to date. Durations alone are no
 * reason to write the event anew.
 *
 * @throws Error where a place to write to is missing, or is there twice
 */
export function updatedReadme(readme: string, facts: ReadmeFacts): string {
  const hundreds = Math.floor(facts.fixtures / 100) * 100;
  const numbers: readonly (readonly [RegExp, string])[] = [
    [/in \d+ \[detections\]/g, `in ${String(facts.detections)} [detections]`],
    [/more than \d+ synthetic events/g, `more than ${String(hundreds)} synthetic events`],
    [/Node \d+\.\d+ or newer/g, `Node ${facts.node.replace(/^>=/, '')} or newer`],
  ];
  const counted = numbers.reduce((text, [place, words]) => replaceOnly(text, place, words), readme);
  return withSimulation(counted, facts.simulation);
}

function replaceOnly(text: string, place: RegExp, words: string): string {
  const found = text.match(place)?.length ?? 0;
  if (found === 1) return text.replace(place, () => words);
  throw new Error(`README.md has ${String(found)} places for ${String(place)}; one is wanted`);
}

function withSimulation(text: string, simulation: string): string {
  const [before, inside, ...rest] = text.split(START).flatMap((part) => part.split(END));
  const [after] = rest;
  if (before === undefined || inside === undefined || after === undefined || rest.length > 1) {
    throw new Error(`README.md needs "${START}" and "${END}", each once`);
  }
  const block = `\n\n\`\`\`\n${simulation.trim()}\n\`\`\`\n\n`;
  const isSame = inside.replace(VARIABLE, '') === block.replace(VARIABLE, '');
  return [before, START, isSame ? inside : block, END, after].join('');
}
