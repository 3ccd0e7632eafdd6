using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Mandarin readings of the characters of names in Hanyu Pinyin without tones (LÜ is LV, as Chinese passports had it), simplified and traditional: the Hundred Family
/// Surnames and other common ones, read as surnames are (Qiu, Shan, Ou), and the commonest characters of given names. Readings as in Unihan, kMandarin.
/// </summary>
internal static class HanReadings
{
    /// <summary>A reading, then the surnames that have it.</summary>
    private const string Surnames =
        "AI 艾 AN 安 AO 敖 BA 巴 BAI 白柏 BAN 班 BAO 鲍鮑包 BEI 贝貝 BEN 贲賁 BI 毕畢 BIAN 卞边邊 BIE 别別 BU 卜步 CAI 蔡 CAO 曹 CEN 岑 CHAI 柴 CHANG 昌常畅 "
        + "CHAO 晁巢 CHE 车車 CHEN 陈陳谌諶 CHENG 程成 CHI 池迟遲 CHU 褚储儲楚 CONG 丛叢从 CUI 崔 DAI 戴 DENG 邓鄧 DI 狄邸 DIAO 刁 DING 丁 DONG 董东東 DOU 窦竇 "
        + "DU 杜都 DUAN 段 FAN 范樊 FANG 方房 FEI 费費 FENG 冯馮封丰酆凤鳳 FU 傅伏符付富扶 GAI 蓋 GAN 甘干 GAO 高郜 GE 葛戈盖 GENG 耿 GONG 龚龔宫宮公巩鞏弓 "
        + "GOU 勾 GU 顾顧谷古 GUAN 管关關 GUI 桂 GUO 郭国國 HAN 韩韓 HANG 杭 HAO 郝 HE 何贺賀和 HONG 洪弘 HOU 侯后 HU 胡扈 HUA 华華花滑 HUAN 桓 HUANG 黄黃 HUI 惠 "
        + "HUO 霍 JI 季吉计計纪紀姬嵇籍冀 JIA 贾賈郏 JIANG 蒋蔣姜江 JIAO 焦 JIN 金靳晋晉 JING 景荆荊井经經 JU 居鞠 KANG 康 KE 柯 KONG 孔 KOU 寇 KUAI 蒯 "
        + "KUANG 邝鄺匡 LAI 赖賴来來 LAN 蓝藍兰蘭 LANG 郎 LAO 劳勞 LEI 雷 LENG 冷 LI 李黎厉厲郦酈 LIAN 廉连連 LIANG 梁 LIAO 廖 LIN 林蔺藺 LING 凌令 LIU 柳刘劉 "
        + "LONG 龙龍 LOU 娄婁楼樓 LU 鲁魯陆陸卢盧路禄逯 LUAN 栾欒 LUO 罗羅骆駱雒 LV 吕呂 MA 马馬麻 MAN 满滿 MAO 毛茅 MEI 梅 MENG 孟蒙 MI 米宓糜 MIAO 苗缪繆 "
        + "MIN 闵閔 MING 明 MO 莫墨 MU 穆牧慕木 NA 那 NAN 南 NI 倪 NIE 聂聶 NING 宁寧甯 NIU 牛钮鈕 NONG 农農 OU 欧歐区區 PAN 潘 PANG 庞龐逄 PEI 裴 PENG 彭 PI 皮 "
        + "PING 平 PU 濮蒲浦 QI 戚齐齊祁亓 QIAN 钱錢 QIAO 乔喬谯 QIN 秦 QIU 邱丘裘仇 QU 曲屈瞿璩 QUAN 权權全 REN 任 RONG 荣榮容戎融 RUAN 阮 SANG 桑 SHA 沙 "
        + "SHAN 单單山 SHAO 邵 SHEN 沈申 SHENG 盛 SHI 施石史时時师師 SHOU 寿壽 SHU 舒束 SHUANG 双雙 SHUI 水 SONG 宋松 SU 苏蘇宿 SUI 眭隋 SUN 孙孫 TAI 邰台 "
        + "TAN 谈談谭譚檀 TANG 唐汤湯 TAO 陶 TENG 滕 TIAN 田 TONG 童佟 TU 涂塗屠 WAN 万萬 WANG 王汪 WEI 卫衛魏韦韋危 WENG 翁 WU 吴吳伍武邬鄔巫 XI 奚席郗习習 "
        + "XIA 夏 XIANG 向项項相 XIAO 萧蕭肖 XIE 谢謝解 XIN 辛 XING 邢幸 XIONG 熊 XU 许許徐胥须須 XUAN 宣 XUE 薛 XUN 荀 YAN 严嚴颜顏阎閻闫閆晏燕言 "
        + "YANG 杨楊羊仰阳陽 YAO 姚 YE 叶葉 YI 易伊衣 YIN 殷尹阴陰印 YOU 尤游 YU 喻于余俞虞郁庾禹鱼魚 YUAN 袁元苑 YUE 岳乐樂 YUN 云雲 ZAN 昝 ZANG 臧 ZENG 曾 "
        + "ZHA 查 ZHAN 湛詹 ZHANG 张張章 ZHAO 赵趙 ZHEN 甄 ZHENG 郑鄭 ZHI 支 ZHONG 钟鍾仲 ZHOU 周 ZHU 朱祝竺诸諸 ZHUANG 庄莊 ZHUO 卓 ZONG 宗 ZOU 邹鄒 ZUO 左";

