/** What the world's servers were asked, in order. */
export type LoggedService = 'ocsp' | 'crl' | 'issuer' | 'site';

export interface LogEntry {
  /** Milliseconds since the epoch. */
  at: number;
  service: LoggedService;
  /** Without the port. */
  host: string;
  method: string;
  path: string;
  /** OCSP: the serial numbers asked about, lower-case hex. */
  serials?: string[];
}

export class Log {
  readonly entries: LogEntry[] = [];

  add(entry: Omit<LogEntry, 'at'>): void {
    this.entries.push({ at: Date.now(), ...entry });
  }

  /** Entries at or after `at` (milliseconds since the epoch), of one service or of all. */
  since(at: number, service?: LoggedService): LogEntry[] {
    return this.entries.filter(
      (entry) => entry.at >= at && (service === undefined || entry.service === service),
    );
  }
}

/** The host of a Host header or an `:authority`, without the port, in lower case. */
export function hostOf(authority: string | undefined): string {
  return (authority ?? '').replace(/:\d+$/, '').toLowerCase();
}
