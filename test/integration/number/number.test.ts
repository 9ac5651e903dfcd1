import { describe, expect, it } from 'vitest';
import { createSubject, type Office, openOffice, planVisit, startInspection } from '../../support/office';

const at = (day: number) => `2026-09-${String(day).padStart(2, '0')}T09:00`;
/** Each of another firm: one firm may be visited only so often a year. */
const inspect = async (office: Office, day: number) => {
  const subjectId = await createSubject(office, `云州示例第${day}专利代理事务所`);
  return (await startInspection(office, { subjectId, startedAt: at(day) })).no;
};
const register = (office: Office, no: string, blockWords: string[] = []) =>
  office.call('number.register-device', { no, name: `设备${no}`, blockWords });
const give = (office: Office, firstNo: number, lastNo: number, deviceNo = '02') =>
  office.call('number.give-block', { word: '检', year: 2026, firstNo, lastNo, deviceNo, deviceName: '二号笔记本' });
const enter = (office: Office, firstNo: number, lastNo: number, checkCode: string) =>
  office.call('number.enter-block', { word: '检', year: 2026, firstNo, lastNo, checkCode });

describe('two stores with blocks', () => {
  it('never give the same number, in whichever order they work', async () => {
    const [main, field] = [await openOffice(), await openOffice()];
    await register(main, '01');
    await register(field, '02', ['检']);
    await inspect(main, 1);
    const { checkCode } = await give(main, 2, 4);
    await enter(field, 2, 4, checkCode);
    const nos = [
      await inspect(field, 2),
      await inspect(main, 3),
      await inspect(field, 4),
      await inspect(main, 5),
      await inspect(field, 6),
    ];
    expect(nos).toEqual([
      '云知检〔2026〕2号',
      '云知检〔2026〕5号',
      '云知检〔2026〕3号',
      '云知检〔2026〕6号',
      '云知检〔2026〕4号',
    ]);
    const { message } = await field.fails(
      'inspection.create',
      { ...(await visit(field)), startedAt: at(8) },
      'bad_state',
    );
    expect(message).toBe('本机2026 年“检”字的号段 2—4 已用完，请向机关领取新号段，在“设置—文号”登记后再办理。');
    expect(await field.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('do not meet when a device leaves block mode: its blocks have to be handed back first', async () => {
    const [main, field] = [await openOffice(), await openOffice()];
    await register(main, '01');
    await register(field, '02', ['检']);
    await enter(field, 2, 4, (await give(main, 2, 4)).checkCode);
    const leave = { no: '02', name: '设备02', blockWords: [] };
    const { message } = await field.fails('number.register-device', leave, 'bad_state');
    expect(message).toContain('2—4');
    const [block] = (await field.call('number.get-state', { year: 2026 })).blocks;
    await field.call('number.close-block', { id: block?.id ?? '', reason: '交回机关' });
    await field.call('number.register-device', leave);
  });

  it('refuse overlaps, a slip of another device, and a slip typed wrongly', async () => {
    const [main, field] = [await openOffice(), await openOffice()];
    await register(main, '01');
    await register(field, '03', ['检']);
    const { checkCode } = await give(main, 101, 150);
    for (const [first, last] of [
      [150, 160],
      [100, 101],
    ] as const)
      await main.fails(
        'number.give-block',
        { word: '检', year: 2026, firstNo: first, lastNo: last, deviceNo: '04', deviceName: 'x' },
        'conflict',
      );
    const slip = { word: '检', year: 2026, firstNo: 101, lastNo: 150, checkCode };
    expect((await field.fails('number.enter-block', slip, 'bad_input')).message).toContain('核对码与号段不符');
    const own = (await give(main, 201, 210, '03')).checkCode;
    await field.fails('number.enter-block', { ...slip, firstNo: 201, lastNo: 211, checkCode: own }, 'bad_input');
    await enter(field, 201, 210, own);
    await field.fails('number.enter-block', { ...slip, firstNo: 201, lastNo: 210, checkCode: own }, 'conflict');
    await field.fails(
      'number.give-block',
      { word: '检', year: 2026, firstNo: 301, lastNo: 310, deviceNo: '05', deviceName: 'x' },
      'bad_state',
    );
  });

  it('a new year begins without numbers on a device that lives on blocks, and says so', async () => {
    const field = await openOffice();
    await register(field, '02', ['检']);
    const { series } = await field.call('number.get-state', { year: 2027 });
    const check = series.find(({ word }) => word === '检');
    expect(check).toMatchObject({ mode: 'block', nextNo: null, left: 0 });
    expect(check?.warning).toContain('本机还没有2027 年“检”字的号段');
    expect(series.find(({ word }) => word === '询')).toMatchObject({ mode: 'whole', nextNo: '云知询〔2027〕1号' });
  });
});

const visit = async (office: Office) => ({
  subjectId: office.subjectId,
  kind: 'daily' as const,
  method: 'on_site' as const,
  checklistId: 'patent-agency',
  officer1Id: office.zhang,
  officer2Id: office.li,
  place: '云州市示例路1号',
});

describe('a store on another computer', () => {
  it('does not number on until it is registered anew with a reason; old blocks are closed', async () => {
    const office = await openOffice();
    await register(office, '01', ['检']);
    await office.call('number.enter-block', {
      word: '检',
      year: 2026,
      firstNo: 1,
      lastNo: 5,
      checkCode: (await import('#shared/domain/document/number-block')).blockCheckCode({
        officeCode: '云知',
        word: '检',
        year: 2026,
        deviceNo: '01',
        firstNo: 1,
        lastNo: 5,
      }),
    });
    await office.write((tx) => {
      tx.update('setting', 'device', {
        value: JSON.stringify({ no: '01', name: '设备01', host: 'another-computer', blockWords: ['检'] }),
      });
    });
    const { message } = await office.fails(
      'inspection.create',
      { ...(await visit(office)), startedAt: at(1) },
      'bad_state',
    );
    expect(message).toContain('计算机名 another-computer');
    await office.fails('number.register-device', { no: '02', name: '新机', blockWords: [] }, 'bad_input');
    await office.call('number.register-device', { no: '02', name: '新机', blockWords: [], reason: '旧机损坏' });
    const { blocks } = await office.call('number.get-state', { year: 2026 });
    expect(blocks).toMatchObject([{ state: 'closed', closedReason: '换到设备 02：旧机损坏' }]);
    expect(await inspect(office, 2)).toBe('云知检〔2026〕1号');
  });
});

describe('numbers printed in advance', () => {
  it('are used by the record of their visit, and no later record takes them', async () => {
    const office = await openOffice();
    const { id: visitId } = await planVisit(office);
    const { nos } = await office.call('number.reserve', { noun: 'inspection', paper: 'inspection-record', visitId });
    expect(nos).toEqual(['云知检〔2026〕1号']);
    expect(await inspect(office, 1)).toBe('云知检〔2026〕2号');
    const made = await startInspection(office, { visitId, startedAt: '2026-09-21T09:00' });
    expect(made.no).toBe('云知检〔2026〕1号');
    const { rows } = await office.call('number.list-reserved', { visitId });
    expect(rows).toMatchObject([{ state: 'bound', boundTable: 'inspection', boundId: made.id }]);
    await office.fails('number.void-reserved', { id: rows[0]?.id ?? '', reason: '写坏' }, 'bad_state');
  });

  it('are void only with a reason, and are not given out again', async () => {
    const office = await openOffice();
    const { ids } = await office.call('number.reserve', {
      noun: 'inspection',
      paper: 'inspection-record',
      subjectId: office.subjectId,
    });
    await office.fails('number.void-reserved', { id: ids[0] ?? '', reason: ' ' }, 'bad_input');
    await office.call('number.void-reserved', { id: ids[0] ?? '', reason: '打印后损毁' });
    expect(await inspect(office, 1)).toBe('云知检〔2026〕2号');
    expect((await office.call('number.list-reserved', { state: 'void' })).rows).toMatchObject([
      { no: '云知检〔2026〕1号', voidReason: '打印后损毁' },
    ]);
  });

  it('are all or none: a block with too few leaves nothing reserved', async () => {
    const [main, field] = [await openOffice(), await openOffice()];
    await register(main, '01');
    await register(field, '02', ['检']);
    await enter(field, 1, 2, (await give(main, 1, 2)).checkCode);
    await field.fails('number.reserve', { noun: 'inspection', paper: 'inspection-record', count: 3 }, 'bad_state');
    expect((await field.call('number.list-reserved', {})).total).toBe(0);
    expect(await inspect(field, 1)).toBe('云知检〔2026〕1号');
  });
});
