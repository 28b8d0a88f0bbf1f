import type { Activity } from './activity.ts';

type Grant = Pick<Activity, 'additional' | 'principal' | 'request'>;

/** To whom the powers of a signed-in user are handed over OAuth. */
export type GrantedTo = 'command-line' | 'agent' | 'program';

/**
 * `aws login` names itself; agents register themselves as external clients, or ask for the AWS MCP
 * Server.
 *
 * @see https://docs.aws.amazon.com/signin/latest/userguide/oauth-sign-in-overview.html
 * @see https://docs.aws.amazon.com/signin/latest/userguide/reference-signin-condition-keys.html
 */
export function grantedTo({ request }: Grant): GrantedTo {
  const client = request.text('client_id') ?? '';
  const resource = request.text('resource') ?? '';
  if (/external-client/.test(client) || /aws-mcp/.test(resource)) return 'agent';
  return client === '' || /:devtools\//.test(client) ? 'command-line' : 'program';
}

/** Where the browser is sent with the grant: a host that tells which program it is for. */
export function redirectHost({ request }: Grant): string | undefined {
  return /^\w+\[:\]\/\/([\w.[\]-]+)(?=[/:?#]|$)/.exec(request.text('redirect_uri') ?? '')?.[1];
}

/** A token that was granted before is renewed, as a program does every hour. */
export function isRenewal(grant: Grant): boolean {
  return grantType(grant) === 'refresh_token';
}

/** A program turns credentials that it holds into a token; nobody signs in at a browser. */
export function isExchange(grant: Grant): boolean {
  return grantType(grant) === 'client_credentials';
}

function grantType({ additional, request }: Grant): string | undefined {
  return additional.text('grant_type') ?? request.text('grant_type');
}

/** The sign-in session that the grant belongs to, by which it can be denied. */
export function signInSession({ additional, principal }: Grant): string | undefined {
  return additional.text('signInSessionArn') ?? principal.signInSession;
}
