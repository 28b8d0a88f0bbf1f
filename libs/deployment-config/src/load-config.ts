import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeploymentConfigSchema, type DeploymentConfig } from './schema/config-schema.ts';
import { ConfigText } from './problems/config-text.ts';
import { crossFieldProblems } from './cross-field/cross-field-problems.ts';
import { DeploymentConfigError, problemsAt } from './problems/problems.ts';
import { mistakesOfIssue } from './field-problems.ts';
import { repeatedNames } from './schema/repeated-names.ts';
import { syntaxProblems } from './syntax-problems.ts';

/** The file that a person writes, and the one that stands in for it where nothing is deployed. */
export const configFile = 'deployment.jsonc';
export const exampleFile = 'deployment.example.jsonc';

export interface LoadedConfig {
  readonly config: DeploymentConfig;
  readonly path: string;
  /** True where `deployment.jsonc` does not exist and the example was read in its place. */
  readonly isExample: boolean;
  /** What the file says and where, to point at what turns out to be wrong later. */
  readonly text: ConfigText;
}

/**
 * Reads `deployment.jsonc` of a workspace, or the example where there is none.
 *
 * @throws DeploymentConfigError with every problem of the file: place, field, found, wanted.
 *
 * @example
 * const { config, isExample } = loadDeploymentConfig(process.cwd());
 */
export function loadDeploymentConfig(workspaceRoot: string): LoadedConfig {
  const own = join(workspaceRoot, configFile);
  const isExample = !existsSync(own);
  const path = isExample ? join(workspaceRoot, exampleFile) : own;
  const text = read(path);
  return { config: parsed(text, path), path, isExample, text };
}

/**
 * Parses and checks the text of a configuration file; `path` is for messages only.
 *
 * @throws DeploymentConfigError
 */
export function parseDeploymentConfig(text: string, path: string): DeploymentConfig {
  return parsed(new ConfigText(text), path);
}

function parsed(text: ConfigText, path: string): DeploymentConfig {
  const unreadable = text.syntaxErrors.length === 0 ? repeatedNames(text) : syntaxProblems(text);
  if (unreadable.length > 0) throw new DeploymentConfigError(path, unreadable);
  const result = DeploymentConfigSchema.safeParse(text.value);
  const issues = result.success ? [] : result.error.issues;
  const problems = problemsAt(
    [
      ...issues.flatMap((issue) => mistakesOfIssue(issue, text.value)),
      ...crossFieldProblems(text.value),
    ],
    text,
  );
  if (!result.success || problems.length > 0) throw new DeploymentConfigError(path, problems);
  return result.data;
}

/** @throws DeploymentConfigError where there is no text to be had */
function read(path: string): ConfigText {
  const refuse = (found: string, wanted: string, options?: ErrorOptions): never => {
    const problem = { field: '', place: undefined, found, wanted };
    throw new DeploymentConfigError(path, [problem], options);
  };
  try {
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) refuse('text that is not UTF-8', 'the file saved as UTF-8');
    return new ConfigText(bytes.toString('utf8'));
  } catch (cause) {
    if (cause instanceof DeploymentConfigError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return refuse(`something that cannot be read (${reason})`, 'a file', { cause });
  }
}
