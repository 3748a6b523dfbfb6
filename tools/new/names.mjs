// Converts a name between spellings.

/** `gift-cards`: `giftCards` @param {string} name */
export const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `gift-cards`: `GiftCards` @param {string} name */
export const pascal = (name) => camel(`-${name}`);

/** `giftCards`, `GiftCard`: `gift-cards`, `gift-card` @param {string} name */
export const kebab = (name) => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** `gift-cards`: `gift cards` @param {string} name */
export const spaced = (name) => name.replaceAll('-', ' ');

/** `gift cards`: `Gift cards` @param {string} text */
export const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `gift-cards`: `gift-card` @param {string} name */
export const singular = (name) => name.replace(/ies$/, 'y').replace(/(?<=[xs]|[cs]h)es$|(?<!s)s$/, '');
