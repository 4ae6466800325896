/** Files that the bundler turns into strings: schemas and rule pages. Its text loader knows the default export only. */
/* eslint-disable no-restricted-syntax */
declare module '*.yaml' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
