// Makes the files of the fictional sample office in resources/samples; the same bytes of content each time.
//   node scripts/make-samples.mjs
// Every name is made up (云州 is no city) and says 示例; codes carry valid check digits and the area 990101,
// which is not assigned to any place.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

const out = path.resolve(import.meta.dirname, '../resources/samples');
mkdirSync(out, { recursive: true });

let state = 20261123;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const below = (limit) => Math.floor(random() * limit);
const pick = (list) => list[below(list.length)];
const two = (value) => String(value).padStart(2, '0');

// ------------------------------------------------------------------ codes
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';
function uscc(head, serial) {
  const body = String(serial).padStart(8, '0');
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest = 11 - ([...body].reduce((sum, c, i) => sum + Number(c) * weights[i], 0) % 11);
  const code17 = `${head}990101${body}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  const sum = [...code17].reduce((total, c, i) => total + USCC.indexOf(c) * (3 ** i % 31), 0);
  return code17 + USCC[(31 - (sum % 31)) % 31];
}
function idNumber(serial) {
  const body = `990101${1965 + below(32)}${two(1 + below(12))}${two(1 + below(28))}${String(serial % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, c, i) => total + Number(c) * weights[i], 0);
  return body + '10X98765432'[sum % 11];
}

// ------------------------------------------------------------------ words
const FIRST = [
  '澄江',
  '青穗',
  '望岳',
  '云帆',
  '知行',
  '衡正',
  '砚池',
  '鹿鸣',
  '栖霞',
  '重明',
  '长乐',
  '朗润',
  '启明',
  '泽川',
  '嘉禾',
  '瀚海',
  '松涛',
  '景行',
  '映山',
  '远岫',
  '博雅',
  '恒信',
  '金石',
  '新桥',
  '乐善',
  '单桐',
  '翠屏',
  '观澜',
  '敬亭',
  '听泉',
];
const SECOND = ['', '智', '创', '源', '诚', '达', '联', '合', '卓', '盛'];
const SURNAMES = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
  '单',
  '乐',
  '曾',
  '解',
  '仇',
  '区',
];
const GIVEN = ['示明', '示华', '例清', '例远', '示安', '例文', '示宁', '例川', '示楠', '例舒', '示越', '例衡'];
const STREETS = ['清溪路', '望湖街', '知新大道', '文昌巷', '滨江东路', '云岭路', '科创一路', '松石街'];
const DISTRICTS = ['云城区', '江北区', '松山区', '望湖新区'];
const INDUSTRIES = [
  '通用设备制造',
  '医药制造',
  '食品制造',
  '软件和信息技术服务',
  '电子元件制造',
  '纺织服装',
  '茶叶种植加工',
  '日用化学品制造',
  '批发零售',
  '文化创意',
];
const used = new Set();
function name(make) {
  for (;;) {
    const candidate = make(pick(FIRST) + pick(SECOND));
    if (!used.has(candidate)) {
      used.add(candidate);
      return candidate;
    }
  }
}
const person = () => pick(SURNAMES) + pick(GIVEN);
const address = (district) =>
  `云州市${district}${pick(STREETS)}${1 + below(300)}号${pick(['', `${1 + below(20)}层`, `${1 + below(8)}幢${1 + below(12)}0${1 + below(9)}室`])}`;
const phone = (serial) => `0990-${String(5100000 + serial * 37).slice(0, 7)}`;
const day = (from, to) => {
  const a = Date.parse(from);
  return new Date(a + below((Date.parse(to) - a) / 86_400_000) * 86_400_000);
};
const iso = (date) => date.toISOString().slice(0, 10);

// ------------------------------------------------------------------ agencies
let serial = 10_000_001;
const agencies = [];
const kinds = [
  ...Array(78).fill('专利代理机构'),
  ...Array(28).fill('商标代理机构'),
  ...Array(14).fill('代理机构分支机构'),
];
for (const [index, kind] of kinds.entries()) {
  const district = pick(DISTRICTS);
  const parent = kind === '代理机构分支机构' ? agencies[below(60)] : null;
  agencies.push({
    name:
      kind === '专利代理机构'
        ? name(
            (word) =>
              `云州${word}示例${pick(['专利代理事务所（普通合伙）', '知识产权代理有限公司', '专利代理有限责任公司'])}`,
          )
        : kind === '商标代理机构'
          ? name((word) => `云州${word}示例商标代理有限公司`)
          : name((word) => `${parent.name.replace(/（.*）$/, '')}${word}分部`),
    uscc: uscc('91', serial++),
    kind,
    agencyCode: kind === '专利代理机构' ? `99${String(101 + index).padStart(3, '0')}` : '',
    legalPerson: person(),
    address: address(district),
    district,
    phone: phone(index),
    established: day('2004-01-01', '2024-06-30'),
    parent: parent?.name ?? '',
    parentUscc: parent?.uscc ?? '',
    tags: index % 17 === 0 ? '代理师协会会员' : '',
  });
}
const agents = Array.from({ length: 40 }, (_, index) => {
  const agency = agencies[below(78)];
  return {
    name: person(),
    certNo: `99${String(20_001 + index * 7).padStart(5, '0')}`,
    idNumber: idNumber(100 + index),
    parent: agency.name,
    parentUscc: agency.uscc,
    phone: `139${String(90_000_000 + index * 1317)}`,
    district: agency.district,
  };
});

