import { AdapterError, type AdapterErrorCode, type AdapterErrorDetails } from '../../../src/adapter/adapter-error.ts';
import { statusOf } from '../../../src/adapters/rest/problem.ts';

/** A request that is refused: an error of the contract, with the status that says it. */
export class Refusal extends AdapterError {
  readonly status: number;

  constructor(code: AdapterErrorCode, details: AdapterErrorDetails = {}, status = statusOf[code]) {
    super(code, details);
    this.status = status;
  }
}

/** What was sent is not what was asked for; `faults` says so by the name of the member or parameter. */
export const invalid = (faults: Readonly<Record<string, string>>): Refusal =>
  new Refusal('validation', { fieldErrors: faults });

export const notFound = (): Refusal => new Refusal('not-found');
