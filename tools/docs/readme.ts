/** What the README takes from the workspace. */
export interface ReadmeFacts {
  readonly detections: number;
  readonly fixtures: number;
  /** The range of "engines" in package.json, as `>=20.19`. */
  readonly node: string;
  /** What the simulator prints for the command that the README shows. */
  readonly simulation: string;
}

const start = '<!-- simulation: written by `npx nx run tools:docs` -->';
const end = '<!-- /simulation -->';

/**
 * What differs from run to run: durations, with the blanks before them, and when the session began,
 * which is when it is simulated.
 */
const variable = / +\d+(\.\d)? ms|\(\d+ ms\)|began \d{4}-\d\d-\d\d \d\d:\d\d UTC/g;

/**
 * The README with its numbers and its simulated event brought up to date. Different durations alone
 * do not replace the event.
 *
 * @throws Error where a place to write to is missing or appears twice
 */
export function updatedReadme(readme: string, facts: ReadmeFacts): string {
  const hundreds = Math.floor(facts.fixtures / 100) * 100;
  const numbers: readonly (readonly [RegExp, string])[] = [
    [/in \d+ \[detections\]/g, `in ${facts.detections} [detections]`],
    [/more than \d+ synthetic events/g, `more than ${hundreds} synthetic events`],
    [/Node \d+\.\d+ or newer/g, `Node ${facts.node.replace(/^>=/, '')} or newer`],
  ];
  const counted = numbers.reduce((text, [place, words]) => replaceOnly(text, place, words), readme);
  return withSimulation(counted, facts.simulation);
}

function replaceOnly(text: string, place: RegExp, words: string): string {
  const found = text.match(place)?.length ?? 0;
  if (found === 1) return text.replace(place, () => words);
  throw new Error(`README.md has ${found} places for ${String(place)}; it must have one`);
}

function withSimulation(text: string, simulation: string): string {
  const [before, inside, ...rest] = text.split(start).flatMap((part) => part.split(end));
  const [after] = rest;
  if (before === undefined || inside === undefined || after === undefined || rest.length > 1) {
    throw new Error(`README.md needs "${start}" and "${end}", each once`);
  }
  const block = `\n\n\`\`\`\n${simulation.trim()}\n\`\`\`\n\n`;
  const isSame = inside.replace(variable, '') === block.replace(variable, '');
  return [before, start, isSame ? inside : block, end, after].join('');
}
