import css from './plan.module.css';

/** What a witness is told: three sentences, in the order in which things happen. */
export function Method() {
  return (
    <ol className={css.method}>
      <li>
        名录、规则、工作日和执法人员已经冻结，校验值是由它们算出的一串字符，改动一个字就会不同；单位的随机数也已定下，先公布承诺值，不能再换。
      </li>
      <li>
        校验值公布之后，才由在场的人当场产生公开随机值（例如掷骰子），由两人各输入一遍；在此之前，谁也算不出结果。
      </li>
      <li>
        用校验值、公开随机值和单位随机数给每户、每名执法人员算出一个抽取键，从小到大排队，依次取用，跳过的人员写明理由；任何人用同样的数据重新计算，结果都相同。
      </li>
    </ol>
  );
}
