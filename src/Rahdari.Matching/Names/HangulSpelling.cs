using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// A Korean name in the Revised Romanization of 2000 (without changes between syllables, as its rule for names has it), the family name as
/// most families write it. A word of two to four syllables that begins with a family name is a whole name.
/// </summary>
internal static class HangulSpelling
{
    private const int First = 0xAC00, Last = 0xD7A3, VowelsOfOne = 21, EndsOfOne = 28;

    private static readonly string[] Initials = "G KK N D TT R M B PP S SS - J JJ CH K T P H".Split(' ');
    private static readonly string[] Vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I".Split(' ');
    private static readonly string[] Finals = "- K K K N N N T L K M L L L P L M P P T T NG T T K T P T".Split(' ');

    private static readonly FrozenDictionary<char, string> Families = LetterTable.Read(
        "김 KIM 이 LEE 리 RI 박 PARK 최 CHOI 정 JEONG 강 KANG 조 CHO 윤 YOON 장 JANG 임 LIM 한 HAN 오 OH 서 SEO 신 SHIN 권 KWON 황 HWANG 안 AHN 송 SONG 류 RYU 유 YOO 전 JEON 홍 HONG 고 KO "
        + "문 MOON 양 YANG 손 SON 배 BAE 백 BAEK 허 HEO 남 NAM 심 SHIM 노 NOH 하 HA 곽 KWAK 성 SUNG 차 CHA 주 JOO 우 WOO 구 KOO 민 MIN 나 NA 진 JIN 지 JI 엄 EOM 채 CHAE 원 WON 천 CHEON 방 BANG 공 KONG 현 HYUN 함 HAM 변 BYUN 여 YEO 추 CHOO 도 DO 석 SEOK 선 SUN 설 SEOL 마 MA 길 GIL 연 YEON 위 WI 표 PYO 명 MYUNG 기 KI 반 BAN 라 RA 왕 WANG 금 KEUM 옥 OK 육 YOOK 인 IN 맹 MAENG 제 JE 모 MO 탁 TAK 국 KOOK");

    /// <summary>True for a whole syllable.</summary>
    public static bool Contains(char letter) => (int)letter is >= First and <= Last;

    /// <summary>Appends a word.</summary>
    /// <param name="word">Syllables.</param>
    /// <param name="result">A–Z and blanks are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        if (word.Length is >= 1 and <= 4 && Families.TryGetValue(word[0], out var family))
        {
            result.Append(family).Append(' ');
            word = word[1..];
        }
        foreach (var syllable in word)
        {
            if (!Contains(syllable))
                continue;
            var number = syllable - First;
            Append(Initials[number / EndsOfOne / VowelsOfOne], result);
            Append(Vowels[number / EndsOfOne % VowelsOfOne], result);
            Append(Finals[number % EndsOfOne], result);
        }
    }

    private static void Append(string sound, StringBuilder result)
    {
        if (sound != "-")
            result.Append(sound);
    }
}
