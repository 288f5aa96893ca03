import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Authenticate, demoIssuer, demoRoutes, openAuthenticator, readIdentityFile } from '../identity/index.ts';
import type { County } from '../kernel/county.ts';

/** Whom a county's gateway believes: its identity.yaml, and the made-up people of a demonstration. */
export interface CountyIdentity {
  readonly authenticate: Authenticate;
  /** Where the page gets tokens of made-up people; absent for a county without a demonstration. */
  readonly routes: ReturnType<typeof demoRoutes> | undefined;
}

/** Without either file or demonstration everybody is the public. Throws BAD_IDENTITY_FILE. */
export async function openCountyIdentity({ folder, demo }: County): Promise<CountyIdentity> {
  const path = join(folder, 'identity.yaml');
  const file = existsSync(path) ? readIdentityFile(path) : undefined;
  const issuer = demo && demoIssuer(demo);
  const authenticate = await openAuthenticator({
    file,
    ...(issuer && { issuers: [issuer], anonymous: issuer.anonymous }),
    tell: ({ code, message }) => console.error(`${code}: ${message}`),
  });
  return { authenticate, routes: issuer && demoRoutes(issuer) };
}
