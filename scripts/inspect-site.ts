/** A site that `inspect` connects to, by the companion's own handshake. */
import { existsSync } from 'node:fs';
import { HandshakeFailure, shakeHands, type Handshake } from '../companion/handshake.ts';
import { stapleOf } from '../companion/sighting.ts';
import { typedTarget, type Target } from '../src/companion/target.ts';
import type { Connection } from '../src/inspect/connection.ts';

/**
 * The site that an argument names; null: it names a file. A file of that name comes first, and what looks like a path
 * or ends as certificate files do is one, whether it is there or not.
 */
export function siteNamed(argument: string): Target | null {
  if (existsSync(argument) || /[/\\]|\.(?:pem|crt|cer|der|txt)$/i.test(argument)) return null;
  const target = typedTarget(argument);
  // A word alone is rather a file that is not there; with a port it can only be a host.
  const isHost = argument.includes(':') || argument.includes('.') || argument === 'localhost';
  return isHost ? target : null;
}

export type Seen = { chain: Uint8Array[]; connection: Connection } | { error: string };

/** Connects, reads what is shown, and hangs up. No request is sent. */
export async function lookAt(target: Target): Promise<Seen> {
  try {
    const handshake = await shakeHands(target);
    return { chain: handshake.chain.map((der) => new Uint8Array(der)), connection: connectionOf(handshake) };
  } catch (error) {
    if (!(error instanceof HandshakeFailure)) throw error;
    return { error: `${error.why}: ${error.message}` };
  }
}

function connectionOf({ tlsVersion, nodeRejects, staple, milliseconds, chain }: Handshake): Connection {
  return {
    tlsVersion,
    nodeRejects,
    staple: stapleOf(staple, chain[0]),
    handshakeMilliseconds: Math.round(milliseconds * 10) / 10,
  };
}
