import css from './plan.module.css';

/** What a witness is told: three sentences, in the order in which things happen. */
export function Method() {
  return (
    <ol className={css.method}>
      <li>名录已经冻结，校验值是由名录算出的一串字符；名录改动一个字，校验值就会不同。</li>
      <li>
        校验值公布之后，才由在场的人当场产生公开随机值（例如掷骰子），由两人各输入一遍；在此之前，谁也算不出结果。
      </li>
      <li>
        用校验值和公开随机值给每户算出一个抽取键，同一层内从小到大排队，取前若干户；任何人用同样的数据重新计算，结果都相同。
      </li>
    </ol>
  );
}
