import { centralizedRootAccessChanged } from './centralized-root-access-changed.ts';
import { consoleAccessChanged } from './console-access-changed.ts';
import type { Detection } from './detection.ts';
import { externalIdpSignIn } from './external-idp-sign-in.ts';
import { rootAccessKeyChanged } from './root-access-key-changed.ts';
import { rootAccessKeyCreated } from './root-access-key-created.ts';
import { rootAccessKeyUsed } from './root-access-key-used.ts';
import { rootAccountClosed } from './root-account-closed.ts';
import { rootAccountSettingsChanged } from './root-account-settings-changed.ts';
import { rootByService } from './root-by-service.ts';
import { rootCallDenied } from './root-call-denied.ts';
import { rootCliSignIn } from './root-cli-sign-in.ts';
import { rootDefenseEvasion } from './root-defense-evasion.ts';
import { rootEmailChanged } from './root-email-changed.ts';
import { rootFederatedActivity } from './root-federated-activity.ts';
import { rootIdentityPersistence } from './root-identity-persistence.ts';
import { rootMfaChallenge } from './root-mfa-challenge.ts';
import { rootMfaDeviceChanged } from './root-mfa-device-changed.ts';
import { rootPasswordChanged } from './root-password-changed.ts';
import { rootPasswordRecoveryCompleted } from './root-password-recovery-completed.ts';
import { rootPasswordRecoveryRequested } from './root-password-recovery-requested.ts';
import { rootRead } from './root-read.ts';
import { rootSessionActivity } from './root-session-activity.ts';
import { rootSessionGranted } from './root-session-granted.ts';
import { rootSignInFailed } from './root-sign-in-failed.ts';
import { rootSignIn } from './root-sign-in.ts';
import { rootTemporaryCredentials } from './root-temporary-credentials.ts';
import { rootWrite } from './root-write.ts';
import { unrecognizedRootEvent } from './unrecognized-root-event.ts';

/**
 * Every detection, in the order in which they are asked: the first that matches wins. Where two
 * match the same activity, the more severe stands first.
 */
export const catalogue: readonly Detection[] = [
  // What cannot be read cannot be judged.
  unrecognizedRootEvent,

  // Not root.
  externalIdpSignIn,

  // What is done to root, whatever identity the record carries, that of a service too.
  rootPasswordRecoveryCompleted,
  rootPasswordRecoveryRequested,
  centralizedRootAccessChanged,
  rootFederatedActivity, // root under another name, in whatever it does
  rootAccessKeyCreated,
  rootAccessKeyUsed,
  rootSessionGranted,
  rootEmailChanged,
  rootAccountClosed,
  rootPasswordChanged,
  consoleAccessChanged,

  // Root without a person at the keyboard, or on loan.
  rootByService,
  rootTemporaryCredentials, // of a root session too
  rootSessionActivity,

  // Always critical, or nearly.
  // Root's own devices and keys before those of the identities that it empowers.
  rootMfaDeviceChanged,
  rootAccessKeyChanged,
  rootIdentityPersistence,
  rootDefenseEvasion,

  // High and below, by event name.
  rootSignIn,
  rootSignInFailed,
  rootCliSignIn,
  rootMfaChallenge,
  rootAccountSettingsChanged,

  // Catch-alls: every other call that root made itself.
  rootCallDenied,
  rootWrite,
  rootRead,
];
