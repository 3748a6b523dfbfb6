/**
 * Returns the number of rows for a `limit`: a whole number from 1 to `most`, or `usual` if it is not a valid number.
 */
export const rowCount = (limit: unknown, usual: number, most = Infinity): number =>
  typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), most) : usual;
