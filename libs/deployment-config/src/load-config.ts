import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { DeploymentConfigSchema, type DeploymentConfig } from './config-schema.ts';
import { contradictions } from './contradictions.ts';
import { DeploymentConfigError, type Problem } from './errors.ts';
import { problemsOfIssue } from './field-problems.ts';

/** The file that a person writes, and the one that stands in for it where nothing is deployed. */
export const CONFIG_FILE = 'deployment.jsonc';
export const EXAMPLE_FILE = 'deployment.example.jsonc';

export interface LoadedConfig {
  readonly config: DeploymentConfig;
  readonly path: string;
  /** True where `deployment.jsonc` does not exist and the example was read in its place. */
  readonly isExample: boolean;
}

/**
 * Reads `deployment.jsonc` of a workspace, or the example where there is none.
 *
 * @throws DeploymentConfigError with every problem of the file: field, found, wanted.
 *
 * @example
 * const { config, isExample } = loadDeploymentConfig(process.cwd());
 */
export function loadDeploymentConfig(workspaceRoot: string): LoadedConfig {
  const own = join(workspaceRoot, CONFIG_FILE);
  const isExample = !existsSync(own);
  const path = isExample ? join(workspaceRoot, EXAMPLE_FILE) : own;
  return { config: parseDeploymentConfig(readFileSync(path, 'utf8'), path), path, isExample };
}

/**
 * Parses and checks the text of a configuration file; `path` is for messages only.
 *
 * @throws DeploymentConfigError
 */
export function parseDeploymentConfig(text: string, path: string): DeploymentConfig {
  const raw = parseJsonc(text, path);
  const parsed = DeploymentConfigSchema.safeParse(raw);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = distinct([
    ...issues.flatMap((issue) => problemsOfIssue(issue, raw)),
    ...contradictions(raw),
  ]);
  if (!parsed.success || problems.length > 0) throw new DeploymentConfigError(path, problems);
  return parsed.data;
}

function parseJsonc(text: string, path: string): unknown {
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return raw;
  const before = text.slice(0, first.offset).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  throw new DeploymentConfigError(path, [
    {
      field: '',
      found: `${printParseErrorCode(first.error)} at ${place}`,
      wanted: 'JSON; comments and trailing commas are allowed',
    },
  ]);
}

/** One problem a field: the first says what is wrong, more would only say it again. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ field }, index) => problems.findIndex((other) => other.field === field) === index,
  );
}
