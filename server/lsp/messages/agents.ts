// What client and server say to each other for agents in the editor; see messages.ts.

/** A question of an agent: {@link AgentParams} in, {@link AgentReply} out. */
export const agentQuestion = 'nianbao/agentQuestion';

export interface AgentParams {
  /** The tool, as the server calls it. */
  readonly tool: string;
  /** The report that it is about; undefined where none is at hand. */
  readonly about?: string | undefined;
  /** What the agent has sent, whatever it is. */
  readonly input: unknown;
}

/** Plain data for the agent, or in a sentence why there is none. */
export type AgentReply = { readonly answer: object } | { readonly refusal: string };
