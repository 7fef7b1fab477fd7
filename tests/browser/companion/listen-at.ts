/** A server at a chosen address and port: where another one might stand in its place. */
import type { Server, Socket } from 'node:net';

/** Listens at an address of this machine; `close` cuts open connections too. */
export async function listenAt(
  server: Server,
  address: string,
  port: number,
): Promise<{ close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
