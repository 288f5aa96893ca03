import { folderRoutes, type Routes } from '../../lib/web/index.ts';

/** Serves the folder that `bundleGraphiql` filled: the page at `/graphiql`, its files at `/graphiql/…`. */
export function graphiqlRoutes(outDir: string): Routes {
  return folderRoutes({
    folder: outDir,
    page: '/graphiql',
    files: '/graphiql/',
    policy: [
      "script-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
      // Monaco sets the styles of its lines at run time.
      "style-src 'self' 'unsafe-inline'",
      'font-src data:',
      'img-src data:',
    ],
  });
}
