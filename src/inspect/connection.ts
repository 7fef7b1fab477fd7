/** What a connection shows besides certificates. */
import type { Sighted, Staple } from '../companion/protocol.ts';

export type Connection = Pick<Sighted, 'tlsVersion' | 'nodeRejects' | 'staple' | 'handshakeMilliseconds'>;

/** The connection for people, one fact a line. The certificates that follow are those that Node reports. */
export function connectionReport({
  tlsVersion,
  nodeRejects,
  staple,
  handshakeMilliseconds,
}: Connection): string {
  return [
    `Connection      ${tlsVersion ?? 'unknown TLS'}, handshake in ${handshakeMilliseconds} ms`,
    `Node's verdict  ${nodeRejects ?? 'nothing wrong'}`,
    `OCSP staple     ${stapleText(staple)}`,
    'The certificates are as Node reports them: not necessarily the list that the server sent.',
  ].join('\n');
}

function stapleText(staple: Staple): string {
  switch (staple.is) {
    case 'none':
      return 'none came';
    case 'unfit':
      return 'one came that does not fit the certificate or cannot be read';
    case 'answer': {
      const until = staple.nextUpdate === null ? 'no end given' : `until ${staple.nextUpdate}`;
      return `${staple.status}, made ${staple.producedAt}, as of ${staple.thisUpdate}, ${until}`;
    }
  }
}
