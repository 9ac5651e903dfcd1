/** Marks that papers and printed pages bear alike, so that none of them is taken for a rating that holds. */
export const DRAFT_MARK = '未经审定，不作为评价结果';
export const SIMULATION_MARK = '模拟 — 不作为评价结果';
export const STALE_MARK = '数据过期，等级暂缓使用';
