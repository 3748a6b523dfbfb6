import { AdapterError, type AdapterErrorCode, type AdapterErrorDetails } from '../../../src/adapter/adapter-error.ts';
import { statusOf } from '../../../src/adapters/rest/problem.ts';

/** A rejected request: an error of the contract with its HTTP status. */
export class RequestError extends AdapterError {
  readonly status: number;

  constructor(code: AdapterErrorCode, details: AdapterErrorDetails = {}, status = statusOf[code]) {
    super(code, details);
    this.status = status;
  }
}

/** Creates the error for invalid input. `faults` contains messages by member or parameter. */
export const invalid = (faults: Readonly<Record<string, string>>): RequestError =>
  new RequestError('validation', { fieldErrors: faults });

export const notFound = (): RequestError => new RequestError('not-found');
