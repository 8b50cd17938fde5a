package lathe.clean.keyword;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lathe.clean.rule.View;
import lathe.text.EntryTrie;

/**
 * The paper on C4, as datatrove's {@code C4BadWordsFilter} computes it: whether an entry stands in the text in lower
 * case, flanked by what is no letter, digit or underscore; anywhere for Japanese, Thai and Chinese. The language is the
 * record's own {@code language}, else English. Entries that datatrove allows in Japanese and Chinese are never found.
 */
final class C4Hit implements KeywordMeasure {
    private static final Set<String> ALLOWED = Set.of("sm", "グロ", "女の子", "性");
    private static final Set<String> WITHOUT_SPACES = Set.of("ja", "th", "zh");

    private final EntryTrie entries;

    C4Hit(Collection<String> listed) {
        List<String> found =
                listed.stream().filter(entry -> !ALLOWED.contains(entry)).toList();
        entries = EntryTrie.of(found);
    }

    @Override
    public Share of(View view) {
        boolean anywhere =
                view.document().meta().get("language") instanceof String language && WITHOUT_SPACES.contains(language);
        String text = view.text().toLowerCase(Locale.ROOT);
        for (int at = 0; at < text.length(); at++) {
            int node = entries.first(text.charAt(at));
            if (node != EntryTrie.NONE && (anywhere || isOutside(text, at, true)) && hit(text, at, node, anywhere)) {
                return Share.ANY;
            }
        }
        return Share.NONE;
    }

    private boolean hit(String text, int from, int first, boolean anywhere) {
        int node = first;
        int at = from + 1;
        while (node != EntryTrie.NONE) {
            if (entries.value(node) > 0 && (anywhere || isOutside(text, at, false))) {
                return true;
            }
            node = at < text.length() ? entries.child(node, text.charAt(at)) : EntryTrie.NONE;
            at++;
        }
        return false;
    }

    private static boolean isOutside(String text, int at, boolean before) {
        if (before ? at == 0 : at >= text.length()) {
            return true;
        }
        int c = before ? text.codePointBefore(at) : text.codePointAt(at);
        if (c < 0x80) {
            return CharacterKinds.of(c) == CharacterKinds.OTHER && c != '_';
        }
        int type = Character.getType(c);
        return !Character.isLetterOrDigit(c)
                && c != '_'
                && type != Character.LETTER_NUMBER
                && type != Character.OTHER_NUMBER;
    }
}
