import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const { createWriter, openStore, systemClock, systemRandom, writeList } = await import(
  path.join(root, 'out/bench/entry.js')
);

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WORDS = ['澄江', '青穗', '望岳', '云帆', '知行', '衡正', '砚池', '鹿鸣', '栖霞', '重明', '长乐', '朗润'];

/** A valid unified social credit code for a running number. */
function uscc(serial) {
  const body = String(10_000_000 + serial);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest = 11 - ([...body].reduce((sum, c, i) => sum + Number(c) * weights[i], 0) % 11);
  const code = `91990101${body}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  const sum = [...code].reduce((total, c, i) => total + ALPHABET.indexOf(c) * (3 ** i % 31), 0);
  return code + ALPHABET[(31 - (sum % 31)) % 31];
}

const name = (i) => `云州${WORDS[i % 12]}${WORDS[(i >> 4) % 12]}示例第${i}科技有限公司`;

/** A register of 20 columns, as an office would get it. */
export async function makeSubjects(file, count) {
  const headers = [
    '名称',
    '统一社会信用代码',
    '主体类型',
    '法定代表人',
    '住所',
    '所属区域',
    '联系电话',
    '电子邮箱',
    '行业',
    '成立日期',
    '状态',
    '标签',
    '备注',
    '注册资本',
    '登记机关',
    '经营范围',
    '年报年度',
    '参保人数',
    '专利数量',
    '商标数量',
  ];
  function* rows() {
    for (let i = 0; i < count; i++)
      yield [
        name(i),
        uscc(i),
        '企业',
        `示例${i % 977}`,
        `云州市云城区清溪路${i % 300}号${i % 20}层`,
        '云城区',
        `0990-${5_000_000 + (i % 999_999)}`,
        `u${i}@example.invalid`,
        '软件和信息技术服务',
        `20${String(10 + (i % 15)).padStart(2, '0')}-0${1 + (i % 9)}-1${i % 9}`,
        '存续',
        '',
        '',
        String(10 + (i % 990)),
        '云州市市场监督管理局',
        '技术开发、技术服务、技术咨询',
        '2025',
        String(i % 300),
        String(i % 40),
        String(i % 25),
      ];
  }
  await writeList(file, {
    sheetName: '名录',
    columns: headers.map((header) => ({ header, width: 16, kind: 'text' })),
    rows: rows(),
    expectedRows: count,
  });
}

/** A store with as many enterprises and two facts each. */
export async function makeStore(dir, count) {
  const store = openStore({ dir, nativeBinding: null, now: systemClock.now() });
  const write = createWriter(store, systemClock, systemRandom);
  const text = (columns) => Object.fromEntries(columns.map((column) => [column, null]));
  await write(
    { route: 'bench', actor: { id: null, name: 'bench' }, note: { object: 'bench:', summary: 'bench' } },
    async (tx) => {
      const officer = tx.newId();
      tx.insert('officer', {
        id: officer,
        name: '测量员',
        certificate_no: 'B1',
        certificate_until: null,
        station: '',
        position: '',
        skills: '[]',
        leaves: '[]',
        active: 1,
        created_at: tx.now,
      });
      tx.insert('setting', { id: 'acting_officer', value: JSON.stringify(officer) });
      tx.insert('setting', {
        id: 'office',
        value: JSON.stringify({ name: '测量局', code: '测', district: '', address: '', phone: '' }),
      });
      for (let i = 0; i < count; i++) {
        const id = tx.newId();
        tx.insert('subject', {
          ...text(store.columns('subject')),
          id,
          kind: 'enterprise',
          name: name(i),
          former_names: '[]',
          uscc: uscc(i),
          status: 'active',
          tags: '[]',
          initials: 'yz',
          pinyin: 'yunzhou',
          created_at: tx.now,
        });
        for (const [n, [item, fields]] of [
          ['abnormal_filing', { applications: 1 + (i % 7) }],
          ['general_risk_class', { class: 'ABCD'[i % 4] }],
        ].entries())
          tx.insert('fact', {
            ...text(store.columns('fact')),
            id: tx.newId(),
            subject_id: id,
            item_code: item,
            source_org: '示例',
            source_no: `n${i}-${n}`,
            occurred_on: '2026-05-10',
            valid_from: '2026-05-10',
            summary: '测量用',
            fields: JSON.stringify(fields),
            state: 'active',
            created_at: tx.now,
          });
      }
    },
  );
  store.close();
}

/** A store with so many finished inspections of one year, spread over its months, of as many subjects as fit ten each. */
export async function makeInspections(dir, count) {
  const store = openStore({ dir, nativeBinding: null, now: systemClock.now() });
  const write = createWriter(store, systemClock, systemRandom);
  const empty = (table) => Object.fromEntries(store.columns(table).map((column) => [column, null]));
  await write(
    { route: 'bench', actor: { id: null, name: 'bench' }, note: { object: 'bench:', summary: 'bench' } },
    async (tx) => {
      const officers = ['B1', 'B2'].map((no) => {
        const id = tx.newId();
        const officer = {
          id,
          name: `测量员${no}`,
          certificate_no: no,
          station: '一队',
          position: '',
          created_at: tx.now,
        };
        tx.insert('officer', { ...empty('officer'), ...officer, skills: '[]', leaves: '[]', active: 1 });
        return id;
      });
      tx.insert('setting', { id: 'acting_officer', value: JSON.stringify(officers[0]) });
      const office = { name: '测量局', code: '测', district: '', address: '', phone: '' };
      tx.insert('setting', { id: 'office', value: JSON.stringify(office) });
      const duty = officers.map((id, at) => ({
        id,
        name: `测量员B${at + 1}`,
        certificateNo: `B${at + 1}`,
        certificateUntil: null,
      }));
      const subjects = [];
      for (let i = 0; i < Math.ceil(count / 10); i++) {
        const id = tx.newId();
        subjects.push(id);
        const subject = { id, kind: 'enterprise', name: name(i), former_names: '[]', uscc: uscc(i), status: 'active' };
        tx.insert('subject', {
          ...empty('subject'),
          ...subject,
          tags: '[]',
          initials: 'yz',
          pinyin: 'yunzhou',
          created_at: tx.now,
        });
      }
      const results = ['1', '1', '1', '1', '1', '1', 'E', 'B', '6', '5'];
      for (let i = 0; i < count; i++) {
        // as in an office, later records have later days
        const day = new Date(Date.UTC(2026, 0, 1 + Math.floor((i * 365) / count))).toISOString().slice(0, 10);
        tx.insert('inspection', {
          ...empty('inspection'),
          id: tx.newId(),
          no: `测检〔2026〕${i + 1}号`,
          subject_id: subjects[i % subjects.length],
          kind: i % 5 === 0 ? 'special' : 'double_random',
          method: 'on_site',
          checklist_id: 'bench',
          checklist_version: 1,
          checklist: '{}',
          officer1_id: officers[0],
          officer2_id: officers[1],
          officers: JSON.stringify(duty),
          place: '云州市',
          started_at: `${day}T09:00`,
          ended_at: `${day}T10:00`,
          rights_told: 1,
          scene: '',
          statement: '',
          result_code: results[i % 10],
          disposition_code: results[i % 10] === '1' ? 'none_needed' : 'order_correction',
          state: 'finished',
          finished_at: `${day}T02:00:00.000Z`,
          created_at: tx.now,
        });
      }
    },
  );
  store.writer.exec('analyze');
  store.close();
}
