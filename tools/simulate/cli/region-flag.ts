import { UsageError } from '@root-activity-monitor/command-line';
import { knownRegions } from '@root-activity-monitor/deployment-config';
import { nearest } from './nearest.ts';

/** Regions that a deployment cannot be in, but an event may be from. */
const elsewhere = ['eusc-de-east-1'];
const regions = [...knownRegions, ...elsewhere];

/** @throws UsageError that names the nearest Region when there is no such one */
export function readRegion(found: string): string {
  if (regions.includes(found)) return found;
  if (/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(found)) {
    throw new UsageError(
      `--region is "${found}"; no such Region is known, the nearest is ${nearest(found, regions)}`,
    );
  }
  throw new UsageError(
    `--region is "${found}"; the name of a Region is wanted, such as eu-central-1`,
  );
}
