/** AWS truncates error messages at 1 KB; messages show no more than that. */
const maxLength = 1024;
/** A secret that the cut would halve is found whole, and hidden. */
const maxRead = 4 * maxLength;

/**
 * E-mail addresses, telephone numbers, secret access keys, session tokens, encoded messages, tokens
 * in three parts (JSON Web Tokens), signed links, and what is called a password, secret or token.
 */
const secrets: readonly (readonly [form: RegExp, instead: string])[] = [
  [/[\p{L}\p{N}_.%+-]{1,64}@[\p{L}\p{N}_.-]+/gu, '(address hidden)'],
  [/\+\d[\d ().-]{6,20}\d/g, '(number hidden)'],
  [/\beyJ[\w-]{8,}(\.[\w-]{4,}){1,4}/g, '(secret hidden)'],
  [/\b(Bearer )[\w.~+/=-]{4,}/gi, '$1(secret hidden)'],
  [/\b(X-Amz-(?:Signature|Security-Token|Credential)=)[^\s&"']+/gi, '$1(secret hidden)'],
  // `password: "two words"`, `client_secret=x`, `masterUserPassword`: up to the end of the value.
  [
    /((?:password|passphrase|pwd|secret|token|api_?key|access_?key|secret_?string)(?:key|id|value)?["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s"'&;]{4,})/gi,
    '$1(secret hidden)',
  ],
  [
    /(Value )'[^']*'( at '[^']*(?:password|passphrase|secret|token|key)[^']*')/gi,
    "$1'(secret hidden)'$2",
  ],
  [/(?<![A-Za-z0-9])[A-Za-z0-9/+]{40}(?![A-Za-z0-9])/g, '(secret hidden)'],
  [/(?<![\w/+-])[\w/+-][\w/+=-]{99,}/g, '(secret hidden)'],
];

/** An error message without the contact data and credentials that AWS quotes in some of them. */
export function redact(message: string): string {
  let text = message.slice(0, maxRead);
  for (const [form, instead] of secrets) text = text.replace(form, instead);
  return text.slice(0, maxLength);
}
