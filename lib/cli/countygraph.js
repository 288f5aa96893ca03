#!/usr/bin/env node
// Runs the command under the Node 24 that comes with `npm ci`, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(existsSync(own) ? own : process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
// Ended by a signal: as shells say it.
const ended = { SIGINT: 130, SIGTERM: 143 };
child.on('exit', (code, signal) => process.exit(code ?? ended[signal] ?? 1));
