// The sources as the compiler sees them, for the analyzer and for the values that an attribute can have.

/** @typedef {typeof import('typescript')} TS */

/**
 * @param {TS} ts the analyzer's own: its syntax trees are of that version
 * @returns {import('typescript').Program}
 */
export function createProgram(ts) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error };
  const parsed = ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', {}, host);
  if (!parsed) throw new Error('tsconfig.build.json cannot be read.');
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  // Nodes know their parents once there is a checker.
  program.getTypeChecker();
  return program;
}
