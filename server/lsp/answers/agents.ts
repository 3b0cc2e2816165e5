import type { Subject } from '../../agents/subject';
import { answerTo, inputOf, readInput, tools } from '../../agents/tools';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import * as messages from '../messages/agents';
import { lastName } from '../protocol/file-name';

/** The questions of agents in the editor, about what is open there. */
export const agents: Feature = ({ connection, guard, documents, means }) => {
  connection.onRequest(
    messages.agentQuestion,
    guard.always<messages.AgentParams, messages.AgentReply>(
      'agentQuestion',
      async ({ tool, about, input }) => {
        const opened = about === undefined ? undefined : await documents.open(about);
        try {
          return { answer: means.limit(() => answered(tool, input, opened)) };
        } catch (error) {
          if (error instanceof Failure) return { refusal: error.message };
          throw error;
        }
      },
    ),
  );
  return {};
};

function answered(name: string, sent: unknown, opened: Opened | undefined): object {
  const tool = tools.find((each) => each.name === name);
  if (!tool) throw new Failure(say`没有工具 ${name}`);
  const input = readInput(inputOf(tool, 'editor'), sent);
  if (!opened && tool.needsReport(input))
    throw new Failure(say`没有认出政府信息公开工作年度报告，没有核对；请先打开年报，或者用 file 写明`);
  return answerTo(tool, input, opened && subjectIn(opened));
}

const subjectIn = ({ document, reports }: Opened): Subject => ({
  file: lastName(document.uri),
  reports: reports.map(({ analysis }) => analysis.report),
  analyse: (at) => reports[at]?.analysis,
});
