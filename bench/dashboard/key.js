/**
 * Returns the name of a request.
 * @param {string} method port and method
 * @param {readonly unknown[]} args without the options
 */
export const keyOf = (method, args) => `${method} ${JSON.stringify(args)}`;
