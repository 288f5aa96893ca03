import type { IncomingMessage, ServerResponse } from 'node:http';

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

/** Asks one route after the other, until one has answered. */
export function firstOf(routes: readonly (Route | undefined)[]): (...of: Parameters<Route>) => Promise<boolean> {
  return async (request, response) => {
    for (const route of routes) if (await route?.(request, response)) return true;
    return false;
  };
}
