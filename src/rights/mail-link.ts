/** Links that open a mail program (RFC 6068). */

/** Longer links are cut or refused by some systems: Chromium on Windows opens none of more than 2,048 characters. */
export const LONGEST_MAIL_LINK = 2000;

export interface MailLink {
  href: string;
  /** Some mail programs would not get the whole of it. */
  tooLong: boolean;
}

/** A link to a new mail. `body`: lines end in `\n`; empty: none. */
export function mailLink(to: string, subject: string, body: string): MailLink {
  const fields = [
    `subject=${encoded(subject)}`,
    // RFC 6068, 5: line breaks in the body are %0D%0A.
    ...(body === '' ? [] : [`body=${encoded(body.replace(/\n/g, '\r\n'))}`]),
  ];
  const href = `mailto:${encodeURIComponent(to).replace('%40', '@')}?${fields.join('&')}`;
  return { href, tooLong: href.length > LONGEST_MAIL_LINK };
}

/** Half of a surrogate pair has no UTF-8 form and would be refused. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}
