export { bundleGraphiql } from './bundle.ts';
export { graphiqlRoutes } from './routes.ts';
