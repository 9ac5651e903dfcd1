import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import { expectAudited } from '../../support/engine';
import { validUscc } from '../../support/import-files';
import { createSubject, finishedInspection, openOffice, planVisit } from '../../support/office';

const agency = (name: string, number: number, agencyCode: string) => ({
  ...emptySubject('patent_agency', name),
  uscc: validUscc(number),
  agencyCode,
});

describe('entering a subject', () => {
  it('refuses what the rules of its kind forbid, naming the field', async () => {
    const test = await openOffice();
    const error = await test.fails(
      'subject.create',
      { ...emptySubject('patent_agency', '甲所'), uscc: validUscc(1) },
      'bad_input',
    );
    expect(error.details).toEqual([expect.objectContaining({ path: 'agencyCode' })]);
    expect(error.message).toContain('5 位机构代码');
  });

  it.each([
    ['uscc', { uscc: validUscc(1), agencyCode: '33999' }],
    ['agencyCode', { uscc: validUscc(2), agencyCode: '33001' }],
  ])('refuses a second subject with the same %s and names the first', async (path, codes) => {
    const test = await openOffice();
    await test.call('subject.create', agency('甲专利代理所', 1, '33001'));
    const error = await test.fails('subject.create', { ...agency('乙专利代理所', 3, '33002'), ...codes }, 'conflict');
    expect(error.message).toContain('甲专利代理所');
    expect(error.details.map((detail) => detail.path)).toContain(path);
  });

  it("does not take an agent's agency code for the agent's own", async () => {
    const test = await openOffice();
    const parent = await test.call('subject.create', agency('甲专利代理所', 1, '33001'));
    for (const [name, agentCertNo] of [
      ['赵', '3300001'],
      ['钱', '3300002'],
    ] as const)
      await test.call('subject.create', { ...emptySubject('agent', name), agentCertNo, agencyCode: '33001' });
    const file = await test.call('subject.get', { id: parent.id });
    expect(file.children.map(({ name }) => name).sort()).toEqual(['赵', '钱']);
  });

  it('finds the head office by code, by name in either kind of brackets, and when it comes later', async () => {
    const test = await openOffice();
    const branch = (number: number, change: object) =>
      test.call('subject.create', {
        ...emptySubject('agency_branch', `分所${number}`),
        uscc: validUscc(100 + number),
        ...change,
      });
    const early = await branch(1, { parentName: '甲(杭州)专利代理所' });
    const parent = await test.call('subject.create', agency('甲（杭州）专利代理所', 1, '33001'));
    const byCode = await branch(2, { parentUscc: validUscc(1) });
    const byName = await branch(3, { parentName: '甲(杭州)专利代理所' });
    for (const { id } of [byCode, byName])
      expect((await test.call('subject.get', { id })).parent).toEqual({ id: parent.id, name: '甲（杭州）专利代理所' });
    const waiting = await test.call('subject.get', { id: early.id });
    expect(waiting).toMatchObject({ parent: null, parentName: '甲(杭州)专利代理所' });
    const same = await branch(4, { parentName: '乙专利代理所' });
    await test.call('subject.create', agency('乙专利代理所', 2, '33002'));
    expect((await test.call('subject.get', { id: same.id })).parent).toMatchObject({ name: '乙专利代理所' });
  });

  it('keeps the old name and finds the subject under both; a parent that was renamed stays the parent', async () => {
    const test = await openOffice();
    const { id } = await test.call('subject.create', agency('重庆甲专利代理所', 1, '33001'));
    const child = await test.call('subject.create', {
      ...emptySubject('agency_branch', '甲分所'),
      uscc: validUscc(9),
      parentName: '重庆甲专利代理所',
    });
    await test.call('subject.update', { id, draft: { name: '重庆乙专利代理所' } });
    await test.call('subject.update', { id: child.id, draft: { phone: '0571-88880000' } });
    expect(await test.call('subject.get', { id })).toMatchObject({
      name: '重庆乙专利代理所',
      formerNames: ['重庆甲专利代理所'],
    });
    expect((await test.call('subject.get', { id: child.id })).parent?.id).toBe(id);
    for (const query of ['甲专利', '乙专利', 'cqyzl', 'yzl', 'chongqingyi'])
      expect((await test.call('subject.search', { query })).items.map((item) => item.id)).toContain(id);
    await expectAudited(test, [
      ['subject.update', `subject:${id}`],
      ['subject.update', `subject:${child.id}`],
    ]);
  });

  it('checks the whole record again when only one field changes', async () => {
    const test = await openOffice();
    const { id } = await test.call('subject.create', agency('甲专利代理所', 1, '33001'));
    await test.call('subject.create', agency('乙专利代理所', 2, '33002'));
    await test.fails('subject.update', { id, draft: { agencyCode: null } }, 'bad_input');
    await test.fails('subject.update', { id, draft: { uscc: validUscc(2) } }, 'conflict');
    await test.fails('subject.update', { id, draft: { establishedOn: '2027-01-01' } }, 'bad_input');
    await test.fails('subject.update', { id: 'nobody', draft: { note: 'x' } }, 'not_found');
    expect(await test.call('subject.get', { id })).toMatchObject({ agencyCode: '33001', uscc: validUscc(1) });
  });

  it('proposes the repair of a wrong code and accepts full-width writing', async () => {
    const test = await openOffice();
    const good = validUscc(7);
    const wide = [...good].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
    expect(await test.call('subject.check-code', { uscc: wide })).toMatchObject({ ok: true, value: good });
    const wrong = `${good.slice(0, 12)}${good[12] === '0' ? '1' : '0'}${good.slice(13)}`;
    const checked = await test.call('subject.check-code', { uscc: wrong });
    expect(checked.ok).toBe(false);
    expect(checked.suggestions).toContain(good);
  });
});

