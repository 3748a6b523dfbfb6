// The TypeScript program of the sources, for the analyzer and for the values of attributes.

/** @typedef {typeof import('typescript')} TS */

/**
 * @param {TS} ts the analyzer's TypeScript, because syntax trees depend on the version
 * @returns {import('typescript').Program}
 */
export function createProgram(ts) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error };
  const parsed = ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', {}, host);
  if (!parsed) throw new Error('tsconfig.build.json cannot be read.');
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  // Creating the checker sets the parents of all nodes.
  program.getTypeChecker();
  return program;
}
