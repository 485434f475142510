import { ReadoutError } from '../model/errors.ts';

const TIMEOUT_MS = 20_000;

/**
 * The bytes behind a URL, at most `maxBytes`.
 * @throws ReadoutError 'fetch' where the server cannot be reached, refuses, or sends something else than text.
 */
export async function fetchPage(url: string, maxBytes: number): Promise<{ bytes: Uint8Array; isHtml: boolean }> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new ReadoutError(
      'fetch',
      `${url} cannot be fetched (${reason})`,
      'check the address, or save the page and give the file',
      {
        cause,
      },
    );
  };
  let response: Response;
  try {
    response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'text/html, text/plain;q=0.8', 'user-agent': 'readout' },
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return fail(cause instanceof Error ? cause.message : String(cause), error);
  }
  if (!response.ok) fail(`the server answers ${response.status}`);
  const type = response.headers.get('content-type') ?? 'text/html';
  if (!/^(?:text\/(?:html|plain)|application\/xhtml)/i.test(type)) fail(`it is ${type}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) fail(`more than ${maxBytes / 1e6} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    fail('the transfer broke off', error);
  }
  return { bytes: Buffer.concat(chunks), isHtml: !/^text\/plain/i.test(type) };
}