describe('personal data', () => {
  it('are masked until an officer states a purpose, and the look is on record without the data', async () => {
    const test = await openOffice();
    const idNumber = '11010519491231002X';
    const { id } = await test.call('subject.create', {
      ...emptySubject('agent', '孙某'),
      idNumber,
      phone: '13800138000',
    });
    const file = await test.call('subject.get', { id });
    expect(file).toMatchObject({ idNumberMasked: '110***********002X', phoneMasked: '138****8000' });
    expect(JSON.stringify(file)).not.toContain(idNumber);
    expect(await test.call('subject.reveal', { id, purpose: '核对执业备案' })).toEqual({
      idNumber,
      phone: '13800138000',
    });
    const { rows } = await test.call('audit.list', { limit: 1 });
    expect(rows[0]).toMatchObject({
      route: 'subject.reveal',
      object: `subject:${id}`,
      summary: expect.stringContaining('核对执业备案'),
    });
    expect(JSON.stringify(rows)).not.toContain(idNumber);
    await test.fails('subject.reveal', { id, purpose: ' ' }, 'bad_input');
    await test.fails('subject.reveal', { id: await createSubject(test, '无电话的所'), purpose: '查' }, 'bad_state');
  });
});

describe('finding subjects', () => {
  it('finds by polyphone initials, full pinyin, code tail, agency code, certificate and part of the name', async () => {
    const test = await openOffice();
    const firm = await test.call('subject.create', {
      ...emptySubject('enterprise', '重庆宝通科技有限责任公司'),
      uscc: validUscc(21),
    });
    const office = await test.call('subject.create', agency('长乐（杭州）专利代理所', 22, '33456'));
    const agent = await test.call('subject.create', { ...emptySubject('agent', '周某'), agentCertNo: '3312345' });
    const first = async (query: string) => (await test.call('subject.search', { query })).items[0]?.id;
    for (const query of [
      'cqbt',
      'btkj',
      'chongqingbao',
      '宝通科技有限公司',
      validUscc(21).slice(-6),
      validUscc(21).slice(-4).toLowerCase(),
      validUscc(21),
    ])
      expect(await first(query), query).toBe(firm.id);
    for (const query of ['33456', '长乐(杭州)', 'clhz']) expect(await first(query), query).toBe(office.id);
    expect(await first('3312345')).toBe(agent.id);
    expect((await test.call('subject.search', { query: '%' })).items).toEqual([]);
    expect((await test.call('subject.search', { query: '   ' })).items).toEqual([]);
  });

  it('counts kinds whatever kind is chosen, pages without gaps and sorts grades from the best', async () => {
    const test = await openOffice();
    const ids: string[] = [];
    for (let number = 0; number < 5; number++)
      ids.push(
        await createSubject(test, `第${number}企业`, {
          kind: 'enterprise',
          agencyCode: null,
          tags: number === 3 ? ['重点'] : [],
        }),
      );
    await test.write((tx) => {
      for (const [index, code] of ['B', 'A+', 'A'].entries()) {
        const rating_id = tx.newId();
        const subject_id = ids[index] ?? '';
        tx.insert('rating', {
          id: rating_id,
          subject_id,
          pack_id: 'p',
          pack_version: 1,
          pack_sha256: '',
          as_of: '2026-11-01',
          score: 90_000 + index,
          grade_code: code,
          input: '{}',
          trace: '[]',
          batch_id: null,
          officer_id: null,
          created_at: tx.now,
          next_change_on: null,
        });
        tx.makeCurrent('id', rating_id);
      }
    });
    const all = await test.call('subject.list', { kinds: ['enterprise'] });
    expect(all).toMatchObject({ total: 5, byKind: { enterprise: 5, patent_agency: 1 } });
    const pages = [0, 2, 4].map((offset) => test.call('subject.list', { kinds: ['enterprise'], offset, limit: 2 }));
    expect((await Promise.all(pages)).flatMap(({ rows }) => rows.map((row) => row.id)).sort()).toEqual([...ids].sort());
    const graded = await test.call('subject.list', { sort: 'grade' });
    expect(graded.rows.map((row) => row.gradeCode)).toEqual(['A+', 'A', 'B', null, null, null]);
    expect((await test.call('subject.list', { grades: ['A', 'B'] })).total).toBe(2);
    expect((await test.call('subject.list', { tag: '重点' })).rows.map((row) => row.id)).toEqual([ids[3]]);
    expect((await test.call('subject.list', { query: 'd3qy' })).rows.map((row) => row.id)).toEqual([ids[3]]);
    expect((await test.call('subject.list', { query: '第3', kinds: ['patent_agency'] })).total).toBe(0);
  });
});