// ------------------------------------------------------------------ enterprises
const enterprises = [];
const enterpriseKinds = [
  ...Array(262).fill('企业'),
  ...Array(12).fill('个体工商户'),
  ...Array(10).fill('市场'),
  ...Array(8).fill('电子商务平台'),
  ...Array(4).fill('行业协会'),
  ...Array(4).fill('事业单位'),
];
for (const [index, kind] of enterpriseKinds.entries()) {
  const district = pick(DISTRICTS);
  const ending = {
    企业: pick([
      '科技有限公司',
      '制造有限公司',
      '食品有限公司',
      '生物医药股份有限公司',
      '文化创意有限公司',
      '贸易有限责任公司',
    ]),
    个体工商户: pick(['食品经营部', '服装店', '茶叶行']),
    市场: pick(['小商品市场', '专业批发市场']),
    电子商务平台: '网络交易平台有限公司',
    行业协会: '知识产权保护协会',
    事业单位: '应用技术研究院',
  }[kind];
  const head = { 个体工商户: '92', 行业协会: '51', 事业单位: '12' }[kind] ?? '91';
  enterprises.push({
    name: name((word) => `云州${word}示例${ending}`),
    uscc: uscc(head, serial++),
    kind,
    legalPerson: person(),
    address: address(district),
    district,
    phone: phone(200 + index),
    industry: pick(INDUSTRIES),
    established: day('1998-01-01', '2025-03-31'),
    tags: index % 23 === 0 ? '知识产权优势企业' : index % 31 === 0 ? '重点商标保护名录' : '',
  });
}
enterprises[7].name = '云州望岳青穗长乐重明示例现代农业与地理标志产品综合开发及进出口服务集团股份有限公司';

// ------------------------------------------------------------------ officers
const STATIONS = [
  '知识产权保护科',
  '知识产权促进科',
  '综合执法大队',
  '云城市场监督管理所',
  '江北市场监督管理所',
  '松山市场监督管理所',
];
const officerNames = [...new Set(Array.from({ length: 80 }, person))].slice(0, 24);
const officers = officerNames.map((officer, index) => ({
  name: officer,
  certificateNo: `99010${String(1001 + index)}`,
  // one has lapsed and one lapses soon: neither may be drawn after that day
  until: index === 22 ? '2026-03-31' : index === 23 ? '2026-12-15' : `${2027 + (index % 3)}-06-30`,
  station: STATIONS[index % STATIONS.length],
  position: index % 6 === 0 ? '科（所）长' : pick(['一级科员', '四级主办', '二级主任科员']),
  skills: index % 2 === 0 ? '专利、代理监管' : '商标、地理标志',
}));

