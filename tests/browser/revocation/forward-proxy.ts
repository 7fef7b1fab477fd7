/** A forward proxy on loopback, which takes every name to this machine: RFC 9110, 9.3.6 for CONNECT; absolute URLs else. */
import { createServer, request as send } from 'node:http';
import { connect } from 'node:net';
import { listen } from '../../world/services/listening.ts';

export interface ForwardProxy {
  port: number;
  /** The hosts that passed, in order. */
  hosts: string[];
  close(): Promise<void>;
}

export async function startForwardProxy(): Promise<ForwardProxy> {
  const hosts: string[] = [];
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '');
    hosts.push(url.hostname);
    const onward = send(
      {
        host: '127.0.0.1',
        port: url.port === '' ? 80 : url.port,
        path: `${url.pathname}${url.search}`,
        method: incoming.method,
        headers: { ...incoming.headers, host: url.host },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, client) => {
    const { hostname, port } = new URL(`https://${incoming.url ?? ''}`);
    hosts.push(hostname);
    const onward = connect(Number(port === '' ? 443 : port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    onward.on('error', () => client.destroy());
    client.on('error', () => onward.destroy());
    client.on('close', () => onward.destroy());
  });
  const listening = await listen(server);
  return { port: listening.port, hosts, close: () => listening.close() };
}
