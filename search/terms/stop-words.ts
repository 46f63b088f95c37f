/** Chinese function words and the boilerplate of papers, listings and challenges: they name no subject. */
const functionWords =
  '的 了 和 与 及 或 在 是 为 对 对于 中 上 下 等 于 以 由 从 到 把 被 将 使 使得 让 给 向 用 其 该 此 这 那 这些 那些 之 而 且 并 并且 但 但是 也 都 就 还 又 只 很 更 最 不 没有 有 能 可 可以 能够 会 要 需 需要 应 应当 如 如何 若 则 因 因此 因为 所以 由于 通过 根据 按照 关于 以及 同时 此外 另外 其中 之间 以上 以下 以内 以外 左右 之后 之前 后 前 内 外 个 种 项 类 次 年 月 日 我 我们 你 你们 他 他们 它 它们 本 本文 各 每 一 一个 一种 一些 某 所 者 地 得 着 过 吗 呢 吧 啊 即 又 乃 至 至于 以便 从而 进而 然而 虽然 尽管 如果 只有 只要 无论 不仅 而且 已 已经 正在 曾 来 去 再 仍 仍然 均 共 约 大约 分别 之一 例如 比如 目前 现有 主要 进行 具有 提出 提供 实现 采用 利用 基于 针对 围绕 开展 希望 要求 解决 相关 有关 不同 方面 方式 问题 情况 过程 结果 表明 研究 分析 探讨 方法 技术 作用 影响 应用 目的 结论 文章'

/** English words of the same kind. */
const englishWords =
  'the of and to in a an is are was were for on with by as at from that this these those be been or it its which we our can has have had not but also into using used use based than such'

export const stopWords: ReadonlySet<string> = new Set(`${functionWords} ${englishWords}`.split(' '))
