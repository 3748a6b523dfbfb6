import { randomBytes, scrypt, timingSafeEqual, type BinaryLike } from 'node:crypto';
import { promisify } from 'node:util';

const derive: (password: BinaryLike, salt: BinaryLike, length: number) => Promise<Buffer> = promisify(scrypt);
const length = 32;

/** A password as it is kept: salt and scrypt hash, in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, length);
  return `${salt.toString('base64')}:${hash.toString('base64')}`;
}

/** Whether a password is the one that was kept. It takes as long where none was, so that time tells nothing. */
export async function isPassword(password: string, kept = ':'): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split(':').map((part) => Buffer.from(part, 'base64'));
  const derived = await derive(password, salt, length);
  return hash.length === length && timingSafeEqual(derived, Buffer.from(hash));
}
