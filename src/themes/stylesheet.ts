// TypeScript resolves `clientele/themes/*.css` to this file: a style sheet is imported for its side effect.
export {};
