import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { checkReport } from '../../../server/rules/check';
import { root } from '../../project/source';

const check = (text: string): readonly Finding[] => checkReport({ report: parseReport(text), text }, {});

/** What a finding says, whatever the width of what it quotes. */
const said = ({ rule, message }: Finding): string =>
  `${rule}: ${message.normalize('NFKC').replace(/\s/gu, '')}`;

const folder = path.join(root, 'samples');
const samples = readdirSync(folder)
  .filter((name) => name.includes('年度报告'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

// What changes nothing about what a report says.
const changes: Readonly<Record<string, (text: string) => string>> = {
  'with CRLF': (text) => text.replace(/\r?\n/gu, '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'with full-width digits': (text) =>
    text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'with full-width brackets': (text) => text.replaceAll('(', '（').replaceAll(')', '）'),
  'with half-width brackets': (text) => text.replaceAll('（', '(').replaceAll('）', ')'),
  'with blanks at the ends of lines': (text) => text.replaceAll('\n', '  \n'),
};

for (const { name, text } of samples) {
  describe(`the rules on ${name}`, () => {
    const findings = check(text);

    it('find something at places of the text', () => {
      for (const { span, related, repairs } of findings) {
        const spans = [
          span,
          ...related.map((each) => each.span),
          ...repairs.flatMap(({ edits }) => edits.map((edit) => edit.span)),
        ];
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
      }
    });

    if (!name.endsWith('.html')) {
      for (const [what, change] of Object.entries(changes)) {
        it(`find the same ${what}`, () =>
          assert.deepEqual(check(change(text)).map(said).sort(), findings.map(said).sort()));
      }
    }

    it('offer repairs after which the finding is gone; safe ones change no figure', () => {
      const figures = parseReport(text).cells.map(valueOf);
      for (const finding of findings) {
        for (const repair of finding.repairs) {
          const after = applyEdits(text, repair.edits);
          assert.ok(
            !check(after).map(said).includes(said(finding)),
            `${repair.title} does not mend: ${finding.message}`,
          );
          if (repair.confidence === 'safe')
            assert.deepEqual(parseReport(after).cells.map(valueOf), figures, repair.title);
        }
      }
    });

    it('leave nothing to repair without a look after all that is safe is repaired', () => {
      const safe = (text: string) =>
        check(text).flatMap(({ repairs }) =>
          repairs.filter(({ confidence }) => confidence === 'safe').slice(0, 1),
        );
      const after = applyEdits(
        text,
        safe(text).flatMap(({ edits }) => edits),
      );
      assert.deepEqual(
        safe(after).map(({ title }) => title),
        [],
      );
    });
  });
}

// Real reports that are not part of the project, where they lie beside it.
const seeds = path.join(root, '..', 'shared', 'seeds');
const expected: Readonly<Record<string, readonly string[]>> = {
  '000': [
    'subheading-number 政府信息管理情况',
    'subheading-number 平台建设情况',
    'heading-number 存在的主要问题及改进情况',
  ],
  '001': ['missing-section! （一）主动公开情况'],
  '002': ['claim-mismatch 2', 'missing-cell! 1.本机关不掌握相关政府信息', 'heading-number 6、'],
  '003': ['template-residue (须与2020年度年报结转数一致)'],
  '004': [
    'disputes-total! 0',
    'disputes-total! 0',
    'processing-fee 六、其他事項',
    'heading-wording 其他事項',
  ],
};

if (existsSync(seeds)) {
  describe('the rules on reports beside the project', () => {
    for (const [name, lines] of Object.entries(expected)) {
      it(name, () => {
        const file = readdirSync(seeds).find((each) => each.startsWith(name)) ?? name;
        const text = readFileSync(path.join(seeds, file), 'utf8');
        const found = check(text).map(
          ({ rule, hard, span }) => `${rule}${hard ? '!' : ''} ${text.slice(span.start, span.end)}`,
        );
        assert.deepEqual(found, lines);
      });
    }
  });
}
