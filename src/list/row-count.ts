/** Returns how many rows a `limit` asks for: a whole number from 1 to `most`, or `usual` where it is none. */
export const rowCount = (limit: unknown, usual: number, most = Infinity): number =>
  typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), most) : usual;
