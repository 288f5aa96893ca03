export { bundleGraphiql } from './bundle.ts';
export { type Routes, graphiqlRoutes } from './routes.ts';
