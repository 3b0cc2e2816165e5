import assert from 'node:assert/strict';
import { nianbao, reportText, withFolder } from './nianbao';

describe('files with the name of a document', () => {
  it(
    'are not what is only named so: other bytes are told, and a text is read',
    withFolder(
      {
        '甲.docx': Buffer.from([1, 2, 3, 4, 5, 200, 201]),
        '乙.doc': Buffer.from(Array.from({ length: 3001 }, (_, at) => (at * at * 7 + at * 13) % 256)),
        '丙.doc': reportText(),
      },
      async (cwd) => {
        const { status, stdout, stderr } = await nianbao(['check', '.'], { cwd });
        assert.equal(status, 2);
        assert.match(stdout, /核对 1 份年报/u);
        for (const name of ['甲.docx', '乙.doc'])
          assert.match(stderr, new RegExp(`${name}：名称像文档，内容却不是.*请重新下载`, 'u'));
        assert.doesNotMatch(stderr, /UTF-8/u);
      },
    ),
  );
});
