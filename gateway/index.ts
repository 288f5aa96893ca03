export { type SchemaChange, type SchemaComparison, compareSchemas } from './check/compare-schemas.ts';
export type { SchemaFault } from './check/schema-fault.ts';
export { type ComposeOptions, type Service, apiSchema, compose, composeOrTell } from './compose.ts';
export type { DepartmentHealth } from './departments.ts';
export type { Path, Response, ResponseError, Row } from './execute/response.ts';
export {
  type Gateway,
  type GatewayContext,
  type GatewayOptions,
  type GatewayRequest,
  type ResponseStream,
  type StreamedResponse,
  createGateway,
} from './gateway.ts';
export type { Cost } from './limit/cost/compile-cost.ts';
export { type Limits, defaultLimits } from './limit/limits.ts';
export { watchGateway } from './observe/watch-gateway.ts';
export { readApiSchema } from './read-api-schema.ts';
export { readDocuments } from './registered/read-documents.ts';
export type { RegisteredDocument } from './registered/registered-document.ts';
export { type ReloadingGateway, createReloadingGateway } from './reloading-gateway.ts';
export { type RunningServer, type ServeOptions, serveGateway } from './server.ts';
export { type HttpTransportOptions, httpTransport } from './transport/http.ts';
export { type InProcessOptions, inProcessTransport } from './transport/in-process.ts';
export {
  type DepartmentAnswer,
  type DepartmentError,
  type DepartmentRequest,
  type RequestContext,
  type Transport,
  TransportError,
} from './transport/transport.ts';
