/** The characters of GSM 03.38 that ASCII lacks, then those that take two places. */
const gsmOnly = '£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà';
const gsmDouble = '^{}\\[]~|€';
/** ASCII that GSM 03.38 lacks. */
const notGsm = /[`\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/;

export interface TextMessageSize {
  /** In places: a few characters of the GSM alphabet take two. */
  readonly length: number;
  readonly parts: number;
  readonly alphabet: 'GSM 03.38' | 'UCS-2';
}

/**
 * How long a text message is, and in how many parts it travels: 160 places of the GSM alphabet fit
 * in one part, 153 in each of several; with any other character 70 and 67.
 *
 * @see https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
 */
export function sizeOfTextMessage(text: string): TextMessageSize {
  const characters = [...text];
  const gsm = characters.every(isGsm);
  const length = gsm
    ? characters.reduce((sum, one) => sum + (gsmDouble.includes(one) ? 2 : 1), 0)
    : text.length;
  const [one, several] = gsm ? [160, 153] : [70, 67];
  const parts = length <= one ? 1 : Math.ceil(length / several);
  return { length, parts, alphabet: gsm ? 'GSM 03.38' : 'UCS-2' };
}

function isGsm(character: string): boolean {
  if (gsmOnly.includes(character) || gsmDouble.includes(character)) return true;
  return character.charCodeAt(0) < 128 && !notGsm.test(character);
}
