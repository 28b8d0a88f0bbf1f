import { maxAccountNamesBytes } from '../schema/config-schema.ts';
import type { Mistake } from '../problems/problems.ts';
import { partitionOf } from '../schema/regions.ts';
import { audienceMistakes } from './audience-mistakes.ts';
import { ReadableConfigSchema, type ReadableConfig } from './readable-config.ts';
import { regionMistakes } from './region-mistakes.ts';
import { subscriberMistakes } from './subscriber-mistakes.ts';
import { unitMistakes } from './unit-mistakes.ts';

/** Fields that are right each for itself, but not together. */
export function crossFieldProblems(raw: unknown): readonly Mistake[] {
  const readable = ReadableConfigSchema.safeParse(raw);
  if (!readable.success) return [];
  const config = readable.data;
  return [
    ...regionMistakes(config),
    ...unitMistakes(config),
    ...peopleMistakes(config),
    ...chatMistakes(config),
    ...accountNameMistakes(config),
  ];
}

/** Where an endpoint is wrong, it is unknown whom it is meant to reach. */
function peopleMistakes(config: ReadableConfig): readonly Mistake[] {
  return (['alerts', 'operations'] as const).flatMap((field) => {
    const single = subscriberMistakes(field, config);
    return single.length > 0 ? single : audienceMistakes(field, config);
  });
}

function chatMistakes({ chat, homeRegion }: ReadableConfig): Mistake[] {
  if (chat === undefined) return [];
  const partition = homeRegion === undefined ? undefined : partitionOf(homeRegion);
  if (partition !== undefined && partition !== 'aws') {
    return [
      {
        path: ['chat'],
        found: `a chat in the partition ${partition}`,
        wanted:
          'no "chat": Amazon Q Developer in chat applications is there in the partition aws only',
      },
    ];
  }
  if (chat.slack !== undefined || chat.teams !== undefined) return [];
  return [{ path: ['chat'], found: 'no channel', wanted: '"slack", "teams" or both' }];
}

function accountNameMistakes({ accountNames = {} }: ReadableConfig): Mistake[] {
  const bytes = Buffer.byteLength(JSON.stringify(accountNames));
  if (bytes <= maxAccountNamesBytes) return [];
  return [
    {
      path: ['accountNames'],
      found: `${bytes} bytes`,
      wanted: `at most ${maxAccountNamesBytes} bytes, because the names travel in the notifier's environment: name the accounts that matter most, or shorten names`,
    },
  ];
}
