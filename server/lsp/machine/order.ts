import { type Connection, ErrorCodes, type Message, ResponseError } from 'vscode-languageserver';
import { isObject } from '../../text/json';
import { say } from '../../text/say';

/** Under this name reaches the server what it is to refuse. */
const refused = 'nianbao/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

type Sent = Message & {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
};

/**
 * Keeps messages in the order of the protocol: requests before `initialize`, a second one, and those after `shutdown` are refused, and
 * notifications that come too early or too late are left out; so are those without the parameters that every one of their kind has.
 * Answers are never held up.
 */
export function createOrder() {
  let stage: 'new' | 'open' | 'shut' = 'new';
  const refusalOf = (method: string): Refusal | undefined => {
    if (stage === 'shut') return { code: ErrorCodes.InvalidRequest, message: say`服务已经关闭` };
    if (method === 'initialize')
      return stage === 'new' ? undefined : { code: ErrorCodes.InvalidRequest, message: say`已经初始化过` };
    return stage === 'new'
      ? { code: ErrorCodes.ServerNotInitialized, message: say`还没有初始化` }
      : undefined;
  };
  return {
    handleMessage(message: Message, next: (message: Message) => void): void {
      const { id, method, params } = message as Sent;
      const isHeldUp = method !== undefined && method !== 'exit';
      const refusal = isHeldUp ? (refusalOf(method) ?? lackOf(method, params)) : undefined;
      if (refusal) {
        if (id !== undefined && id !== null)
          next({ ...message, method: refused, params: refusal } as Message);
        return;
      }
      if (method === 'initialize') stage = 'open';
      if (method === 'shutdown') stage = 'shut';
      next(message);
    },
  };
}

/** What is refused before anything looks into it: `initialize` that tells nothing of its client, and questions about no document. */
function lackOf(method: string, params: unknown): Refusal | undefined {
  const message =
    method === 'initialize' &&
    !(isObject(params) && 'capabilities' in params && isObject(params.capabilities))
      ? say`initialize 的参数里没有 capabilities`
      : lacksParams(method, params)
        ? say`${method} 没有参数`
        : undefined;
  return message === undefined ? undefined : { code: ErrorCodes.InvalidParams, message };
}

/** Our own messages may have none; what they have is an object, as in the protocol's. */
const lacksParams = (method: string, params: unknown): boolean =>
  (method.startsWith('textDocument/') && !isObject(params)) ||
  (method.startsWith('nianbao/') && params !== undefined && !isObject(params));

/** Answers what was out of order. */
export function refuse(connection: Connection): void {
  connection.onRequest(refused, ({ code, message }: Refusal) => new ResponseError(code, message));
}
