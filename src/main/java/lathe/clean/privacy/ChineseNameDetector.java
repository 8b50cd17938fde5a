package lathe.clean.privacy;

import java.util.Set;
import lathe.text.EntryTrie;

/**
 * Chinese names: behind words that announce one (联系人：, 我叫), before titles (先生, 老师), before verbs of speech, and three
 * characters by themselves if all of them are frequent in names.
 */
final class ChineseNameDetector implements Detector {
    /** Words behind which a name follows at once. */
    private static final EntryTrie LABELS = EntryTrie.of(Set.of(
            "姓名", "名字", "联系人", "收件人", "收货人", "寄件人", "发件人", "负责人", "经办人", "申请人", "代表人", "法人代表", "监护人", "患者", "病人", "原告",
            "被告", "被告人", "证人", "嫌疑人", "委托人", "代理人", "受益人", "投保人", "户名", "持卡人", "开户人", "作者", "记者", "编辑", "主编", "通讯员",
            "撰稿人", "主讲人", "主持人", "我叫", "名叫", "我是", "叫做", "本人", "客户", "学生", "乘客", "旅客", "业主", "房东", "租客", "员工", "导师",
            "签字", "签名", "审核人", "班主任", "目击者", "快递员", "司机", "店员", "队员", "演员", "运动员", "教练", "导演", "歌手", "村民", "市民", "居民",
            "网友", "顾客", "保安", "选手", "队长", "组长", "嘉宾"));

    private static final EntryTrie TITLES = EntryTrie.of(Set.of(
            "先生", "女士", "小姐", "太太", "夫人", "老师", "教授", "医生", "大夫", "护士", "经理", "主任", "局长", "处长", "科长", "部长", "校长", "院长",
            "律师", "法官", "警官", "师傅", "阿姨", "叔叔", "大爷", "大妈", "奶奶", "爷爷", "同学", "同志", "老板", "总监", "书记", "博士", "院士", "董事长",
            "总经理", "工程师", "会计"));
    private static final EntryTrie VERBS =
            EntryTrie.of(Set.of("说", "表示", "告诉", "认为", "回忆", "介绍", "坦言", "透露", "指出", "强调", "回答", "问道", "笑道"));

    /** What often follows a name of three characters. */
    private static final EntryTrie DEEDS =
            EntryTrie.of(Set.of("担任", "出任", "负责", "主持", "出席", "今年", "当选", "毕业", "出生", "荣获"));
    /** Labels that are never ordinary words: what follows is a name even if it may be a word. */
    private static final Set<String> NAMING =
            Set.of("姓名", "联系人", "我叫", "名叫", "叫做", "收货人", "收件人", "原告", "被告", "记者", "患者", "负责人", "户名", "持卡人");

    private final ChineseNames names = new ChineseNames();

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            if (Chars.isHan(text.charAt(at))) {
                labelled(text, at, sink);
                titled(text, at, sink);
                alone(text, at, sink);
            }
        }
    }

    private void labelled(String text, int at, Sink sink) {
        int end = LABELS.longest(text, at);
        if (end < 0) {
            return;
        }
        int from = end;
        while (from < text.length() && "：: \u3000\t【[（(为是".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        boolean titled = TITLES.longest(text, from + 1) > 0 && names.surname(text, from) == from + 1;
        int to = titled ? from + 1 : names.expected(text, from);
        boolean sure =
                from > end || titled || NAMING.contains(text.substring(at, end)) || names.surname(text, from) > 0;
        if (to > 0 && sure) {
            sink.found(from, to);
        }
    }

    private void titled(String text, int at, Sink sink) {
        if (TITLES.longest(text, at) < 0) {
            return;
        }
        for (int length = 4; length >= 2; length--) {
            if (names.isName(text, at - length, at) && isOneName(text, at - length, at)) {
                sink.found(at - length, at);
                return;
            }
        }
        boolean surname = at > 0 && names.surname(text, at - 1) == at && begins(text, at - 1);
        if (surname) {
            sink.found(at - 1, at);
        }
    }

    /** Four characters are a name only with a surname of two. */
    private boolean isOneName(String text, int from, int to) {
        return to - from < 4 || names.surname(text, from) == from + 2;
    }

    private void alone(String text, int at, Sink sink) {
        int given = names.surname(text, at);
        if (given < 0 || !names.isGiven(Chars.at(text, given)) || TITLES.longest(text, given) > 0) {
            return;
        }
        boolean two = names.isGiven(Chars.at(text, given + 1));
        int to = two ? given + 2 : given + 1;
        boolean said = VERBS.longest(text, to) > 0 || (two && DEEDS.longest(text, to) > 0);
        boolean ends = !Chars.isHan(Chars.at(text, to)) || names.isGrammar(text.charAt(to));
        boolean whole = begins(text, at) ? said || (two && ends && !names.isUnsure(text.charAt(at))) : said && two;
        if (whole && !names.beginsWord(text, at)) {
            sink.found(at, to);
        }
    }

    /** Whether a name can begin at a place: nothing Chinese is before it but grammar or the end of a word of time. */
    private boolean begins(String text, int at) {
        char before = Chars.at(text, at - 1);
        return !Chars.isHan(before) || names.isGrammar(before) || "天晚日".indexOf(before) >= 0;
    }
}
