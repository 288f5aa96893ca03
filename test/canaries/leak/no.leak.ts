import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';

test('an answer without a person', async () => {
  const server = createServer((_, response) => response.end('{"data":{"place":{"code":"330199001001001"}}}'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(await answer.text()).toContain('330199');
  await new Promise(resolve => server.close(resolve));
});
