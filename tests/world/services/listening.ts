/** Servers of this machine, which can be closed with all their connections. */
import type { AddressInfo, Server, Socket } from 'node:net';

export interface Listening {
  port: number;
  /** Cuts open connections; new ones are accepted as before. */
  cut(): void;
  /** Cuts open connections too: a browser keeps some alive for minutes. */
  close(): Promise<void>;
}

/** Listens at 127.0.0.1 on a free port, or where it is told: where another server might stand in its place. */
export async function listen(
  server: Server,
  { address = '127.0.0.1', port = 0 }: { address?: string; port?: number } = {},
): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A browser that goes away resets its connections: no fault of the server.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