    /// <summary>Surnames of two characters.</summary>
    private const string LongSurnames =
        "OUYANG 欧阳歐陽 SIMA 司马司馬 ZHUGE 诸葛諸葛 SHANGGUAN 上官 XIAHOU 夏侯 HUANGFU 皇甫 GONGSUN 公孙公孫 MURONG 慕容 LINGHU 令狐 DONGFANG 东方東方 "
        + "YUWEN 宇文 ZHANGSUN 长孙長孫 SITU 司徒 DUANMU 端木 NANGONG 南宫南宮 XIMEN 西门西門 DONGGUO 东郭東郭 NANGONG 南宫 SIKONG 司空 WEICHI 尉迟尉遲 "
        + "HELIAN 赫连赫連 TANTAI 澹台澹臺 BAILI 百里";

    /// <summary>A reading, then characters of given names; those of surnames with the same reading are above.</summary>
    private const string GivenNames =
        "AI 爱愛 BANG 邦 BAO 宝寶保 BEI 蓓北 BIAO 彪 BIN 斌彬宾賓滨濱 BING 冰兵炳秉 BO 波博伯 CAI 才财財彩 CAN 灿燦 CHANG 长長暢 CHAO 超潮朝 CHEN 晨辰臣琛忱 "
        + "CHENG 诚誠承城澄呈 CHI 驰馳 CHONG 崇冲 CHUN 春淳纯純 CONG 聪聰從 CUI 翠 DA 大达達 DAN 丹旦 DAO 道 DE 德 DI 迪 DONG 冬栋棟 DUO 多 EN 恩 ER 尔爾二 "
        + "FA 发發 FAN 凡帆繁 FANG 芳放 FEI 飞飛菲斐霏 FEN 芬 FENG 峰锋鋒风風豐枫楓 FU 福夫甫 GANG 刚剛钢鋼 GE 歌格 GEN 根 GONG 功 GUANG 光广廣 GUI 贵貴 GUO 果 "
        + "HAI 海 HAN 涵汉漢晗翰寒 HANG 航 HAO 浩昊皓豪好 HE 河鹤鶴荷禾 HENG 恒恆衡 HONG 红紅宏虹鸿鴻 HU 虎湖 HUA 化桦樺 HUAN 欢歡焕煥 HUI 辉輝慧会會晖暉卉 "
        + "JI 继繼基济濟 JIA 佳家嘉加 JIAN 建健剑劍坚堅简簡 JIANG 将將 JIAO 娇嬌 JIE 杰傑洁潔捷婕 JIN 近进進锦錦瑾 JING 静靜晶敬京精菁靖婧 JU 菊巨 JUAN 娟 "
        + "JUN 军軍君俊峻钧鈞骏駿均 KAI 凯凱开開楷 KE 可科克 KUN 坤昆 LAN 岚嵐澜瀾 LE 乐 LEI 磊蕾 LI 丽麗力立利莉礼禮理 LIAN 莲蓮 LIANG 良亮 LIN 琳霖临臨麟 "
        + "LING 玲灵靈岭嶺铃鈴菱 LIU 流 LONG 隆 LU 璐露鹿 LUN 伦倫 MAN 曼 MAO 茂 MEI 美媚 MENG 梦夢萌 MI 蜜 MIAO 妙 MIN 敏民 MING 鸣鳴铭銘名 MU 沐 NA 娜 NAN 楠男 "
        + "NI 妮 NIAN 年念 NING 凝 PEI 佩培沛 PENG 鹏鵬朋 PING 萍屏 QI 琪奇琦启啟祺其七起 QIAN 倩乾前千谦謙茜 QIANG 强強 QIAO 巧 QIN 琴勤钦欽沁芹 "
        + "QING 清青庆慶晴卿 QIONG 琼瓊 QIU 秋 QUAN 泉 QUN 群 RAN 然 REN 仁人 RONG 蓉 RU 如茹儒 RUI 瑞睿锐銳蕊 RUN 润潤 SEN 森 SHAN 珊善 SHANG 尚上 SHAO 少绍紹 "
        + "SHEN 慎深 SHENG 生胜勝升声聲圣聖 SHI 世士诗詩实實仕 SHOU 守 SHU 书書淑树樹叔 SHUANG 爽霜 SHUN 顺順舜 SI 思四斯 SU 素 TAI 泰太 TANG 堂棠 TAO 涛濤桃韬韜 "
        + "TIAN 天甜添 TIE 铁鐵 TING 婷庭亭廷 TONG 彤同桐通 WAN 婉 WANG 旺 WEI 伟偉威微薇维維为為玮瑋蔚 WEN 文雯温溫 XI 喜希西熙曦溪夕锡錫 XIA 霞 "
        + "XIAN 贤賢先显顯宪憲仙 XIANG 祥翔香湘象 XIAO 晓曉小孝笑霄潇瀟 XIN 新心欣鑫馨昕信 XING 兴興星行 XIONG 雄 XIU 秀修 XU 旭绪緒 XUAN 轩軒萱璇 XUE 雪学學 "
        + "XUN 勋勳迅 YA 雅亚亞娅婭 YAN 艳艷彦彥妍岩研炎雁 YANG 洋扬揚央 YAO 瑶瑤耀尧堯遥遙 YE 业業野晔曄 YI 一义義怡艺藝毅益宜逸亦依仪儀忆憶翼懿 YIN 音银銀寅 "
        + "YING 英颖穎莹瑩瑛盈影应應迎樱櫻 YONG 勇永咏詠 YOU 友有佑 YU 玉宇雨瑜羽语語裕育钰鈺煜昱 YUAN 媛远遠源园園圆圓缘緣渊淵 YUE 月悦悅越跃躍 YUN 芸运運韵韻 "
        + "ZE 泽澤则則 ZENG 增 ZHAN 展 ZHANG 璋彰 ZHAO 昭兆照钊釗 ZHE 哲喆 ZHEN 振珍真震贞貞镇鎮臻 ZHENG 正政铮錚征 ZHI 志智芝之治直知枝 ZHONG 中忠 ZHOU 舟洲 "
        + "ZHU 竹珠柱 ZI 子紫梓自 ZU 祖 ZUO 佐";

