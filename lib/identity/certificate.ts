import type { IncomingMessage } from 'node:http';
import { type PeerCertificate, TLSSocket } from 'node:tls';
import type { Caller } from './caller.ts';
import type { CertificateEntry, SystemEntry } from './file/identity-file.ts';
import { systemCaller } from './system-caller.ts';
import { unauthenticated } from './unauthenticated.ts';

function fits({ fingerprint, subject }: CertificateEntry, certificate: PeerCertificate): boolean {
  if (fingerprint !== undefined && fingerprint !== certificate.fingerprint256) return false;
  const named = certificate.subject as unknown as Record<string, unknown>;
  return Object.entries(subject ?? {}).every(([part, value]) => Object.hasOwn(named, part) && named[part] === value);
}

/**
 * The system whose client certificate the connection has; undefined where it has none. Throws UNAUTHENTICATED for one that is not by
 * the authority that the gateway trusts, has ended, or belongs to no registered system.
 */
export function certificateReader(systems: readonly SystemEntry[]): (request: IncomingMessage) => Caller | undefined {
  const known = new WeakMap<TLSSocket, Caller>();
  const registered = systems.flatMap(system =>
    system.certificate ? [{ ...system, certificate: system.certificate }] : [],
  );

  return ({ socket }) => {
    if (!(socket instanceof TLSSocket)) return undefined;
    const before = known.get(socket);
    if (before) return before;
    const certificate = socket.getPeerCertificate();
    if (Object.keys(certificate).length === 0) return undefined;
    if (!socket.authorized) throw unauthenticated('a certificate that is not valid here', 'ask for another');
    const system = registered.find(each => fits(each.certificate, certificate));
    if (!system) throw unauthenticated('a certificate of no registered system', 'have the system registered');
    const caller = systemCaller(system);
    known.set(socket, caller);
    return caller;
  };
}