describe('the file of a subject', () => {
  it('tells what happened, newest first, and what is still open', async () => {
    const office = await openOffice();
    const { findingId, id: inspectionId } = await finishedInspection(office);
    await planVisit(office, { date: '2026-12-01' });
    await office.call('fact.create', {
      subjectId: office.subjectId,
      itemCode: 'honour',
      sourceOrg: '省局',
      sourceNo: '',
      occurredOn: '2026-03-01',
      summary: '先进单位',
      fields: { level: 'provincial' },
    });
    const bad = await office.call('fact.create', {
      subjectId: office.subjectId,
      itemCode: 'serious_list',
      sourceOrg: '市局',
      sourceNo: '云市监列〔2026〕1号',
      occurredOn: '2026-05-06',
      summary: '列入严重违法失信名单',
      fields: { reason: '情节严重' },
    });
    const file = await office.call('subject.get', { id: office.subjectId });
    expect(file.timeline.map(({ on }) => on)).toEqual([...file.timeline.map(({ on }) => on)].sort().reverse());
    expect(file.timeline.map(({ noun, lane, tone, open }) => [noun, lane, tone, open])).toEqual([
      ['plan', 'during', 'neutral', true],
      ['inspection', 'during', 'warn', false],
      ['inspection', 'during', 'warn', false],
      ['fact', 'after', 'bad', true],
      ['fact', 'before', 'good', false],
    ]);
    expect(file.timeline.find((entry) => entry.id === findingId)?.opensId).toBe(inspectionId);
    expect(file).toMatchObject({ lastInspectedOn: '2026-09-21', openRectifications: 0 });
    await office.call('fact.withdraw', { id: bad.id, on: '2026-06-01', reason: '列入决定被撤销' });
    const after = (await office.call('subject.get', { id: office.subjectId })).timeline.find(
      (entry) => entry.id === bad.id,
    );
    expect(after).toMatchObject({ tone: 'neutral', open: false, detail: expect.stringContaining('列入决定被撤销') });
  });

  it('counts open orders and active dishonesty in the list, not closed ones', async () => {
    const office = await openOffice();
    const order =
      (state: 'ordered' | 'closed', no: string) => (tx: Parameters<Parameters<typeof office.write>[0]>[0]) =>
        tx.insert('rectification', {
          id: tx.newId(),
          no,
          subject_id: office.subjectId,
          inspection_id: null,
          ordered_on: '2026-10-01',
          behaviour: '',
          violated: '',
          basis: '',
          contact: '',
          contact_phone: '',
          delivered_on: null,
          received_by: null,
          state,
          state_on: null,
          state_reason: null,
          officers: '[]',
          created_at: tx.now,
        });
    await office.write(order('ordered', '1'));
    await office.write(order('closed', '2'));
    const { rows } = await office.call('subject.list', {});
    expect(rows.find((row) => row.id === office.subjectId)).toMatchObject({
      openRectifications: 1,
      activeDishonesty: 0,
    });
  });
});
