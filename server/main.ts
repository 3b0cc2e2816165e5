import { serve } from './lsp/serve';

serve();
