/** Style sheets come into the bundle as text (esbuild's loader `text`). */
declare module '*.css' {
  const text: string;
  export default text;
}
