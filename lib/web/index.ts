export { acceptedCoding, compress, type ContentCoding, leastCompressed } from './content-coding.ts';
export { beginBundle, finishBundle, hashOf, type Manifest, readManifest } from './manifest.ts';
export { firstOf } from './first-of.ts';
export { type FolderOptions, folderRoutes, type Routes } from './folder-routes.ts';
