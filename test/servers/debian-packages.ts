import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const APT = '/usr/bin/apt-get';
const POLICY = '/usr/sbin/policy-rc.d';

export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync(APT);
}

/**
 * Installs Debian packages without starting the services that they bring: the tests start servers of
 * their own, and the machine's may be wanted by nobody. Whether it worked shows in what is found afterwards.
 */
export function installPackages(packages: readonly string[]): void {
  process.stderr.write(`Installing ${packages.join(' ')} for the tests with apt-get; this takes a minute or two.\n`);
  const hadPolicy = existsSync(POLICY);
  if (!hadPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  } finally {
    if (!hadPolicy) rmSync(POLICY, { force: true });
  }
}

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync(APT, ['--quiet', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(stderr ?? '');
}
