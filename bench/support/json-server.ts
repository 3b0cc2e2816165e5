import { jsonService } from './linters';
import { serveFinding } from './server';

// VS Code's JSON language service behind the protocol: what a server costs that reads its documents anew and finds little.
serveFinding(jsonService);
