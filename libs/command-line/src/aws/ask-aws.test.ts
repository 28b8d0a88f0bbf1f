import { describe, expect, test } from 'vitest';
import { askAws, refusalText } from './ask-aws.ts';
import { Refusal } from './refusal.ts';

const purpose = { to: 'put events on the bus', needs: 'events:PutEvents' };
const named = (name: string, message = 'secret detail\n    at stack', more = {}) =>
  Object.assign(new Error(message), { name, ...more });

describe('what is the matter, in words', () => {
  test.each([
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
  ])('%s', (cause, said) => {
    const text = refusalText(purpose, cause);
    expect(text).toContain(said);
    expect(text).toContain('put events on the bus');
    expect(text).not.toContain('at stack');
  });

  test('an endpoint that is no AWS is named', () => {
    const cause = named('SyntaxError', 'Unexpected token < in JSON');
    expect(refusalText({ ...purpose, endpointUrl: 'http://localhost:1' }, cause)).toContain(
      'What answers at http://localhost:1 is not AWS',
    );
  });
});

test('an error becomes a refusal with its cause; a refusal stays what it is', async () => {
  const cause = named('ExpiredToken');
  await expect(askAws(purpose, () => Promise.reject(cause))).rejects.toMatchObject({
    name: 'Refusal',
    cause,
  });
  const refusal = new Refusal('no');
  await expect(askAws(purpose, () => Promise.reject(refusal))).rejects.toBe(refusal);
});
