import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { closestMatch } from '@root-activity-monitor/deployment-config';
import type { Environment } from '../aws/environment.ts';

/**
 * What is wrong with the profile that AWS_PROFILE names: that it does not exist. The SDK only says
 * that there are no credentials.
 *
 * @returns a sentence; undefined where the profile exists or none is named
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function missingProfile(environment: Environment): string | undefined {
  const name = environment['AWS_PROFILE'];
  if (name === undefined || name === '') return undefined;
  const known = knownProfiles(environment);
  if (known.includes(name)) return undefined;
  const meant = closestMatch(name, known);
  const others = known.length === 0 ? 'no profile does' : `these do: ${known.join(', ')}`;
  return `AWS_PROFILE names the profile "${name}", which does not exist; ${meant === undefined ? others : `did you mean "${meant}"?`}`;
}

function knownProfiles(environment: Environment): readonly string[] {
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? homedir();
  const config = environment['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config');
  const credentials =
    environment['AWS_SHARED_CREDENTIALS_FILE'] ?? join(home, '.aws', 'credentials');
  const names = [
    ...sections(config).flatMap((name) =>
      name === 'default' ? name : (/^profile\s+(.+)$/.exec(name)?.[1] ?? []),
    ),
    ...sections(credentials),
  ];
  return [...new Set(names.map((name) => name.replace(/^(["'])(.*)\1$/, '$2')))];
}

/** The names in brackets of an INI file; none where it cannot be read. */
function sections(path: string): readonly string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return lines.flatMap((line) => /^\s*\[([^\]]+)\]/.exec(line)?.[1]?.trim() ?? []);
  } catch {
    return [];
  }
}
