export { introspect, type Introspection, type IntrospectOptions } from './introspect.ts';
export { report, summarise, type Summary } from './summary.ts';
