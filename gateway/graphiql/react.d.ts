// React brings no types of its own and only entry.ts uses it: these two functions instead of @types/react and @types/react-dom.
declare module 'react' {
  export function createElement(type: unknown, props: object): object;
}
declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(element: object): void };
}
