// Reports what would make `npm ci` fail or depend on one registry. If the registry lacks a package for some platform,
// `npm install` omits it from the lock file, and `npm ci` then fails with "Missing: ... from lock file".
import { readFileSync } from 'node:fs';

/**
 * @param {{ packages: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} the problems
 */
export function lockProblems({ packages }) {
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    );
    return [
      ...missing.map((name) => `${path}: its optional dependency ${name} is not in the lock file.`),
      ...(resolved?.startsWith('http') ? [`${path}: the lock file names the host that served it.`] : []),
    ];
  });
}

if (import.meta.main) {
  const locks = ['package-lock.json', 'test/apps/package-lock.json'];
  const problems = locks.flatMap((path) => lockProblems(JSON.parse(readFileSync(path, 'utf8'))));
  problems.forEach((problem) => console.log(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
}
