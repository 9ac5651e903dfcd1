/** A file of the build's, put into the program's own text as a data address. */
declare module '*.wasm?url&inline' {
  const address: string;
  export default address;
}
