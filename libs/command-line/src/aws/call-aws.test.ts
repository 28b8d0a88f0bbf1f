import { describe, expect, it } from 'vitest';
import { UserError } from '../command/errors.ts';
import { callAws, explainAwsError } from './call-aws.ts';

const purpose = { to: 'put events on the bus', needs: 'events:PutEvents' };
const named = (name: string, message = 'secret detail\n    at stack', more = {}) =>
  Object.assign(new Error(message), { name, ...more });

describe('an error of AWS, explained', () => {
  it.each([
    [named('CredentialsProviderError'), 'No AWS credentials were found'],
    [named('ExpiredTokenException'), 'have expired'],
    [named('ExpiredToken'), 'have expired'],
    [named('UnrecognizedClientException'), 'does not know these credentials'],
    [named('AccessDeniedException', 'not authorized'), 'events:PutEvents is needed'],
    [named('AuthorizationErrorException', 'not authorized'), 'events:PutEvents is needed'],
    [named('ThrottlingException'), 'Wait a minute'],
    [named('TimeoutError'), 'cannot be reached'],
    [named('Error', 'connect', { code: 'ENOTFOUND' }), 'cannot be reached'],
    [
      Object.assign(new AggregateError([named('Error', '', { code: 'ECONNREFUSED' })])),
      'ECONNREFUSED',
    ],
  ])('%s', (cause, expected) => {
    const text = explainAwsError(purpose, cause);
    expect(text).toContain(expected);
    expect(text).toContain('put events on the bus');
    expect(text).not.toContain('at stack');
  });

  it('names an endpoint that is not AWS', () => {
    const cause = named('SyntaxError', 'Unexpected token < in JSON');
    expect(explainAwsError({ ...purpose, endpointUrl: 'http://localhost:1' }, cause)).toContain(
      'What answers at http://localhost:1 is not AWS',
    );
  });
});

it('becomes a UserError with its cause; a UserError stays what it is', async () => {
  const cause = named('ExpiredToken');
  await expect(callAws(purpose, () => Promise.reject(cause))).rejects.toMatchObject({
    name: 'UserError',
    cause,
  });
  const known = new UserError('no');
  await expect(callAws(purpose, () => Promise.reject(known))).rejects.toBe(known);
});
