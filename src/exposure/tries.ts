/**
 * One try of OCSP is reported again with every response of its connection, also on the next page. Which connection a
 * response came over is not told, so the reports of one certificate are taken together while a connection may last.
 */
export interface Try {
  /** When the try was first reported, milliseconds since the epoch. */
  firstAt: number;
  /** The last response that may have come over the same connection. */
  lastAt: number;
}

/**
 * Firefox closes a connection that lay idle for this long: 115 s for HTTP/1.1, 170 s for HTTP/2
 * (network.http.keep-alive.timeout, network.http.http2.timeout); and it asks no failing responder again within 5 min.
 */
export const CONNECTION_LASTS = 180_000;

/**
 * The try that a report at `at` belongs to: the known one while its connection may last, else a new one. A clock that
 * was set back makes a new one too: the known one would be in the future.
 */
export function tryReported(known: Try | null, at: number): Try {
  if (known === null || Math.abs(at - known.lastAt) > CONNECTION_LASTS) return { firstAt: at, lastAt: at };
  return { firstAt: known.firstAt, lastAt: Math.max(known.lastAt, at) };
}
