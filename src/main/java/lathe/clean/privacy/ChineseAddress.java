package lathe.clean.privacy;

import java.util.BitSet;
import java.util.Set;
import lathe.text.EntryTrie;
import org.jspecify.annotations.Nullable;

/** The grammar of Chinese addresses: a part is a known place, a name that ends with a unit, or a number with a unit. */
final class ChineseAddress {
    private static final int LONGEST_NAME = 9;
    private static final EntryTrie REGIONS =
            EntryTrie.of(Set.of("省", "市", "自治区", "特别行政区", "自治州", "地区", "盟", "区", "县", "自治县", "旗", "新区", "开发区"));
    private static final EntryTrie STREETS = EntryTrie.of(Set.of(
            "路", "街", "大道", "大街", "巷", "弄", "胡同", "街道", "镇", "乡", "村", "社区", "小区", "花园", "大厦", "广场", "公寓", "新村", "苑",
            "园区", "科技园", "产业园", "工业园", "家园", "庄", "屯", "国际中心", "写字楼", "宿舍"));
    private static final EntryTrie NUMBERS = EntryTrie.of(Set.of(
            "号", "号楼", "号院", "栋", "幢", "座", "单元", "层", "楼", "室", "户", "弄", "巷", "组", "队", "期", "号房", "房", "门", "段"));
    private static final String NUMERALS = "一二三四五六七八九十百零〇甲乙丙丁东西南北";
    /** What makes another word of a number with its unit: 号线, 号文件, 楼盘. */
    private static final String NO_NUMBERS = "线文令机盘";

    private final EntryTrie places = EntryTrie.of(Lists.words("places-zh"));
    private final BitSet grammar = new BitSet();

    ChineseAddress() {
        "的了在是我你他她它们和与及或就也都很不没这那哪吗呢吧啊从到往把被给走说去来于住叫条个位见".chars().forEach(grammar::set);
    }

    /** What a part is. */
    enum Kind {
        PLACE,
        STREET,
        NUMBER
    }

    /**
     * A part of an address.
     *
     * @param to behind its last unit
     */
    record Part(Kind kind, int to) {}

    boolean isGrammar(char c) {
        return grammar.get(c);
    }

    /** End of a known place with its unit, or -1. */
    int place(String text, int from) {
        int end = places.longest(text, from);
        return end < 0 ? -1 : Math.max(end, REGIONS.longest(text, end));
    }

    /**
     * The part that begins at a place, behind one blank at most.
     *
     * @param inside whether a number with a unit was before it: then one may stand without
     */
    @Nullable
    Part part(String text, int from, boolean inside) {
        int at = " ,，".indexOf(Chars.at(text, from)) >= 0 && from < text.length() ? from + 1 : from;
        int place = place(text, at);
        // 南京路 is a street although 南京 is a city.
        if (place > 0 && STREETS.longest(text, place) < 0) {
            return new Part(Kind.PLACE, place);
        }
        Part number = number(text, at, inside && at == from);
        return number != null ? number : name(text, at);
    }

    /** A name and the first unit that ends it; the longest unit there. */
    private @Nullable Part name(String text, int from) {
        int most = Math.min(text.length(), from + LONGEST_NAME);
        for (int at = from; at < most && isName(text.charAt(at)) && (at == from || !isRegion(text, at)); at++) {
            int street = at > from ? STREETS.longest(text, at) : -1;
            int region = at > from ? REGIONS.longest(text, at) : -1;
            if (street > 0 && street >= region) {
                // 塔元庄村, 花园路: a unit may be part of the name of a larger one.
                return new Part(Kind.STREET, Math.max(street, STREETS.longest(text, street)));
            }
            if (region > 0) {
                return new Part(Kind.PLACE, region);
            }
        }
        return null;
    }

    /** Whether a known place with its unit begins here: what is before it is no part of the address. */
    private boolean isRegion(String text, int at) {
        int end = place(text, at);
        return end > at + 2 && "省市区县州".indexOf(text.charAt(end - 1)) >= 0;
    }

    private boolean isName(char c) {
        return Chars.isHan(c) && !grammar.get(c);
    }

    private static @Nullable Part number(String text, int from, boolean bare) {
        int at = Chars.at(text, from) == '附' ? from + 1 : from;
        while (at < text.length() && at - from < 10 && isNumeral(text.charAt(at), at > from)) {
            at++;
        }
        int end = at == from ? -1 : NUMBERS.longest(text, at);
        if (end > 0 && NO_NUMBERS.indexOf(Chars.at(text, end)) < 0) {
            return new Part(Kind.NUMBER, end);
        }
        boolean room =
                bare && at - from >= 2 && Chars.isDigit(text.charAt(from)) && !Chars.isWordPart(Chars.at(text, at));
        return room ? new Part(Kind.NUMBER, at) : null;
    }

    private static boolean isNumeral(char c, boolean inside) {
        return Chars.digit(c) >= 0
                || Chars.isUpper(c)
                || NUMERALS.indexOf(c) >= 0
                || (inside && (c == '-' || c == '－' || c == '之' || c == '#'));
    }
}
