/**
 * The port to the companion, a program of its own that Chromium starts for it.
 *
 * Life of a port: born with the first look; greeted with `hello`; shared by all looks while it is open; closed after a
 * minute without one, so that neither the companion nor this worker stays for nothing (an open port keeps the worker
 * alive). It dies early when the companion ends, crashes, is replaced by an update or says what cannot be understood;
 * the looks that waited fail then, and the next look opens a new one. A look that meets the death of a port that had
 * answered before is asked once more on a new one: the companion may have been updated meanwhile. Nothing is stored.
 */
import * as v from 'valibot';
import { UNAVAILABLE, type Unavailable } from '../../src/companion/finding.ts';
import {
  HOST_NAME,
  PROTOCOL,
  readAnswer,
  type Answer,
  type Failure,
  type Sighted,
} from '../../src/companion/protocol.ts';
import type { Target } from '../../src/companion/target.ts';

/** Milliseconds. Starting Node takes some 100; a handshake is given 10,000, and others may come before it. */
const PATIENCE = { hello: 10_000, look: 30_000, idle: 60_000 };

export type Looked = Sighted | Failure | { type: 'unavailable'; why: Unavailable };

/** What a page's port brought on an errand; null: nothing of the kind. */
export function readLooked(told: unknown): Looked | null {
  const answer = readAnswer(told);
  if (answer?.type === 'sighting' || answer?.type === 'failure') return answer;
  const none = v.safeParse(UnavailableSchema, told);
  return none.success ? none.output : null;
}

const UnavailableSchema = v.object({ type: v.literal('unavailable'), why: v.picklist(UNAVAILABLE) });

type Port = ReturnType<typeof chrome.runtime.connectNative>;
type Waiting = (looked: Looked) => void;

export class CompanionPort {
  private connection: Connection | null = null;

  /** Looks at a site. Never throws: what goes wrong is in the answer. */
  async look(target: Target): Promise<Looked> {
    const wasOpen = this.connection?.over === false;
    const looked = await this.connected().look(target);
    const replaced = looked.type === 'failure' && looked.why === 'replaced';
    if (replaced) this.connection?.close();
    const died = looked.type === 'unavailable' && looked.why === 'crashed' && wasOpen;
    return replaced || died ? this.connected().look(target) : looked;
  }

  /** Ends the companion, should it run, and with it what waits. */
  close(why: Unavailable): void {
    this.connection?.close(why);
  }

  private connected(): Connection {
    if (this.connection === null || this.connection.over) this.connection = new Connection();
    return this.connection;
  }
}

class Connection {
  over = false;
  private port: Port | null = null;
  private greeted = false;
  private next = 1;
  /** Why it is over. */
  private why: Unavailable = 'crashed';
  private readonly queue: (() => void)[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // Without the permission the function is not there.
    const { runtime }: { runtime: Partial<typeof chrome.runtime> } = chrome;
    if (runtime.connectNative === undefined) {
      this.end('not-allowed');
      return;
    }
    this.port = runtime.connectNative(HOST_NAME);
    this.port.onMessage.addListener((message: unknown) => this.hear(message));
    this.port.onDisconnect.addListener(() => this.end(reasonOf(chrome.runtime.lastError?.message)));
    this.port.postMessage({ type: 'hello', protocol: PROTOCOL });
    setTimeout(() => {
      if (!this.greeted) this.close('silent');
    }, PATIENCE.hello);
  }

  look({ host, port }: Target): Promise<Looked> {
    if (this.over) return Promise.resolve({ type: 'unavailable', why: this.why });
    clearTimeout(this.idle);
    const id = this.next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.close('silent'), PATIENCE.look);
      this.waiting.set(id, (looked) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(looked);
        this.rest();
      });
      const ask = (): void => this.port?.postMessage({ type: 'look', id, host, port });
      if (this.greeted) ask();
      else this.queue.push(ask);
    });
  }

  /** Ends the companion, and with it what waits. */
  close(why: Unavailable = 'crashed'): void {
    if (this.over) return;
    // Told first: this side of a port is not told when it disconnects by itself.
    this.end(why);
    this.port?.disconnect();
  }

  private hear(message: unknown): void {
    const answer = readAnswer(message);
    switch (answer?.type) {
      case undefined:
        return this.close('crashed');
      case 'hello':
        this.greeted = true;
        for (const ask of this.queue.splice(0)) ask();
        return;
      case 'refusal':
        return this.close(Math.max(0, ...answer.protocols) < PROTOCOL ? 'old' : 'newer');
      case 'sighting':
      case 'failure':
        return this.hand(answer);
    }
  }

  private hand(answer: Extract<Answer, { id: number | null }>): void {
    // A failure without an id says that the two do not understand each other.
    if (answer.id === null) return this.close('crashed');
    this.waiting.get(answer.id)?.(answer);
  }

  private end(why: Unavailable): void {
    if (this.over) return;
    this.over = true;
    this.why = why;
    for (const waiting of this.waiting.values()) waiting({ type: 'unavailable', why });
    clearTimeout(this.idle);
  }

  private rest(): void {
    if (this.waiting.size > 0 || this.over) return;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.close(), PATIENCE.idle);
  }
}

/** Chromium's words for why a port closed (extensions/browser/api/messaging/native_message_host.cc; 156). */
function reasonOf(message: string | undefined): Unavailable {
  if (message === undefined) return 'crashed';
  if (/host not found/i.test(message)) return 'missing';
  if (/forbidden/i.test(message)) return 'forbidden';
  return 'crashed';
}
