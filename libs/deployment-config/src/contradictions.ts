import * as z from 'zod';
import { MAX_ACCOUNT_NAMES_BYTES } from './config-schema.ts';
import type { Problem } from './errors.ts';
import { partitionOf, regionsEnabledByDefault } from './regions.ts';
import { shown } from './shown-value.ts';
import { endpointOf, protocols } from './subscription-schema.ts';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
const subscriptions = z
  .object({
    subscriptions: z
      .array(
        z
          .object({ protocol: z.enum(protocols), endpoint: z.string() })
          .optional()
          .catch(undefined),
      )
      .catch([]),
  })
  .catch({ subscriptions: [] });

/** The configuration as far as it can be read, so that contradictions show beside other mistakes. */
const ReadableSchema = z.object({
  homeRegion: text,
  regions: texts,
  optInRegions: texts,
  alerts: subscriptions,
  operations: subscriptions,
  chat: z.object({ slack: z.unknown(), teams: z.unknown() }).partial().optional().catch(undefined),
  accountNames: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
type Readable = z.infer<typeof ReadableSchema>;

/** Fields that are right each for itself, but not together. */
export function contradictions(raw: unknown): readonly Problem[] {
  const readable = ReadableSchema.safeParse(raw);
  if (!readable.success) return [];
  const config = readable.data;
  return [
    ...regionProblems(config),
    ...endpointProblems('alerts', config.alerts),
    ...endpointProblems('operations', config.operations),
    ...repeatedSubscribers('alerts', config.alerts),
    ...repeatedSubscribers('operations', config.operations),
    ...chatProblems(config),
    ...accountNameProblems(config),
  ];
}

function regionProblems({ homeRegion, regions, optInRegions = [] }: Readable): Problem[] {
  const partition = homeRegion === undefined ? undefined : partitionOf(homeRegion);
  if (homeRegion === undefined || partition === undefined) return [];
  const lists = { regions: regions ?? [], optInRegions };
  const foreign = Object.entries(lists).flatMap(([field, names]) =>
    names.flatMap((name, index) => {
      const other = partitionOf(name);
      if (other === undefined || other === partition) return [];
      return [
        {
          field: `${field}[${index}]`,
          found: `${shown(name)} of the partition ${other}`,
          wanted: `Regions of the home Region's partition, ${partition}; deploy once for each partition`,
        },
      ];
    }),
  );
  const watched = [...(regions ?? regionsEnabledByDefault(partition)), ...optInRegions];
  if (watched.includes(homeRegion)) return foreign;
  return [
    ...foreign,
    {
      field: 'homeRegion',
      found: `${shown(homeRegion)}, which is not watched`,
      wanted: 'a Region that is also in "regions" or "optInRegions"',
    },
  ];
}

function endpointProblems(field: string, { subscriptions }: Readable['alerts']): Problem[] {
  return subscriptions.flatMap((subscription, index) => {
    if (subscription === undefined) return [];
    const { pattern, wanted } = endpointOf[subscription.protocol];
    if (pattern.test(subscription.endpoint)) return [];
    return [
      {
        field: `${field}.subscriptions[${index}].endpoint`,
        found: shown(subscription.endpoint),
        wanted: `${wanted}, as "protocol" is "${subscription.protocol}"`,
      },
    ];
  });
}

function repeatedSubscribers(field: string, { subscriptions }: Readable['alerts']): Problem[] {
  const names = subscriptions.map((one) => one && `${one.protocol} ${one.endpoint}`);
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            field: `${field}.subscriptions[${index}]`,
            found: `the same as ${field}.subscriptions[${names.indexOf(name)}]`,
            wanted: 'each subscriber once',
          },
        ],
  );
}

function chatProblems({ chat, homeRegion }: Readable): Problem[] {
  if (chat === undefined) return [];
  const partition = homeRegion === undefined ? undefined : partitionOf(homeRegion);
  if (partition !== undefined && partition !== 'aws') {
    return [
      {
        field: 'chat',
        found: `a chat in the partition ${partition}`,
        wanted:
          'no "chat": Amazon Q Developer in chat applications is there in the partition aws only',
      },
    ];
  }
  if (chat.slack !== undefined || chat.teams !== undefined) return [];
  return [{ field: 'chat', found: 'no channel', wanted: '"slack", "teams" or both' }];
}

function accountNameProblems({ accountNames = {} }: Readable): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(accountNames));
  if (bytes <= MAX_ACCOUNT_NAMES_BYTES) return [];
  return [
    {
      field: 'accountNames',
      found: `${bytes} bytes`,
      wanted: `at most ${MAX_ACCOUNT_NAMES_BYTES} bytes, because the names travel in the notifier's environment: name the accounts that matter most, or shorten names`,
    },
  ];
}
