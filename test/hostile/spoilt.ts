import { reportText } from '../cli/nianbao';

/** A report that has something to complain of wherever messages quote it, with a foreign text in all those places. */
export const spoilt = (payload: string): string =>
  reportText({
    云溪县档案局2024年: `云溪县${payload}档案局2024年`,
    '（二）依申请公开。全年': `（二）依申请公开。${payload}XX局全年收到申请7件，${payload}`,
    '（一）予以公开\t0\t0': `（一）予以公开\t${payload}\t3${payload}`,
    '五、存在的主要': `存在的${payload}主要`,
    '四、政府信息公开行政': '政府信息公开行政',
    '六、其他需要': `6、其他${payload}需要`,
    '规章\t0': `规章\t${payload}0`,
    '（七）总计\t\t0': '（七）总计\t\t4',
  });

/** The same one year earlier, so that one is held against the other. */
export const yearBefore = (text: string): string => text.replaceAll('2024年', '2023年');
