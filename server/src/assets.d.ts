/** Files that the bundler turns into strings: schemas and rule pages. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
