/**
 * Takes what is left of a record after each of its fields was named. A field that is new in the domain and stored
 * nowhere does not compile here.
 */
export function nothingLeft(rest: Readonly<Record<PropertyKey, never>>): void {
  void rest;
}
