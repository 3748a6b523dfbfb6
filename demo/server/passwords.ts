import { randomBytes, scrypt, timingSafeEqual, type BinaryLike } from 'node:crypto';
import { promisify } from 'node:util';

const derive: (password: BinaryLike, salt: BinaryLike, length: number) => Promise<Buffer> = promisify(scrypt);
const length = 32;

/** Returns the salt and the scrypt hash of a password in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, length);
  return `${salt.toString('base64')}:${hash.toString('base64')}`;
}

/**
 * Returns true if a password matches a hash. Takes the same time without a hash, so that the response time reveals
 * nothing.
 */
export async function isPassword(password: string, stored = ':'): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':').map((part) => Buffer.from(part, 'base64'));
  const derived = await derive(password, salt, length);
  return hash.length === length && timingSafeEqual(derived, Buffer.from(hash));
}
