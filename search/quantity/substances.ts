/** Substances: a figure about one says nothing of another. */
export const substances: readonly string[] = [
  'CO 一氧化碳', 'CO2 CO₂ 二氧化碳 碳排放', 'SO2 SO₂ 二氧化硫', 'NOx NOₓ 氮氧化物', 'H2S 硫化氢', 'NH3 NH₃ 氨气 氨 氨逃逸', '硫 总硫 硫化物 硫含量', 'COD CODCr 化学需氧量', 'BOD BOD5', '氨氮 NH3-N', '总磷 TP', '总氮 TN', 'VOC VOCs 挥发性有机物 TVOC 非甲烷总烃',
  '氧 氧气 O2 O₂ 含氧量 溶解氧', '氢 氢气 H2', '氮 氮气 N2', '甲烷 CH4', '二噁英 毒性当量', '氯 残氯 残余氯 氯离子', '氟 氟化物', '铯 Cs', '锶 Sr', '铱 Ir', '铂 Pt', '钌 Ru', '锂 Li', '钴 Co', '镍 Ni', '锰 Mn', '铁 Fe', '铜 Cu', '铬 Cr 六价铬', '镉 Cd', '铅 Pb', '汞 Hg', '砷 As', '铝 Al', '硅 Si', '镁 Mg', '钙 Ca', '银 Ag', '金 Au', '锌 Zn',
  '黄曲霉毒素B1 黄曲霉毒素 黄曲霉 AFB1 AFB₁', '呕吐毒素 DON', '赤霉烯酮 玉米赤霉烯酮 ZEN', '蛋白质 蛋白', '脂肪 油脂', '糖 糖分 糖度', '粉尘 颗粒物 PM2.5 烟尘',
] // prettier-ignore
