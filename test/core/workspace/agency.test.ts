import assert from 'node:assert/strict';
import { agencyKey } from '../../../server/workspace/agency';

describe('names of agencies', () => {
  for (const [one, other] of [
    ['海宁市', '海宁市人民政府'],
    ['海宁市政府', '海宁市人民政府'],
    ['海宁市 人民政府', '海寧市人民政府'],
    ['海宁市教育局（体育局）', '海宁市教育局(体育局)'],
    ['白石镇', '白石镇人民政府'],
    ['硖石街道', '硖石街道办事处'],
  ] as const) {
    it(`${one} is ${other}`, () => assert.equal(agencyKey(one), agencyKey(other)));
  }

  for (const [one, other] of [
    ['海宁市', '海宁市教育局'],
    ['海宁市人民政府', '海宁市人民政府办公室'],
    ['海宁市人民政府', '海宁县人民政府'],
    ['海宁市教育局', '海宁市教育局体育局'],
    ['开发区', '开发区管理委员会'],
    ['白石镇', '白石乡'],
  ] as const) {
    it(`${one} is not ${other}`, () => assert.notEqual(agencyKey(one), agencyKey(other)));
  }

  it('has no key for a name without letters', () => assert.equal(agencyKey(' （） '), ''));
});