    private static readonly FrozenDictionary<char, string> OfSurname = ByCharacter(Surnames);
    private static readonly FrozenDictionary<char, string> OfGivenName = ByCharacter(GivenNames);
    private static readonly FrozenDictionary<string, string> OfLongSurname = ByWord();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> OfLongSurnameSpan = OfLongSurname.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The reading of a surname of one or two characters, or null.</summary>
    public static string? Surname(ReadOnlySpan<char> characters) => characters.Length switch
    {
        1 => OfSurname.GetValueOrDefault(characters[0]),
        2 => OfLongSurnameSpan.TryGetValue(characters, out var reading) ? reading : null,
        _ => null,
    };

    /// <summary>The reading of a character in a given name, or null where the tables do not name it.</summary>
    public static string? Of(char character) => OfGivenName.GetValueOrDefault(character) ?? OfSurname.GetValueOrDefault(character);

    private static FrozenDictionary<char, string> ByCharacter(string table)
    {
        var readings = new Dictionary<char, string>();
        foreach (var row in table.Split(' ').Chunk(2))
        {
            foreach (var character in row[1])
                readings.TryAdd(character, row[0]);
        }
        return readings.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> ByWord()
    {
        var readings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LongSurnames.Split(' ').Chunk(2))
        {
            foreach (var characters in row[1].Chunk(2))
                readings.TryAdd(new string(characters), row[0]);
        }
        return readings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
