import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const ResourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof ResourceSchema>;

export const TemplateSchema = z.looseObject({
  Resources: z.record(z.string(), ResourceSchema),
});
export type Template = z.infer<typeof TemplateSchema>;

/** A synthesized stack, and where it goes. */
export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
  /** Roles that the CDK CLI assumes for it, with `${AWS::Partition}` left in; none without bootstrapping. */
  readonly assumedRoles: readonly string[];
}

const StackArtifact = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string(),
  properties: z.looseObject({
    templateFile: z.string(),
    stackName: z.string().optional(),
    assumeRoleArn: z.string().optional(),
    lookupRole: z.looseObject({ arn: z.string() }).optional(),
  }),
});
const Manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.union([
      StackArtifact,
      z.object({
        type: z.literal('cdk:asset-manifest'),
        properties: z.looseObject({ file: z.string() }),
      }),
      z.looseObject({ type: z.string() }).transform(() => undefined),
    ]),
  ),
});
const Destination = z.looseObject({ assumeRoleArn: z.string().optional() });
const Assets = z.looseObject({
  files: z
    .record(z.string(), z.looseObject({ destinations: z.record(z.string(), Destination) }))
    .default({}),
});

const readJson = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));

/**
 * The stacks of a synthesized app.
 *
 * @param assembly the folder that CDK wrote
 */
export function readStacks(assembly: string): readonly Stack[] {
  const { artifacts } = Manifest.parse(readJson(assembly, 'manifest.json'));
  const publishing = Object.values(artifacts).flatMap((artifact) =>
    artifact?.type === 'cdk:asset-manifest'
      ? publishingRoles(Assets.parse(readJson(assembly, artifact.properties.file)))
      : [],
  );
  return Object.entries(artifacts).flatMap(([id, artifact]) => {
    if (artifact?.type !== 'aws:cloudformation:stack') return [];
    const { templateFile, stackName, assumeRoleArn, lookupRole } = artifact.properties;
    const [account = '', region = ''] = artifact.environment.replace(/^aws:\/\//, '').split('/');
    const roles = [assumeRoleArn, lookupRole?.arn, ...publishing].filter(
      (role) => role !== undefined,
    );
    const template = TemplateSchema.parse(readJson(assembly, templateFile));
    const assumedRoles = [...new Set(roles)].sort();
    return [{ name: stackName ?? id, account, region, template, assumedRoles }];
  });
}

function publishingRoles({ files }: z.infer<typeof Assets>): readonly (string | undefined)[] {
  return Object.values(files).flatMap(({ destinations }) =>
    Object.values(destinations).map(({ assumeRoleArn }) => assumeRoleArn),
  );
}
