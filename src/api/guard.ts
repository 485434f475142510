import type { MiddlewareHandler } from 'hono';

/**
 * Answers only requests that name this machine as their host. A page on the web could else point its own name at
 * 127.0.0.1 and read the record through the reader's browser (DNS rebinding).
 */
export function allowHosts(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const allowed = ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) =>
      port() === 80 ? [name, `${name}:80`] : [`${name}:${port()}`],
    );
    if (!allowed.includes((c.req.header('Host') ?? '').toLowerCase()))
      return c.text('Readout answers on this machine only: open it as 127.0.0.1 or localhost.\n', 403);
    return next();
  };
}

/**
 * Lets only the desk's own pages change anything: a page elsewhere could else send a form here through the reader's
 * browser. Browsers name the page's origin with every form that they post.
 */
export function ownFormsOnly(): MiddlewareHandler {
  return async (c, next) => {
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (changes && c.req.header('Origin')?.toLowerCase() !== `http://${(c.req.header('Host') ?? '').toLowerCase()}`)
      return c.text('Readout takes changes from its own pages only.\n', 403);
    return next();
  };
}

// 'self' alone: no outside request, no inline script or style, no frame around the page.
const POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

export function secureHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  };
}
