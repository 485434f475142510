/** The HTTP server of the desk. It listens on this machine only, unless told another host. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createDesk, type DeskSource } from '../desk/index.tsx';
import { ReadoutError } from '../model/errors.ts';
import { allowHosts, ownFormsOnly, secureHeaders } from './guard.ts';

export interface DeskServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the desk until closed. Port 0 takes any free port.
 * @throws ReadoutError 'port-taken'
 */
export async function serveDesk(options: { source: DeskSource; port: number; host?: string }): Promise<DeskServer> {
  const { source, port, host = '127.0.0.1' } = options;
  let bound = port;
  const app = new Hono();
  app.use(
    secureHeaders(),
    allowHosts(() => bound),
    ownFormsOnly(),
  );
  const desk = createDesk(source);
  app.all('*', (c) => desk.fetch(c.req.raw));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port)));
    server.listen(port, host, resolve);
  });
  bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections open; without this the server would wait for them.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function listenFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ReadoutError(
      'port-taken',
      `port ${port} is in use`,
      `stop what uses it, or start with another: PORT=${port + 1} npm start`,
      { cause: error },
    );
  if (error.code === 'EACCES')
    return new ReadoutError('port-taken', `port ${port} is not open to this user`, 'choose a port above 1023', {
      cause: error,
    });
  return error;
}
