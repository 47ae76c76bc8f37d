/** Raised when a message or an operation changes in a way that an older side would misread. */
export const protocolVersion = 1;
