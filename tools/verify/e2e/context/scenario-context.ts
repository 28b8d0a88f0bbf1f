import type { Checklist } from '../checks/checklist.ts';
import type { Accounts } from '../emulator/accounts.ts';
import type { TestOrganization } from '../emulator/organization.ts';
import type { Gate } from '../gate/gate.ts';
import type { TestWorkspace } from '../workspace/copy-workspace.ts';
import type { RunInAccount } from '../workspace/spawn-command.ts';
import type { Deployers } from './deployers.ts';

/** What every step is given. */
export interface ScenarioContext {
  readonly checklist: Checklist;
  readonly accounts: Accounts;
  readonly organization: TestOrganization;
  readonly workspace: TestWorkspace;
  /** With the credentials of a deployer, once the account has one. */
  readonly command: RunInAccount;
  readonly deployers: Deployers;
  /** Between the commands and the emulator. */
  readonly gate: Gate;
}
