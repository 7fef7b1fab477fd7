/** Values in stored records that a page could not show if they were anything else. */
import * as v from 'valibot';

/**
 * Milliseconds since the epoch, up to the year 9999: what no date can hold (ECMA-262, 21.4.1.1) throws where it is
 * shown, and so does a day by which a record is gone when it lies beyond.
 */
export const Instant = v.pipe(v.number(), v.minValue(0), v.maxValue(253_402_300_799_999));

/** `https://host:port`, or http; as `webOrigin` writes it. */
export const Origin = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^/]+$/),
  v.check((origin) => URL.canParse(origin), 'no address'),
);

/** An instant as a date writes it (ISO 8601). */
export const InstantText = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no date'),
);
