import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { DepartmentRequest } from '../../../gateway/index.ts';

/** A department over real HTTP. */
export interface HttpDepartment {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves what `answer` makes of each request, as JSON. */
export async function serveDepartment(answer: (request: DepartmentRequest) => unknown): Promise<HttpDepartment> {
  const server = createServer((request, response) => {
    void json(request)
      .then(body => answer(body as DepartmentRequest))
      .then(body => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
