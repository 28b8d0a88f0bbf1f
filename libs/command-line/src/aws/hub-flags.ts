import { loadDeploymentConfig } from '@root-activity-monitor/deployment-config';
import * as z from 'zod';
import { UsageError } from '../command/errors.ts';
import { flag, httpUrl } from '../command/flags.ts';
import { clientsOf, type Clients } from './clients.ts';

const regionName = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, {
  error: 'the name of a Region such as eu-central-1',
});

/** The flags of a command that works in the hub account. */
export const hubFlags = {
  region: flag(
    {
      value: 'NAME',
      about: "the hub's home Region; by default that of deployment.jsonc, or AWS_REGION",
    },
    regionName.optional(),
  ),
  'endpoint-url': flag({ value: 'URL', about: 'an AWS emulator' }, httpUrl().optional()),
};

type HubFlags = z.infer<z.ZodObject<typeof hubFlags>>;

/**
 * The clients that these flags ask for.
 *
 * @throws UsageError where no Region is known, DeploymentConfigError
 */
export function hubClients(flags: HubFlags, workspaceRoot: string): Clients {
  const region = flags.region ?? homeRegion(workspaceRoot);
  return clientsOf({ region, endpointUrl: flags['endpoint-url'] });
}

function homeRegion(workspaceRoot: string): string {
  const { config, isExample } = loadDeploymentConfig(workspaceRoot);
  const region = isExample ? process.env['AWS_REGION'] : config.homeRegion;
  if (region !== undefined && region !== '') return region;
  throw new UsageError("there is no deployment.jsonc: give the hub's home Region with --region");
}
