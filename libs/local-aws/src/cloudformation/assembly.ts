import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { TemplateError } from './errors.ts';
import { readJson, readTemplate, type Template } from './template.ts';

const ManifestSchema = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.looseObject({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});

const AssetsSchema = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** One stack as `cdk synth` wrote it. */
export interface SynthesizedStack {
  readonly stackName: string;
  readonly template: Template;
  /** From the environment `aws://ACCOUNT/REGION`. */
  readonly account: string;
  readonly region: string;
  /** Where the contents of an asset lie on this machine, by its object key in the asset bucket. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads the one stack of a CDK cloud assembly that has a fixed environment.
 *
 * @throws TemplateError when the folder is no such assembly
 */
export function loadAssembly(folder: string): SynthesizedStack {
  const stacks = loadStacks(folder);
  const [only] = stacks;
  if (stacks.length === 1 && only !== undefined) return only;
  throw new TemplateError(`${folder} holds ${stacks.length} stacks, one is wanted`);
}

/**
 * Reads every stack of a CDK cloud assembly; each has a fixed environment.
 *
 * @throws TemplateError when the folder is no such assembly
 * @see https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 */
export function loadStacks(folder: string): readonly SynthesizedStack[] {
  const manifest = ManifestSchema.safeParse(readJson(join(folder, 'manifest.json')));
  if (!manifest.success) throw new TemplateError(`${folder} holds no CDK cloud assembly`);
  return Object.entries(manifest.data.artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, artifact]) => readStack(folder, id, artifact));
}

type Artifact = z.infer<typeof ManifestSchema>['artifacts'][string];

function readStack(
  folder: string,
  stackName: string,
  { environment, properties }: Artifact,
): SynthesizedStack {
  const [, account, region] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(environment ?? '') ?? [];
  if (account === undefined || region === undefined) {
    throw new TemplateError(
      `stack ${stackName} is for ${environment ?? 'no environment'}; aws://ACCOUNT/REGION is wanted`,
    );
  }
  const templateFile = properties?.templateFile ?? `${stackName}.template.json`;
  const assets = readAssets(folder, stackName);
  return { stackName, template: readTemplate(join(folder, templateFile)), account, region, assets };
}

function readAssets(folder: string, stackName: string): ReadonlyMap<string, string> {
  const path = join(folder, `${stackName}.assets.json`);
  if (!existsSync(path)) return new Map();
  const { files } = AssetsSchema.parse(readJson(path));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).flatMap(({ objectKey }) =>
        source.path === undefined ? [] : [[objectKey, join(folder, source.path)]],
      ),
    ),
  );
}
