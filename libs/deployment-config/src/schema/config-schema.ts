import * as z from 'zod';
import { OperationsSchema, SubscriptionSchema } from './audience-schema.ts';
import { ChatSchema } from './chat-schema.ts';
import { RetentionSchema } from './retention-schema.ts';
import { SessionsSchema } from './sessions-schema.ts';
import { knownRegions } from './regions.ts';

/** What the notifier's `ACCOUNT_NAMES` may take: Lambda allows 4 KB for all variables together. */
export const maxAccountNamesBytes = 2560;

const accountId = z.string('a 12-digit account ID in quotes').regex(/^\d{12}$/, {
  error: 'a 12-digit account ID',
});

const region = z.enum(knownRegions, { error: 'a Region that this version knows' });

const regions = z
  .array(region, 'a list of Region names')
  .refine((names) => new Set(names).size === names.length, { error: 'each Region once' });

/**
 * The description of one deployment: `deployment.jsonc` at the workspace root. The messages say
 * what is wanted; `loadDeploymentConfig` adds what was found.
 */
export const DeploymentConfigSchema = z
  .strictObject(
    {
      $schema: z
        .string()
        .optional()
        .describe('Where an editor finds the description of this file.'),
      organizationId: z
        .string('an organization ID, such as "o-exampleorg1"')
        .regex(/^o-[a-z0-9]{10,32}$/, { error: 'an organization ID, such as "o-exampleorg1"' })
        .describe(
          'The ID of the organization. Only its accounts may forward events to the central event bus. ' +
            'Found by `aws organizations describe-organization`.',
        ),
      managementAccountId: accountId.describe(
        'The management account of the organization. No service-managed StackSet reaches it, so it is watched by stacks of its own.',
      ),
      hubAccountId: accountId.describe(
        'The account that the hub is deployed to: a member account that few people can enter, for example the security tooling account.',
      ),
      rolloutAccountId: accountId
        .optional()
        .describe(
          'The account that holds the StackSet: the management account, which is the default, or a delegated administrator for StackSets.',
        ),
      homeRegion: region.describe(
        'The Region of the hub. Every watched Region forwards to it; it must be one of the watched Regions. Where it is an opt-in Region, every watched account must have it enabled, or its events cannot be forwarded.',
      ),
      regions: regions
        .min(1, { error: 'at least one Region, or leave the field out' })
        .optional()
        .describe(
          'The Regions to watch, the home Region and the one of root sign-ins among them (us-east-1, us-gov-west-1 or cn-north-1). Default: all Regions that are enabled by default in the partition of the home Region.',
        ),
      optInRegions: regions
        .default([])
        .describe(
          'Regions to watch in addition that accounts must enable first. Each must be enabled in the management account and in the watched accounts.',
        ),
      organizationalUnits: z
        .array(
          z
            .string('the ID of an organizational unit or of the root')
            .regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/, {
              error:
                'the ID of an organizational unit ("ou-abcd-11111111") or of the root ("r-abcd")',
            }),
          'a list of IDs of organizational units or of the root',
        )
        .default([])
        .describe(
          'Where to watch: IDs of organizational units or of the root. One of them must contain the hub account. Default: the whole organization.',
        ),
      alerts: z
        .strictObject(
          { subscriptions: z.array(SubscriptionSchema, 'a list of subscriptions').default([]) },
          'an object with "subscriptions"',
        )
        .describe(
          'Who is told about root activity. A person must get alerts from "high" on: by "email" or "https" here, or by "chat".',
        ),
      operations: OperationsSchema,
      chat: ChatSchema.optional(),
      sessions: SessionsSchema.prefault({}),
      retention: RetentionSchema.prefault({}),
      accountNames: z
        .record(accountId, z.string('a name').min(1, { error: 'a name' }), 'an object of names')
        .default({})
        .describe(
          `Names to show beside account IDs, as {"123456789012": "payments-prod"}. At most ${maxAccountNamesBytes} bytes as JSON.`,
        ),
      tags: z
        .record(
          z.string().regex(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u, {
            error: 'a tag key of at most 128 characters that does not begin with "aws:"',
          }),
          z.string('text').regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u, {
            error: 'a tag value of at most 256 letters, digits, spaces and _ . : / = + - @',
          }),
          'an object of tags',
        )
        .default({})
        .describe('Tags for every resource of the hub and of the spokes.'),
      terminationProtection: z
        .boolean('true or false')
        .default(true)
        .describe(
          'Whether the stacks refuse to be deleted until this is switched off and deployed.',
        ),
    },
    'an object: { "organizationId": …, … }',
  )
  .describe('Root Activity Monitor: one deployment.');

/** A valid configuration with every default filled in. */
export type DeploymentConfig = z.infer<typeof DeploymentConfigSchema>;
