import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ShopName } from './shops.ts';

/** What the server tells its page. */
export interface Settings {
  readonly name: ShopName;
  /** The token of the user that the command names. The page never sees the password. */
  readonly token?: string | undefined;
}

/**
 * Creates the middleware that answers with the settings, as JSON. `signIn` is called for each page, so that a page that is
 * loaded anew has a new token.
 */
export const settingsFor =
  (name: ShopName, signIn: () => Promise<string | undefined>) =>
  async (request: Pick<IncomingMessage, 'headers'>, response: ServerResponse): Promise<void> => {
    // The token opens the whole shop: no other page on this machine gets it, and no program that sends no such header.
    if (request.headers['sec-fetch-site'] !== 'same-origin') {
      response.writeHead(403).end();
      return;
    }
    const token = await signIn().catch((thrown: unknown) => {
      // The page asks for another name and password.
      console.error(`Cannot sign in: ${String(thrown)}`);
      return undefined;
    });
    const settings: Settings = { name, token };
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end(JSON.stringify(settings));
  };