// ------------------------------------------------------------------ penalties (双公示)
const VIOLATIONS = [
  [
    '自行改变注册商标',
    '在商品包装上自行改变注册商标标识',
    '《中华人民共和国商标法》第四十九条第一款',
    '责令限期改正，罚款',
    0.5,
  ],
  [
    '侵犯注册商标专用权',
    '销售侵犯注册商标专用权的商品',
    '《中华人民共和国商标法》第五十七条第（三）项',
    '没收侵权商品，罚款',
    2.35,
  ],
  ['假冒专利', '在产品宣传册上标注已终止的专利号', '《中华人民共和国专利法》第六十八条', '责令改正，罚款', 1.2],
  [
    '使用未注册商标违反商标法第十条',
    '使用带有欺骗性的未注册商标',
    '《中华人民共和国商标法》第五十二条',
    '通报批评，罚款',
    0.8,
  ],
];
const AGENCY_VIOLATIONS = [
  ['专利代理机构违规', '合伙人变更未按规定办理备案', '《专利代理条例》第二十五条', '警告', 0],
  [
    '代理机构代理恶意商标申请',
    '明知委托人恶意申请仍接受委托',
    '《中华人民共和国商标法》第六十八条第一款第（三）项',
    '警告，罚款',
    1,
  ],
];
const penalties = Array.from({ length: 46 }, (_, index) => {
  const agency = index % 5 === 0;
  const party = agency ? agencies[(index * 3) % 106] : enterprises[(index * 11) % 262];
  const [type, facts, basis, kind, fine] = pick(agency ? AGENCY_VIOLATIONS : VIOLATIONS);
  const decided = day('2024-03-01', '2026-10-20');
  const until = new Date(decided);
  until.setUTCFullYear(until.getUTCFullYear() + 1);
  // penalties on patent agencies belong to the provincial department
  const [authority, authorityCode, prefix] =
    type === '专利代理机构违规'
      ? ['云海省知识产权局', uscc('11', 99_000_002), '云知法罚']
      : ['云州市市场监督管理局', uscc('11', 99_000_001), '云州市监处罚'];
  return [
    party.name,
    '法人及非法人组织',
    party.uscc,
    party.legalPerson,
    `${prefix}〔${decided.getUTCFullYear()}〕${101 + index}号`,
    type,
    `当事人${facts}，经现场检查和询问查证属实。`,
    basis,
    kind,
    kind,
    fine || null,
    kind.includes('没收') ? 0.36 : null,
    decided,
    until,
    until,
    authority,
    authorityCode,
    authority,
    authorityCode,
    null,
  ];
});

// ------------------------------------------------------------------ writing
async function workbook(file, sheets) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 10, 1));
  for (const { title, name: sheetName, headers, rows, widths } of sheets) {
    const sheet = book.addWorksheet(sheetName);
    if (title) {
      sheet.addRow([title]);
      sheet.mergeCells(1, 1, 1, headers.length);
    }
    sheet.addRow(headers);
    for (const row of rows)
      sheet.addRow(row).eachCell((cell) => {
        if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
      });
    headers.forEach((_, index) => {
      sheet.getColumn(index + 1).width = widths?.[index] ?? 16;
    });
  }
  await book.xlsx.writeFile(path.join(out, file));
}

