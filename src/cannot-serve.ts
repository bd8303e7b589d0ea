/** Why the service does not begin; apart from it, so that a command need not load the service to tell. */

/** Said where the service cannot begin, though nothing is wrong with it. */
export class CannotServe extends Error {
  override readonly name = "CannotServe";
}
