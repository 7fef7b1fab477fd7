import type { HostRecord } from '../../../extension/background/visit.ts';

/** What was seen of a host, over a new connection. */
export function host(origin: string, details: Partial<HostRecord> = {}): HostRecord {
  return {
    origin,
    certificate: 'ab',
    builtInRoot: true,
    usedOcsp: false,
    fromCache: false,
    at: 1,
    triedAt: null,
    namesResponder: false,
    contacts: [],
    ...details,
  };
}
