import { folderRoutes, type Routes } from '../lib/web/index.ts';

/** Serves the folder that `bundlePage` filled: the page at `/`, that of comparison at `/compare`, all indicators at `/indicators`, their files at `/assets/…`. */
export function pageRoutes(outDir: string): Routes {
  return folderRoutes({
    folder: outDir,
    page: '/',
    morePages: { '/compare': 'compare.html', '/indicators': 'indicators.html' },
    files: '/assets/',
    // The page's own files and the gateway beside it, nothing else: no inline script or style, no font.
    policy: ["script-src 'self'", "style-src 'self'", "connect-src 'self'", 'img-src data:'],
  });
}
