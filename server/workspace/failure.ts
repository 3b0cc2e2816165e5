/** A mistake of the caller or of the file system, whose message says in one line what it is. */
export class Failure extends Error {}
