/**
 * Stands in the bundle for `node:process`, of which the SDK reads two properties. Importing that
 * module calls every getter of the process, those that open standard input and output too.
 */
export const { env, versions } = globalThis.process;
