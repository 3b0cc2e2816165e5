import disputesTotal from './balance/disputes-total';
import flowBalance from './balance/flow-balance';
import resultsTotal from './balance/results-total';
import rowTotal from './balance/row-total';
import zeroMarkTotal from './balance/zero-mark-total';
import agencyMismatch from './document/agency-mismatch';
import latePublication from './document/late-publication';
import localDemand from './document/local-demand';
import overviewAspects from './document/overview-aspects';
import overviewEmpty from './document/overview-empty';
import problemsEmpty from './document/problems-empty';
import processingFee from './document/processing-fee';
import reconsiderationFirst from './document/reconsideration-first';
import regulationsAuthority from './document/regulations-authority';
import staleYear from './document/stale-year';
import yearMismatch from './document/year-mismatch';
import changeMismatch from './narrative/change-mismatch';
import claimMismatch from './narrative/claim-mismatch';
import claimsContradict from './narrative/claims-contradict';
import partsMismatch from './narrative/parts-mismatch';
import shareMismatch from './narrative/share-mismatch';
import zerosBesideCases from './narrative/zeros-beside-cases';
import aggregateMismatch from './neighbours/aggregate-mismatch';
import carriedOver from './neighbours/carried-over';
import copiedText from './neighbours/copied-text';
import feeMagnitude from './neighbours/fee-magnitude';
import growthMismatch from './neighbours/growth-mismatch';
import missingPart from './neighbours/missing-part';
import staleTable from './neighbours/stale-table';
import stockMismatch from './neighbours/stock-mismatch';
import noteInvalid from './notes/note-invalid';
import garbledText from './residue/garbled-text';
import templateResidue from './residue/template-residue';
import type { Rule } from './rule';
import headingNumber from './structure/heading-number';
import headingWording from './structure/heading-wording';
import missingSection from './structure/missing-section';
import missingTable from './structure/missing-table';
import sectionOrder from './structure/section-order';
import subheadingNumber from './structure/subheading-number';
import unfinishedDraft from './structure/unfinished-draft';
import blankCell from './table/blank-cell';
import duplicatedRow from './table/duplicated-row';
import editionMismatch from './table/edition-mismatch';
import missingCell from './table/missing-cell';
import missingLabel from './table/missing-label';
import missingRow from './table/missing-row';
import notACount from './table/not-a-count';
import oldFormRow from './table/old-form-row';
import stockTooSmall from './table/stock-too-small';
import unplacedNumber from './table/unplaced-number';
import unreadTable from './table/unread-table';
import wrongUnit from './table/wrong-unit';

/** All rules, in the order in which their findings at one place are listed: what is missing before what is wrong. */
export const rules: readonly Rule[] = [
  unfinishedDraft,
  missingSection,
  missingTable,
  sectionOrder,
  headingNumber,
  headingWording,
  subheadingNumber,
  unreadTable,
  missingRow,
  missingLabel,
  missingCell,
  notACount,
  rowTotal,
  resultsTotal,
  flowBalance,
  disputesTotal,
  zeroMarkTotal,
  carriedOver,
  oldFormRow,
  editionMismatch,
  wrongUnit,
  staleTable,
  stockMismatch,
  feeMagnitude,
  aggregateMismatch,
  missingPart,
  blankCell,
  stockTooSmall,
  unplacedNumber,
  duplicatedRow,
  templateResidue,
  garbledText,
  zerosBesideCases,
  claimMismatch,
  claimsContradict,
  partsMismatch,
  shareMismatch,
  changeMismatch,
  growthMismatch,
  yearMismatch,
  agencyMismatch,
  staleYear,
  overviewEmpty,
  overviewAspects,
  localDemand,
  problemsEmpty,
  copiedText,
  processingFee,
  regulationsAuthority,
  reconsiderationFirst,
  latePublication,
  noteInvalid,
];
