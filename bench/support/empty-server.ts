import { serveFinding } from './server';

// A server that keeps documents and, asked for diagnostics, has none: what the protocol costs by itself.
serveFinding(async () => []);
