// What TypeScript finds behind `clientele/themes/*.css`: a style sheet is imported for what it does.
export {};
