import { describe, expect, it } from 'vitest';
import { finishProblems, type Interview, interviewProblems } from '../../../shared/domain/paper/interview';

const officer = (id: string) => ({ id, name: id, certificateNo: `Y${id}`, certificateUntil: null });
const line = (id: string, standard: string | null, answer = '是。') => ({
  id,
  seq: 1,
  standard,
  question: '问',
  answer,
});
const interview: Interview = {
  no: '云知询〔2026〕1号',
  startedAt: '2026-09-21T11:00',
  endedAt: '2026-09-21T11:40',
  officers: [officer('张'), officer('李')],
  state: 'open',
  lines: [line('a', 'identity'), line('b', null)],
  personName: '赵某',
  confirmation: '与我说的一致',
  refusedReason: null,
  witnessName: null,
};
const site = (startedAt: string, endedAt: string | null, officerIds = ['李', '王']) => ({
  label: '检查 云知检〔2026〕1号',
  officerIds,
  startedAt,
  endedAt,
});
const messages = (change: Partial<Interview>, others: Parameters<typeof interviewProblems>[1]) =>
  interviewProblems({ ...interview, ...change }, others, '2026-09-21').map(({ message }) => message);

describe('the time of a questioning', () => {
  it('may touch the site record of the same officers, but not overlap it by a minute', () => {
    expect(messages({}, [site('2026-09-21T09:00', '2026-09-21T11:00')])).toEqual([]);
    expect(messages({}, [site('2026-09-21T09:00', '2026-09-21T11:01')])[0]).toContain('李在 2026-09-21 09:00');
    expect(messages({}, [site('2026-09-21T09:00', '2026-09-21T11:01', ['王', '周'])])).toEqual([]);
  });
  it('without an end claims its first moment only', () => {
    expect(messages({ endedAt: null }, [site('2026-09-21T11:10', '2026-09-21T12:00')])).toEqual([]);
    expect(messages({ endedAt: null }, [site('2026-09-21T10:10', null)])[0]).toContain('尚未结束');
  });
  it('ends after it began and not tomorrow', () => {
    expect(messages({ endedAt: '2026-09-21T11:00' }, [])).toContain('询问结束时间应当晚于开始时间');
    expect(messages({ startedAt: '2026-09-22T09:00', endedAt: null }, [])).toContain('询问时间不能晚于今天');
  });
});

describe('the end of a questioning', () => {
  const missing = (change: Partial<Interview>) =>
    finishProblems({ ...interview, ...change }, ['identity']).map(({ message }) => message);
  it('is reached with standard questions, answers and a confirmation', () => expect(missing({})).toEqual([]));
  it('is not reached without one of them', () => {
    expect(missing({ lines: [line('b', null)] })[0]).toContain('缺少标准提问');
    expect(missing({ lines: [line('a', 'identity')] })[0]).toContain('还没有询问任何事项');
    expect(missing({ lines: [line('a', 'identity'), line('b', null, ' ')] })[0]).toBe('第 2 问还没有回答');
    expect(missing({ confirmation: ' ' })[0]).toContain('核对后的意见');
    expect(missing({ endedAt: null })[0]).toContain('结束时间');
  });
  it('does not wait for a line that was opened and left empty', () => {
    const empty = { ...line('c', null, ''), question: ' ' };
    expect(missing({ lines: [...interview.lines, empty] })).toEqual([]);
    expect(missing({ lines: [line('a', 'identity'), empty] })[0]).toContain('还没有询问任何事项');
  });
  it('with a refusal needs a witness instead of the confirmation', () => {
    expect(missing({ confirmation: null, refusedReason: '认为与己无关' })[0]).toContain('见证人');
    expect(missing({ confirmation: null, refusedReason: '认为与己无关', witnessName: '物业王某' })).toEqual([]);
  });
});
