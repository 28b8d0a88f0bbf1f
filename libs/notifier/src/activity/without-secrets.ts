/** AWS truncates error messages at 1 KB; no more than that is looked at. */
const longestRead = 1024;

/** E-mail addresses, telephone numbers, secret access keys, session tokens and encoded messages. */
const secrets: readonly (readonly [form: RegExp, instead: string])[] = [
  [/[\w.%+-]{1,64}@[\w.-]+/g, '(address hidden)'],
  [/\+\d[\d ().-]{6,20}\d/g, '(number hidden)'],
  [/(?<![\w/+-])[A-Za-z0-9/+]{40}(?![\w/+=-])/g, '(secret hidden)'],
  [/(?<![\w/+-])[\w/+-][\w/+=-]{99,}/g, '(secret hidden)'],
];

/** An error message without the contact data and credentials that AWS quotes in some of them. */
export function withoutSecrets(message: string): string {
  let text = message.slice(0, longestRead);
  for (const [form, instead] of secrets) text = text.replace(form, instead);
  return text;
}
