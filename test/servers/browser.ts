import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** What keeps Chromium from calling anybody of its own accord; the profile is a new empty one each time. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium of this test run, headless. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: quiet });
}
