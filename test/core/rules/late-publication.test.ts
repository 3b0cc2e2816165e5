import { checkDocument } from '../support/document';

describe('a report published in March', () => {
  it('is in time where the Regulations before their revision gave departments until then', () =>
    checkDocument('late-publication', {
      title: '青禾县水务局2018年政府信息公开工作年度报告',
      lead: '发布日期：2019-03-20',
      end: '',
    }));

  it('is late from the year on whose reports the revision applies to', () =>
    checkDocument('late-publication', {
      title: '青禾县水务局2019年政府信息公开工作年度报告',
      lead: '⟦发布日期：2020-03-20⟧',
      end: '',
    }));
});
