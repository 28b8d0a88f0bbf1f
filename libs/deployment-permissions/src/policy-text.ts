import { policiesFor, type Needed, type Statement } from './policy.ts';
import { wideStatements } from './wide-actions.ts';

/** Whom a policy is for. */
export interface Purpose {
  /** As "who deploys the hub, in the hub account". */
  readonly whom: string;
  readonly needed: () => readonly Needed[];
}

/**
 * What a document says of permissions: for each purpose its policy, a line a statement, and why
 * where something is allowed on everything.
 */
export function permissionsText(
  command: string,
  purposes: Readonly<Record<string, Purpose>>,
): string {
  const [first] = Object.keys(purposes);
  const sections = Object.entries(purposes).map(([name, { whom, needed }]) => {
    const policies = policiesFor(needed());
    const option = name === first ? '' : ` --for ${name}`;
    const count = policies.length === 1 ? '' : `, in ${policies.length} policies`;
    return [
      `**For ${whom}** (\`${command}${option}\`${count}):`,
      '',
      ...policies.flatMap(({ Statement }) => Statement.map(statementText)),
    ].join('\n');
  });
  return sections.join('\n\n');
}

/**
 * Puts a text between the two markers of a document.
 *
 * @param name as in `<!-- NAME -->` and `<!-- /NAME -->`
 * @throws Error where the document has no such markers
 */
export function withSection(document: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the document has no ${start} with ${end} after it`);
  return `${document.slice(0, from)}${start}\n\n${text}\n\n${document.slice(to)}`;
}

function statementText({ Sid, Action, Resource, Condition }: Statement): string {
  const reason = Object.entries(wideStatements).find(([sid]) => Sid.startsWith(sid))?.[1].why;
  const conditions = Object.values(Condition ?? {}).flatMap((keys) =>
    Object.entries(keys).map(([key, value]) => `\`${key}\` is \`${value}\``),
  );
  return [
    `- ${listOf(Action)} on ${listOf(Resource)}`,
    conditions.length > 0 ? `, where ${conditions.join(' and ')}` : '',
    reason === undefined ? '' : `: ${reason}`,
  ].join('');
}

const listOf = (values: string | readonly string[]): string =>
  (typeof values === 'string' ? [values] : values).map((value) => `\`${value}\``).join(', ');
