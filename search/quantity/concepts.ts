import { computing } from './concepts-computing'
import { electronics } from './concepts-electronics'
import { energy } from './concepts-energy'
import { environment } from './concepts-environment'
import { life } from './concepts-life'
import { machines } from './concepts-machines'
import { materials } from './concepts-materials'
import { metals } from './concepts-metals'
import { moneyRows } from './concepts-money'
import { optics } from './concepts-optics'
import { trades } from './concepts-trades'
import { transport } from './concepts-transport'
import { shares } from './share-concepts'

/**
 * What engineers call the same quantity by different words. One row: id, which way is better ('<' less, '>' more,
 * '' depends), words, and units that figures of it are stated in (any unit of the dimension; left out where any may be:
 * concept-dimensions.ts has those of the general rows). Rows with the same id are one concept. A longer word wins over a
 * shorter one inside it, so 漏检率 is never read as 检率; a word stands in one row only. Here the general words; those of
 * the disciplines are in concepts-*.ts.
 */
export type Direction = '<' | '>' | ''
export type Row = readonly [id: string, better: Direction, words: string, units?: string]

export const quantities: readonly Row[] = [
  ...shares,
  ...metals,
  ...machines,
  ...materials,
  ...electronics,
  ...optics,
  ...energy,
  ...computing,
  ...transport,
  ...environment,
  ...life,
  ...trades,
  ...moneyRows,
  // form and position
  ['warp', '<', '翘曲 翘曲度 翘曲量 翘曲变形 离面变形 面外变形 平面度 平整度 弯曲度 挠度 变形量 热变形 变形'],
  [
    'shift',
    '<',
    '落点偏差 停靠偏差 平层误差 轴线偏差 偏移 偏移量 位移 面内位移 错位 移位 跑偏 偏位 偏心 对位误差 对准误差 套刻误差 贴装偏差',
  ],
  ['rough', '<', '粗糙度 表面粗糙度 Ra 光洁度 面粗糙度 Sa 面粗糙度Sa Rq RMS粗糙度 Rz 均方根粗糙度'],
  ['round', '<', '回转误差 回转精度 径向跳动 轴向跳动 圆度 圆柱度 同轴度 跳动 径跳 端跳 垂直度 平行度 直线度误差'],
  ['backlash', '<', '回差 空程 背隙 侧隙 回程误差 间隙 反向间隙 回程间隙'],
  ['transmission-error', '<', '传动误差 传递误差 传动精度'],
  ['thick', '', '厚度 总厚 膜厚 壁厚 层厚 总厚度 板厚 涂层厚度 thickness'],
  ['wide', '', '宽度 幅宽 线宽 带宽度 幅面 门幅'],
  ['long', '', '长度 流动长度 传感长度 光缆长度 length'],
  ['tall', '', '高度 升程 提升高度'],
  ['diameter', '', '直径 外径 内径 口径 孔径 粒径 粒度 中位粒径 D50 线径 晶粒尺寸 丝径 通径'],
  [
    'step',
    '',
    '步进 步长 步距 给药步进 最小步进 脉冲排量 单次排量 脉冲当量 最小位移 分辨步长 最小剂量 最小增量 加样量 最小体积',
  ],
  ['range-distance', '>', '里程'],
  ['resolve', '<', '分辨率 分辨 可分辨间隔 定位粒度 像元 resolution'],
  [
    'detectable',
    '<',
    '可检 可检出 可分辨 可识别 最小可检 可检缺陷 可测最小 可探测 可辨识 可识别最小 可发现 最小缺陷 缺陷尺寸 可识别缺陷 最小可检尺寸 可检面积 可捕捉 识别最小宽度 裂缝识别宽度 可识别裂缝 最小识别宽度 最小可识别 可检最小',
  ],
  ['drift', '<', '漂移 零漂 温漂 漂移量 时漂 稳定性 年稳定性 迁移 峰位漂移 定位漂移 终点漂移 长期稳定性'],
  ['nonlinear', '<', '非线性 非线性度 非线性误差 直线度 线性度 线性误差 线性偏差'],
  ['hysteresis', '<', '迟滞 滞后 回滞'],
  ['crosstalk', '<', '串扰 维间串扰 耦合误差 串音 耦合 维间耦合 交叉干扰 交叉灵敏度 横向灵敏度 通道隔离'],
  ['overload', '>', '过载 过载能力 过压 过压承受 耐过载 量程冲击 过载倍数 超载 安全过载 抗过载 满量程冲击'],
  ['full-scale', '>', '量程 测量范围 测量上限 满量程 线性范围上限 线性上限 检测上限 量程上限 线性范围'],
  ['sync', '<', '同步误差 同步精度 同步偏差 时间同步 时间同步误差 对时精度 授时精度 时钟偏差 时间偏差 时标误差'],
  ['jitter', '<', '抖动 时延抖动 延迟抖动 周期抖动 相位抖动 时间抖动 定时精度 时间抖动值 定时抖动'],
  // time
  ['latency', '<', '时滞 首包 时延 延迟 延时 端到端 端到端时延 端到端延迟 滞后时间 传输时延 latency delay'],
  [
    'response',
    '<',
    '响应时间 响应 阶跃响应 上升时间 动作时间 响应速度 触发时间 建立时间 调节时间 response 报警时间 报警响应时间 探测响应时间 触发延时 报警延迟 跳闸时间 分断时间 动作延时 断开时间 驱动响应',
  ],
  ['startup', '<', '启动 上电 启动时间 开机时间 就绪时间 转发就绪 转发时间 冷启动 唤醒时间 预热时间 暖机'],
  [
    'compute-time',
    '<',
    '求解 求解时间 计算时间 耗时 求解耗时 运算时间 推理时间 推断 推理 排产时间 排程 解算时间 仿真时间',
  ],
  ['reschedule', '<', '重排 重排时间 插单 扰动修复 扰动 重调度 重规划 重构时间 重新排程'],
  [
    'turnaround',
    '<',
    '全流程 全流程时间 出结果 结果时间 首结果 首个结果 出报告 检测周期 测试时间 从取样到出 单样时间 检测耗时 结果出',
  ],
  [
    'cycle-time',
    '<',
    '循环周期 周期 单班 工期 节拍 成形周期 成型周期 生产节拍 单件时间 采摘时间 单果节拍 单件节拍 加工时间 循环时间 固化时间 周期时间 单件周期 工序时间 腐熟时间 腐熟期 堆肥时间 堆腐时间 养护时间',
  ],
  ['charge', '<', '充电时间 补能 充电 补能时间 快充 再充 换电时间'],
  ['endurance', '>', '供电可用 电池寿命 待机 连续工作 连续作业 工作时间 待机时间 工作时长 连续使用 电池续航'],
  [
    'run',
    '>',
    '连续运行 运行考核 运行时长 考核时长 稳定运行 无故障运行 连续运转 连续运行考核 MTBF 无故障时间 平均无故障 无故障工作',
  ],
  [
    'life',
    '>',
    '寿命 使用寿命 服役 额定寿命 耐久 耐久年限 设计寿命 折算寿命 服役年限 使用年限 更换周期 外推寿命 预期寿命 服役寿命 lifetime',
  ],
  ['shelf', '>', '常温保存 适用期 储存寿命'],
  ['clean', '>', '清洗周期 维护周期 酸洗周期 免维护 保养周期 校准周期 标定周期 更换间隔'],
  [
    'refresh',
    '',
    '刷新 刷新率 刷新周期 更新率 帧率 输出频率 采样率 采样频率 解算周期 输出率 位姿输出 点云输出 刷新间隔 更新周期 更新频率 采样间隔 采样周期 数据率 测量频率 扫描频率 扫描周期 控制周期 输出周期 控制频率 重频 采样 输出速率 监测周期 监测频率 动态采样',
  ],
  [
    'cycles',
    '>',
    '洗涤 水洗 皂洗 折叠 插合 拆装 开关次数 循环 循环寿命 循环次数 温度循环 功率循环 往复 弯折 插拔 疲劳 疲劳寿命 摩擦 耐摩擦 回弹 回弹次数 冲击次数 折弯 弯曲次数 擦拭 充放电次数 重复使用 开合 启停次数 耐磨次数 耐折 温循 cycle 充放电圈数 循环圈数',
  ],
  // strength and material
  ['tensile', '>', '断裂强力 断裂强度 抗张强度 拉断力 抗拉强度 拉伸强度 极限强度'],
  ['yield-strength', '>', '屈服强度 屈服'],
  [
    'shear',
    '>',
    '剪切强度 剪切 层间剪切强度 短梁剪切 层剪强度 抗剪强度 剪切力 ILSS 搭接剪切强度 拉伸剪切强度 搭接剪切',
  ],
  ['bend-strength', '>', '抗弯强度 弯曲强度 抗折强度 三点弯曲强度'],
  ['compress', '>', '抗压强度 压缩强度 压溃强度'],
  ['adhesion', '>', '粘接强度 结合力 附着力 粘结强度 结合强度 握裹力 粘结锚固强度 锚固力 抗拔力'],
  ['elongation', '>', '伸长率 延伸率 断后伸长率 断后延伸率 断后延伸 断裂伸长率 延伸 伸长'],
  [
    'tough',
    '>',
    '断裂韧性 韧性 冲击韧性 冲击强度 冲击功 缺口冲击 简支梁冲击 悬臂梁缺口冲击 简支梁缺口冲击 悬臂梁冲击强度',
  ],
  ['modulus', '', '模量 弹性模量 杨氏模量 刚度'],
  ['hard', '>', '硬度'],
  ['corrode', '<', '腐蚀速率 降解速率 腐蚀率 腐蚀 溶解速率'],
  ['wear', '<', '磨耗 磨蚀 磨损 磨损量'],
  ['shed', '<', '掉粉 掉粉率 落粉 掉屑 粉化率'],
  ['stack-pressure', '<', '外加压力 堆叠压力 夹持压力 外加夹持 成组压力 加压 预紧压力 施加压力'],
  ['process-pressure', '<', '烧结压力 辅助压力 成形压力 成型压力 键合压力 压制压力'],
  ['toxicity', '<', '细胞毒性 毒性等级 毒性 细胞毒性分级 细胞毒性等级'],
  // electrical
  ['energy-density', '>', '能量密度 比能量 质量比能量 重量能量密度 质量能量密度 体积能量密度 比能'],
  ['power-density', '>', '功率密度 比功率 功重比 功率质量比'],
  ['torque-density', '>', '转矩密度 扭矩密度 力矩密度'],
  ['torque', '>', '转矩 扭矩 力矩 输出转矩 额定转矩 峰值扭矩 牵引力矩'],
  ['c-rate', '>', '倍率 放电倍率 充电倍率 充放电倍率'],
  ['capacity-e', '>', '比容量 容量 放电容量'],
  ['ion-conduct', '>', '电导率 离子传导率 质子电导率'],
  ['areal-resistance', '<', '面电阻 面阻 膜面电阻 面比电阻 界面面阻 界面电阻 方阻'],
  ['heat-conduct', '', '导热系数 热导率 热导 导热率 导热'],
  ['heat-resist', '<', '热阻 界面热阻 接触热阻'],
  ['voltage', '', '电压 单池电压 槽压'],
  ['withstand', '>', '耐电压 耐电强度 耐压 击穿电压 击穿强度 介电强度 击穿场强 绝缘强度 阻断电压'],
  ['voltage-decay', '<', '电压衰减 电压衰减速率 槽压上升 槽压上升速率 电压上升速率 电压衰减率'],
  ['current', '', '电流 额定电流 短路电流'],
  ['leak-current', '<', '漏电流 静态电流 静态功耗'],
  ['bandwidth', '>', '带宽 频带 有效带宽 电流环带宽 频响 dB带宽 dB频带 响应频率 模态频率'],
  ['noise-floor', '<', '噪声 本底噪声 等效噪声 底噪'],
  ['sound', '<', '噪音 声压级 运行噪声 噪声级'],
  ['gain', '>', '增益 放大倍数'],
  ['isolation', '>', '隔离度 抑制比'],
  ['insert-loss', '<', '链路损耗'],
  ['power-use', '<', '耗能 静耗 功耗 整机功耗 耗散 平均功耗 典型功耗 耗电功率 输入功率 待机功耗 功率消耗'],
  ['power-out', '>', '输出功率 光功率'],
  ['heat-power', '>', '散热能力 散热功率 换热功率 换热量 冷却能力 散热量'],
  ['energy-use', '<', '能耗 耗电 综合能耗 蒸汽耗 电单耗 用电量 单位面积耗能 单位面积能耗 建筑能耗 暖通能耗'],
  ['saving', '>', '节电率 节能率 节水率 节油率 节煤率 节约率 省电 节电 节能 节水 省油 节油 省水 省煤'],
  ['water-use', '<', '耗水 水耗 新鲜水耗 用水量 耗水量'],
  ['reagent-use', '<', '施用量 添加剂用量 药剂消耗 药剂投加'],
  ['loading', '<', '载量 铂载量 铱载量 用量'],
  ['memory', '<', '内存 峰值内存 内存峰值 存储占用'],
  ['model-size', '<', '模型大小 模型参数'],
  ['node', '<', '工艺节点 制程 finfet cmos'],
  // heat
  [
    'temp-range',
    '',
    '水温 存储环境 贮存温度 温度适应 工作温度 工作温度范围 环境温度 适用温度 使用温度 温度范围 环境运行 适用环境温度 运行温度范围 工作温区 温区 工作环境 温变范围 可充放 工作 适应温度 存储温度',
  ],
  [
    'service-temp',
    '>',
    '长期使用温度 服役温度 耐温 长期服役温度 耐热温度 最高使用温度 连续使用温度 耐受温度 耐高温 工作温度上限',
  ],
  ['glass', '', '玻璃化转变温度 玻璃化温度 熔点 相变温度 居里温度 软化点 分解温度'],
  ['temp-rise', '<', '温升 稳态温升 绕组温升'],
  ['temp-diff', '<', '温差 最大温差 温度差 电芯温差 温度均匀性 温度不均匀性 间温差'],
  ['back-temp', '<', '背面温度 冷面 背温 冷面温度 背火面温度 背侧温度'],
  // amount and money
  ['weight', '<', '重量 质量 自重 整机重量 总质量 单只重量 整机质量 模块质量 系统重量 weight mass 载荷质量'],
  [
    'throughput',
    '>',
    '日产 时产 年产 日产水 出水量 供气量 产水量 产气量 产氢量 制备能力 生产效率 清洗效率 巡检效率 检测效率 采收效率 输送量 分选量 装载量 加工能力 处理量 处理能力 产能 产量 单机处理量 单线能力 单线处理能力 生产能力 日处理量 稳定通量 处理规模 年产能 月产能 小时产量 产出 日检测面积 日作业 作业效率 日作业面积 吞吐量 吞吐 单线 单撬 日处理 作业能力 throughput 喷施效率 喷药效率 作业工效 作业功效',
  ],
  ['speed', '>', '速度 线速度 车速 适用线速度 移动速度 流速 打印速度 焊接速度 切削速度 进给速度 扫描速度 speed'],
  ['spin', '>', '转数 转速 额定转速 最高转速'],
  [
    'scale',
    '>',
    '规模 网格规模 最大网格 工单数 同时排产 排产 并发 接入 接入数 节点数 算例规模 最大规模 用户数 支持数量 同时处理',
  ],
  [
    'variety',
    '>',
    '种类 材质种类 靶标数 可测 可区分 可识别材质 毒素种类 靶标 同时检测 重检测 一次可测 通道数 检测项目 可同时 种类数 覆盖种类 品种数 物种数',
  ],
  ['pickup', '>', '速率 下载速率 写入速度 读取速度 存储带宽'],
  // concentration and detection
  [
    'lod',
    '<',
    '灵敏度极限 最低可测 最小可测 检测限 最低检出限 LoD 探测限 探测下限 测量下限 剂量率下限 灵敏度下限 LOQ 检出下限 下限',
  ],
  ['concentration', '', '含盐量 浓度 盐度 TDS 浓缩液 总溶解固体 浓水 质量浓度'],
  [
    'residue',
    '<',
    '残氯 残余氯 出水 残留物 残溶 NOx排放 颗粒物排放 尾气排放 氮氧化物排放 出口氮氧化物 出口二氧化硫 残油率 残油 油基岩屑残油 出口浓度值',
  ],
  ['decontam', '>', '去污因子 去污系数 净化系数 除污因子'],
  ['reduce-volume', '>', '压缩倍数 减容比 减容 减量比 浓缩倍数 压缩比 浓缩比 减容倍数 压缩倍率值'],
  ['speed-up', '>', '加速比 提速倍数'],
  ['leak', '<', '泄漏率 漏率 泄漏 渗漏 渗漏率 气体泄漏率 氦漏率'],
  ['flatness-e', '<', '谐波 纹波 电压纹波 畸变率 THD 总谐波畸变'],
  ['changeover', '>', '换型 换型次数 切换次数 准备切换 切线次数'],
  ['brightness', '>', '亮度 光通量 光强'],
  ['light-eff', '>', '发光效率'],
  ['color', '<', '色差 色偏'],
  ['contact-angle', '>', '接触角 水接触角 疏水角 静态接触角 滚动角 前进角 静态水接触角'],
  ['dose', '', '剂量 吸收剂量'],
  ['fwhm', '<', '半高宽 能量分辨率 FWHM 能量分辨 半峰宽'],
  ['accel', '', '加速度 振动加速度 过载g'],
  ['moisture', '', '湿度 相对湿度 露点'],
  ['frequency', '', '频率 工作频率 主频 开关频率 重复频率'],
  ['wavelength', '', '波长 波段 谱段'],
]
