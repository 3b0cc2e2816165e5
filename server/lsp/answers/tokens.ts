import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { type TokenKind, tokensOf } from '../../features/showing/tokens';
import type { Feature } from '../documents/host';

/** Names of the manifest's semantic token types, by what they paint. */
const types: Readonly<Record<TokenKind, string>> = {
  heading: 'reportHeading',
  row: 'reportRow',
  column: 'reportColumn',
  figure: 'reportFigure',
  mark: 'reportMark',
  statement: 'reportStatement',
};

const legend: SemanticTokensLegend = { tokenTypes: Object.values(types), tokenModifiers: ['total'] };

/** Reports look the same in every layout, language and file: what is the form's is painted as such. */
export const semanticTokens: Feature = ({ connection, guard }) => {
  connection.languages.semanticTokens.on(
    guard.answer('semanticTokens', ({ reports }): SemanticTokens => {
      const builder = new SemanticTokensBuilder();
      for (const { document, analysis } of reports) {
        for (const { span, kind, isTotal } of tokensOf(analysis)) {
          const { line, character } = document.positionAt(span.start);
          const type = legend.tokenTypes.indexOf(types[kind]);
          builder.push(line, character, span.end - span.start, type, Number(isTotal));
        }
      }
      return builder.build();
    }),
  );
  return { semanticTokensProvider: { legend, full: true } };
};
