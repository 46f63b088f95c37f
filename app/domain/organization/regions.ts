/** A region by its GB/T 2260 code, as people read it. */
export interface Region {
  code: string
  'zh-CN': string
  en: string
}

const region = (code: string, chinese: string, english: string): Region => ({ code, 'zh-CN': chinese, en: english })

/** Regions that an organisation can be of: the districts of Hangzhou, the cities of Zhejiang, the provinces. Source: GB/T 2260. */
export const regions: readonly Region[] = [
  region('330108', '杭州市滨江区', 'Binjiang, Hangzhou'),
  region('330102', '杭州市上城区', 'Shangcheng, Hangzhou'),
  region('330105', '杭州市拱墅区', 'Gongshu, Hangzhou'),
  region('330106', '杭州市西湖区', 'Xihu, Hangzhou'),
  region('330109', '杭州市萧山区', 'Xiaoshan, Hangzhou'),
  region('330110', '杭州市余杭区', 'Yuhang, Hangzhou'),
  region('330111', '杭州市富阳区', 'Fuyang, Hangzhou'),
  region('330112', '杭州市临安区', "Lin'an, Hangzhou"),
  region('330113', '杭州市临平区', 'Linping, Hangzhou'),
  region('330114', '杭州市钱塘区', 'Qiantang, Hangzhou'),
  region('330122', '杭州市桐庐县', 'Tonglu, Hangzhou'),
  region('330127', '杭州市淳安县', "Chun'an, Hangzhou"),
  region('330182', '杭州市建德市', 'Jiande, Hangzhou'),
  region('330200', '浙江省宁波市', 'Ningbo, Zhejiang'),
  region('330300', '浙江省温州市', 'Wenzhou, Zhejiang'),
  region('330400', '浙江省嘉兴市', 'Jiaxing, Zhejiang'),
  region('330500', '浙江省湖州市', 'Huzhou, Zhejiang'),
  region('330600', '浙江省绍兴市', 'Shaoxing, Zhejiang'),
  region('330700', '浙江省金华市', 'Jinhua, Zhejiang'),
  region('330800', '浙江省衢州市', 'Quzhou, Zhejiang'),
  region('330900', '浙江省舟山市', 'Zhoushan, Zhejiang'),
  region('331000', '浙江省台州市', 'Taizhou, Zhejiang'),
  region('331100', '浙江省丽水市', 'Lishui, Zhejiang'),
  region('110000', '北京市', 'Beijing'),
  region('120000', '天津市', 'Tianjin'),
  region('130000', '河北省', 'Hebei'),
  region('140000', '山西省', 'Shanxi'),
  region('150000', '内蒙古自治区', 'Inner Mongolia'),
  region('210000', '辽宁省', 'Liaoning'),
  region('220000', '吉林省', 'Jilin'),
  region('230000', '黑龙江省', 'Heilongjiang'),
  region('310000', '上海市', 'Shanghai'),
  region('320000', '江苏省', 'Jiangsu'),
  region('340000', '安徽省', 'Anhui'),
  region('350000', '福建省', 'Fujian'),
  region('360000', '江西省', 'Jiangxi'),
  region('370000', '山东省', 'Shandong'),
  region('410000', '河南省', 'Henan'),
  region('420000', '湖北省', 'Hubei'),
  region('430000', '湖南省', 'Hunan'),
  region('440000', '广东省', 'Guangdong'),
  region('450000', '广西壮族自治区', 'Guangxi'),
  region('460000', '海南省', 'Hainan'),
  region('500000', '重庆市', 'Chongqing'),
  region('510000', '四川省', 'Sichuan'),
  region('520000', '贵州省', 'Guizhou'),
  region('530000', '云南省', 'Yunnan'),
  region('540000', '西藏自治区', 'Tibet'),
  region('610000', '陕西省', 'Shaanxi'),
  region('620000', '甘肃省', 'Gansu'),
  region('630000', '青海省', 'Qinghai'),
  region('640000', '宁夏回族自治区', 'Ningxia'),
  region('650000', '新疆维吾尔自治区', 'Xinjiang'),
  region('710000', '台湾省', 'Taiwan'),
  region('810000', '香港特别行政区', 'Hong Kong'),
  region('820000', '澳门特别行政区', 'Macao'),
]

const byCode = new Map(regions.map((each) => [each.code, each]))

export const isRegion = (code: string): boolean => byCode.has(code)

/** The name of a region; a finer code than the list has is named by its city or province, an unknown one by its code. */
export function regionName(code: string, locale: 'zh-CN' | 'en'): string {
  const found = byCode.get(code) ?? byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`)
  return found?.[locale] ?? code
}
