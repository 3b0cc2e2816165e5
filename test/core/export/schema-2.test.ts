import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020';
import report from '../../../schemas/report.schema.json';
import type { NotCount } from '../../../server/export/not-counts';
import { edition2021 } from '../../../server/form/edition-2021';
import type { EquationRule } from '../../../server/form/form';
import type { Agreement } from '../../../server/report/agreement';
import type { Claim, Subject } from '../../../server/report/claim';
import { complaints, definition, type SchemaNode, schemas } from './schema';

/** Every schema inside a schema, with the pointer that leads to it. */
function* within(node: SchemaNode, pointer = '#'): Iterable<readonly [string, SchemaNode]> {
  yield [pointer, node];
  for (const key of ['properties', '$defs'] as const) {
    for (const [name, part] of Object.entries(node[key] ?? {}))
      yield* within(part, `${pointer}/${key}/${name}`);
  }
  for (const [index, part] of (node.oneOf ?? []).entries()) yield* within(part, `${pointer}/oneOf/${index}`);
  if (node.items) yield* within(node.items, `${pointer}/items`);
}

const all = [...within(schemas[2])];

/** The values that a property of a definition may have. */
const valuesOf = (name: string, property: string): unknown[] => {
  const { enum: values, oneOf = [] } = definition('2', name).properties?.[property] ?? {};
  return [...(values ?? oneOf.map((each) => each.const))].sort();
};

// Every value of a type, or the types do not agree.
const subjects: Readonly<Record<Subject, true>> = {
  ...{ received: true, receivedNew: true, handled: true, answered: true, carriedOver: true },
  ...{ carriedForward: true, carried: true, naturalPersons: true, organizations: true },
  ...{ commercialEnterprises: true, researchInstitutions: true, publicInterestOrganizations: true },
  ...{ legalServiceInstitutions: true, granted: true, partiallyGranted: true, grantedOrPartially: true },
  ...{ refused: true, unable: true, notProcessed: true, otherwiseProcessed: true, reason: true },
  ...{ several: true, reconsiderations: true, litigations: true, directLitigations: true },
  ...{ laterLitigations: true, disputes: true, outcome: true, regulationsIssued: true },
  ...{ regulationsRepealed: true, regulationsInForce: true, documentsIssued: true },
  ...{ documentsRepealed: true, documentsInForce: true, licenses: true, penalties: true },
  ...{ coercions: true, fees: true },
};
const claimKinds: Readonly<Record<Claim['kind'], true>> = { number: true, none: true, all: true };
const agreements: Readonly<Record<Agreement, true>> = {
  ...{ agrees: true, partly: true, differs: true, unknown: true },
};
const cellKinds: Readonly<Record<NotCount['kind'], true>> = {
  ...{ blank: true, mark: true, text: true, noted: true, absent: true, unread: true, merged: true },
};
const equationRules: Readonly<Record<EquationRule, true>> = {
  ...{ 'row-total': true, 'results-total': true, 'flow-balance': true, 'disputes-total': true },
};

describe('the schema of version 2', () => {
  it('describes every property', () => {
    for (const [pointer, { properties = {} }] of all) {
      for (const [name, { title, description }] of Object.entries(properties))
        assert.ok(title && description && /[。）]$/u.test(description), `${pointer}/properties/${name}`);
    }
  });

  it('lets no object have more properties, and asks for all that are always there', () => {
    const optional = new Set(['file', 'part', 'span', 'spans']);
    for (const [pointer, { properties, required, additionalProperties }] of all) {
      if (!properties) continue;
      assert.equal(additionalProperties, false, pointer);
      const always = Object.keys(properties).filter((name) => !optional.has(name));
      const asked = new Set(required);
      assert.deepEqual(
        always.filter((name) => !asked.has(name)),
        [],
        pointer,
      );
    }
  });

  it('has examples that keep to it', () => {
    const shown = all.filter(([, { examples }]) => examples);
    assert.ok(shown.length >= 8);
    for (const [pointer, { examples = [] }] of shown)
      for (const example of examples) assert.deepEqual(complaints(example, '2', pointer), [], pointer);
  });

  it('names every value that may be exported', () => {
    const keys = (values: object): string[] => Object.keys(values).sort();
    assert.deepEqual(valuesOf('claim', 'subject'), keys(subjects));
    assert.deepEqual(valuesOf('claim', 'kind'), keys(claimKinds));
    assert.deepEqual(valuesOf('claim', 'agreement'), keys(agreements));
    assert.deepEqual(valuesOf('notCount', 'kind'), keys(cellKinds));
    assert.deepEqual(valuesOf('brokenEquation', 'rule'), keys(equationRules));
    assert.deepEqual([...new Set(edition2021.equations.map(({ rule }) => rule))].sort(), keys(equationRules));
  });
});

describe('the schema of any version', () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  for (const version of ['1', '2'] as const) ajv.addSchema(schemas[version], `report-${version}.schema.json`);
  const validate = ajv.compile(report);

  it('is that of the version that a document names', () => {
    for (const version of ['1', '2'] as const) {
      assert.equal(validate({ schema: `nianbao/report/${version}` }), false);
      const missing = validate.errors?.flatMap(({ params }) => params.missingProperty ?? []);
      const { required = [] } = schemas[version];
      assert.deepEqual(
        missing,
        required.filter((key) => key !== 'schema'),
      );
    }
  });
});
