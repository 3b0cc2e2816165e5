import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { docx, paragraph, run } from '../support/layouts/docx';

const relations = (type: string): string =>
  `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="${type}" Target="/signs/first.sigs"/></Relationships>`;
const origin = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';

describe('a document', () => {
  it('is signed where it has a folder of signatures, or the package names their origin', () => {
    const isSigned = (others: Readonly<Record<string, string>>): boolean =>
      readDocx(docx(paragraph(run('甲')), {}, others)).isSigned;
    assert.ok(isSigned({ '_xmlsignatures/origin.sigs': '', '_xmlsignatures/sig1.xml': '<Signature/>' }));
    assert.ok(isSigned({ '_XmlSignatures\\sig1.xml': '<Signature/>' }));
    assert.ok(isSigned({ '_rels/.rels': relations(origin), 'signs/first.sigs': '' }));
    assert.ok(!isSigned({}));
    assert.ok(!isSigned({ '_rels/.rels': relations(`${origin}al`), 'signs/first.sigs': '' }));
  });
});