const dateForms = [
  (d) => d,
  (d) => iso(d).replaceAll('-', '.'),
  (d) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`,
  (d) => iso(d).replaceAll('-', ''),
];
const agencyHeaders = [
  '机构名称',
  '统一社会信用代码',
  '主体类型',
  '代理机构代码',
  '负责人',
  '办公场所',
  '所属区域',
  '联系电话',
  '成立日期',
  '总部名称',
  '总部统一社会信用代码',
  '标签',
];
await workbook('代理机构名录.xlsx', [
  {
    name: '代理机构',
    title: '云州市知识产权代理机构名录（示例数据）',
    headers: agencyHeaders,
    rows: agencies.map((a, index) => [
      a.name,
      a.uscc,
      a.kind,
      a.agencyCode || null,
      a.legalPerson,
      a.address,
      a.district,
      a.phone,
      dateForms[index % 4](a.established),
      a.parent || null,
      a.parentUscc || null,
      a.tags || null,
    ]),
    widths: [40, 22, 16, 12, 10, 44, 12, 14, 14, 36, 22, 16],
  },
]);
await workbook('专利代理师名录.xlsx', [
  {
    name: '专利代理师',
    headers: [
      '姓名',
      '主体类型',
      '资格证号',
      '身份证号',
      '执业机构',
      '执业机构统一社会信用代码',
      '联系电话',
      '所属区域',
    ],
    rows: agents.map((a) => [a.name, '专利代理师', a.certNo, a.idNumber, a.parent, a.parentUscc, a.phone, a.district]),
    widths: [12, 12, 12, 22, 40, 22, 16, 12],
  },
]);
await workbook('执法人员名单.xlsx', [
  {
    name: '执法人员',
    headers: ['姓名', '执法证号', '有效期至', '所属机构', '职务', '专业'],
    rows: officers.map((o) => [
      o.name,
      o.certificateNo,
      new Date(`${o.until}T00:00:00Z`),
      o.station,
      o.position,
      o.skills,
    ]),
    widths: [12, 14, 14, 24, 16, 20],
  },
]);
await workbook('行政处罚双公示.xlsx', [
  {
    name: '行政处罚',
    headers: [
      '行政相对人名称',
      '行政相对人类别',
      '行政相对人代码_1(统一社会信用代码)',
      '法定代表人',
      '行政处罚决定书文号',
      '违法行为类型',
      '违法事实',
      '处罚依据',
      '处罚类别',
      '处罚内容',
      '罚款金额（万元）',
      '没收违法所得、没收非法财物的金额（万元）',
      '处罚决定日期',
      '处罚有效期',
      '公示截止期',
      '处罚机关',
      '处罚机关统一社会信用代码',
      '数据来源单位',
      '数据来源单位统一社会信用代码',
      '备注',
    ],
    rows: penalties,
    widths: [40, 18, 22, 10, 26, 22, 44, 36, 18, 18, 12, 18, 14, 14, 14, 24, 22, 24, 22, 12],
  },
]);

// GB18030, as many registers still export it: the encoder is the decoder turned round
const encoding = new Map();
const decoder = new TextDecoder('gb18030');
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    if (low === 0x7f) continue;
    const character = decoder.decode(Uint8Array.of(high, low));
    if ([...character].length === 1 && character !== '\ufffd' && !encoding.has(character))
      encoding.set(character, [high, low]);
  }
const gb18030 = (text) =>
  Buffer.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const bytes = encoding.get(character);
      if (!bytes) throw new Error(`no GB18030 code for ${character}`);
      return bytes;
    }),
  );
const csvCell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csvRows = enterprises.map((e) => [
  e.name,
  e.uscc,
  e.kind,
  e.legalPerson,
  e.address,
  e.district,
  e.phone,
  e.industry,
  `${e.established.getUTCFullYear()}/${e.established.getUTCMonth() + 1}/${e.established.getUTCDate()}`,
  e.tags,
]);
// three rows with the mistakes that lists really have; they come back for correction
csvRows[40][1] = csvRows[40][1].replace(/0/, 'O').slice(0, 16) + csvRows[40][1].slice(16);
csvRows[90][1] = `${csvRows[90][1].slice(0, 9)}${(Number(csvRows[90][1][9]) + 1) % 10}${csvRows[90][1].slice(10)}`;
csvRows[150][8] = '2021/2/30';
csvRows[210][0] = '';
writeFileSync(
  path.join(out, '企业名录.csv'),
  gb18030(
    `${[
      [
        '企业名称',
        '统一社会信用代码',
        '主体类型',
        '法定代表人',
        '住所',
        '所属区域',
        '联系电话',
        '行业',
        '成立日期',
        '标签',
      ],
      ...csvRows,
    ]
      .map((row) => row.map(csvCell).join(','))
      .join('\r\n')}\r\n`,
  ),
);

// ------------------------------------------------------------------ filing lists
// all days lie in 2025, so that the story can be told in any season after it
const patentNumber = (year, type, index) => {
  const body = `${year}${type}${String(index).padStart(7, '0')}`;
  const rest = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((sum, w, i) => sum + w * Number(body[i]), 0) % 11;
  return `${body}.${rest === 10 ? 'X' : rest}`;
};
const DEVICES = ['装置', '系统', '方法', '设备', '结构', '工装', '控制电路', '检测仪'];
const FIELDS = ['茶叶揉捻', '数据标注', '料斗除尘', '视频加水印', '管道清洗', '温室补光', '电机散热', '快递分拣'];
const firms = enterprises.filter(({ kind }) => kind === '企业');
const stranger = (index) => ({
  name: `云外${FIRST[index % FIRST.length]}示例科技有限公司`,
  uscc: uscc('91', 99_100_000 + index),
});
/** Applicant and how many of its filings were notified; the first three are the ones to look at. */
const notified = [
  [firms[18], 34],
  [firms[64], 23],
  [stranger(3), 15],
  ...Array.from({ length: 10 }, (_, index) => [firms[30 + index * 13], 5 + (index % 4)]),
  ...Array.from({ length: 48 }, (_, index) => [
    index % 9 === 8 ? stranger(index) : firms[(7 + index * 5) % 262],
    1 + (index % 3),
  ]),
];
const BATCHES = ['2025-03-14', '2025-06-20', '2025-09-12', '2025-11-28'];
const patentRows = [];
for (const [index, [firm, count]] of notified.entries())
  for (let at = 0; at < count; at++) {
    const batch = BATCHES[(index + Math.floor(at / 12)) % 4];
    // the second applicant is slow, everybody else withdraws nearly all
    const left = index === 1 ? at % 3 === 0 : (index + at) % 13 === 0;
    const handling = !left ? '已撤回' : at % 2 === 0 ? '' : '已说明';
    const handled = new Date(Date.parse(batch) + (9 + below(40)) * 86_400_000);
    patentRows.push([
      patentNumber(2023 + (at % 2), at % 3 === 0 ? 2 : 1, 100_000 + index * 997 + at),
      `一种${pick(FIELDS)}${pick(DEVICES)}`,
      firm.name,
      at % 4 === 3 ? null : firm.uscc,
      index < 3 ? agencies[12].name : agencies[(index * 7) % 78].name,
      new Date(`${2023 + (at % 2)}-${two(1 + (at % 12))}-${two(1 + ((index + at) % 28))}T00:00:00Z`),
      new Date(`${batch}T00:00:00Z`),
      handling || null,
      handling ? handled : null,
    ]);
  }
// the mistakes that such lists have: a wrong digit, a day before the notice, the same application twice
patentRows[40][0] = patentRows[40][0].replace(/\d(?=\.)/, (digit) => String((Number(digit) + 1) % 10));
patentRows[75][8] = new Date('2025-01-02T00:00:00Z');
patentRows[75][7] = '已撤回';
patentRows.push([...patentRows[5]]);
await workbook('非正常专利申请通报名单.xlsx', [
  {
    name: '通报名单',
    title: '非正常专利申请通报名单（示例数据）',
    headers: [
      '申请号',
      '发明名称',
      '第一申请人',
      '申请人统一社会信用代码',
      '代理机构',
      '申请日',
      '通报日期',
      '处理情况',
      '处理日期',
    ],
    rows: patentRows,
    widths: [18, 28, 40, 22, 40, 14, 14, 12, 14],
  },
]);

const MARKS = ['青岚', '禾味', '云上田', '鹿鸣堂', '知味坊', '砚边', '松石', '听泉', '乐土', '朗月', '嘉树', '远山'];
const TAILS = ['', '记', '良品', '优选', '之家', '小铺', '工坊', '生活'];
const markRows = [];
let markNumber = 99_000_101;
const mark = (
  firm,
  filed,
  {
    title,
    classes,
    agency = agencies[80 + below(20)].name,
    assignee = '',
    assigned = '',
    decision = ['', '', ''],
  } = {},
) =>
  markRows.push([
    String(markNumber++),
    title ?? pick(MARKS) + pick(TAILS),
    classes ?? String([3, 5, 9, 25, 29, 30, 32, 35, 41, 43][below(10)]),
    firm.name,
    firm.uscc,
    agency,
    filed,
    assignee,
    assigned,
    ...decision,
  ]);
const dayIn = (month, at) => `2025-${two(month)}-${two(1 + (at % 28))}`;
// two that hoard, one of them unknown to the office; one agency that files for many
for (let at = 0; at < 44; at++) mark(firms[101], dayIn(4, at), { classes: String(1 + (at % 14)) });
for (let at = 0; at < 36; at++) mark(stranger(21), dayIn(8, at), { classes: String(20 + (at % 9)) });
for (let at = 0; at < 46; at++) mark(firms[(at * 3) % 262], dayIn(10, at), { agency: agencies[84].name });
// one that sells what it registered
for (let at = 0; at < 14; at++)
  mark(firms[143], dayIn(2, at), { assignee: firms[150 + (at % 6)].name, assigned: dayIn(9, at * 3) });
// names of others and of public resources
for (const [index, title] of [
  '鹿鸣示例',
  '鹿 鸣示例酒',
  '云海雪山',
  '云海　雪山泉',
  '望湖古镇',
  '松石灯会',
  '沈示华',
  '望湖古镇糕点',
].entries())
  mark(firms[170 + index * 4], dayIn(5, index), { title });
// decisions in force
for (const [index, [kind, no]] of [
  ['异议决定', '（示例）商标异字第 101 号'],
  ['无效宣告', '（示例）商评字第 202 号'],
  ['判决、裁定', '（示例）行终 303 号'],
].entries())
  for (let at = 0; at < 1 + (index % 2); at++)
    mark(firms[200 + index * 9], dayIn(1, index), { decision: [kind, no, dayIn(7, index)] });
// everybody else
for (let at = 0; at < 190; at++) mark(firms[(11 + at * 7) % 262], dayIn(1 + (at % 12), at * 5));
markRows[120][2] = '第 46 类';
markRows[160][6] = '2025/2/30';
writeFileSync(
  path.join(out, '商标申请清单.csv'),
  `\ufeff${[
    [
      '申请号',
      '商标名称',
      '国际分类',
      '申请人名称',
      '统一社会信用代码',
      '代理机构',
      '申请日期',
      '受让人',
      '转让日期',
      '决定种类',
      '决定文号',
      '决定日期',
    ],
    ...markRows,
  ]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')}\r\n`,
);
console.log(
  `${agencies.length} agencies, ${agents.length} agents, ${enterprises.length} enterprises, ${officers.length} officers, ${penalties.length} penalties, ${patentRows.length} notified patents, ${markRows.length} trademarks`,
);
