import { accessSync, constants, globSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import { canInstallPackages, installPackages } from './debian-packages.ts';

/** Absolute paths of the programs that the tests run against. */
export interface Programs {
  readonly mariadbd: string;
  readonly mariadbInstallDb: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly chromium: string;
}

/** Debian's packages that bring each program; without a CJK font Chromium draws boxes for Chinese. */
const packagesOf: Record<keyof Programs, readonly string[]> = {
  mariadbd: ['mariadb-server'],
  mariadbInstallDb: ['mariadb-server'],
  postgres: ['postgresql'],
  initdb: ['postgresql'],
  chromium: ['chromium', 'fonts-noto-cjk'],
};

/** Finds the programs, or installs Debian's packages when we are root and apt is there; else one sentence says what to install. */
export function providePrograms(): Programs {
  const found = findPrograms();
  if (isComplete(found)) return found;
  if (canInstallPackages()) installPackages(missingPackages(found));
  const now = findPrograms();
  if (isComplete(now)) return now;
  const packages = missingPackages(now).join(' ');
  throw operatorError('TEST_PROGRAM_MISSING', {
    expected:
      'MariaDB (mariadbd), PostgreSQL (postgres, initdb) and Chromium on this machine, because tests run against real ones',
    got: `no ${missingPrograms(now).join(', ')}`,
    todo: `install them (on Debian, as root: apt-get install --no-install-recommends ${packages}) and run the tests again`,
  });
}

type Findings = { readonly [Name in keyof Programs]: string | undefined };

function findPrograms(): Findings {
  const postgresFolder = findPostgresFolder();
  return {
    mariadbd: firstProgram('/usr/sbin/mariadbd', '/usr/libexec/mariadbd', ...inPath('mariadbd')),
    mariadbInstallDb: firstProgram('/usr/bin/mariadb-install-db', ...inPath('mariadb-install-db')),
    postgres: postgresFolder && join(postgresFolder, 'postgres'),
    initdb: postgresFolder && join(postgresFolder, 'initdb'),
    chromium: firstProgram(
      '/usr/bin/chromium',
      ...['chromium', 'chromium-browser', 'google-chrome'].flatMap(name => inPath(name)),
    ),
  };
}

/** Debian keeps the servers of each version out of PATH; the newest one is taken. */
function findPostgresFolder(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const others = inPath('postgres')
    .filter(isProgram)
    .map(path => dirname(realpathSync(path)));
  return [...debian, ...others].find(
    folder => isProgram(join(folder, 'postgres')) && isProgram(join(folder, 'initdb')),
  );
}

function inPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name));
}

function firstProgram(...paths: string[]): string | undefined {
  return paths.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingPrograms(found: Findings): (keyof Programs)[] {
  return (Object.keys(packagesOf) as (keyof Programs)[]).filter(name => found[name] === undefined);
}

function missingPackages(found: Findings): string[] {
  return [...new Set(missingPrograms(found).flatMap(name => packagesOf[name]))];
}

function isComplete(found: Findings): found is Programs {
  return missingPrograms(found).length === 0;
}
